package opsis.app.report;

import java.time.Instant;

/**
 * One post as the report shows it.
 *
 * @param id the post
 * @param url its address, nullable; linked only where it is http or https
 * @param authorName display name, nullable
 * @param handle handle without or with its at sign, nullable
 * @param createdAt when it was posted, nullable
 * @param text its words; hostile input, escaped by the report
 * @param screenshot the captured picture as PNG, nullable where the post was scored by its words alone
 * @param overlay the same picture with the regions drawn, PNG, nullable
 * @param wordsHtml the text with words shaded, already safe HTML, nullable; anything but plain inline markup is refused
 *        and the text shown unshaded
 * @param probability probability of hate by words and picture together, 0 to 1
 * @param wordsOnly the same from the words alone, nullable
 * @param pictureOnly the same from the picture alone, nullable
 * @param explanation facts of the explanation; null where the post was not explained
 */
public record ReportPost(String id, String url, String authorName, String handle, Instant createdAt, String text,
        byte[] screenshot, byte[] overlay, String wordsHtml, double probability, Double wordsOnly, Double pictureOnly,
        ReportExplanation explanation) {
}
