package opsis.app.report;

import gg.jte.Content;
import java.util.List;

/**
 * One post, every text of it ready for the template.
 *
 * @param anchor unique in the page
 * @param rank place in its list, from 1
 * @param over whether it is at or above the threshold
 * @param reading one sentence on what each side says; null where a side was not scored
 * @param pictures its screenshot and overlay
 * @param hadPicture whether a screenshot was given, readable or not
 * @param words shaded words or the plain text
 * @param shaded whether the words are shaded
 * @param cut whether the text was too long to show whole
 * @param skeleton lengths of its first words, to be drawn in place of the text until it is asked for
 * @param link address that may be followed, null where there is none
 * @param address the address as text, null where there is none
 * @param trust verdict on the explanation, null where the post was not explained
 */
record PostView(String anchor, int rank, boolean over, Text probability, List<SideBar> sides, Text reading,
        Album.Pair pictures, boolean hadPicture, Content words, boolean shaded, boolean cut, List<Integer> skeleton,
        String author, String handle, Text created, String createdIso, String link, String address, Trust trust,
        Text evidence) {

    /**
     * How far the explanation carries.
     *
     * @param trusted the verdict
     * @param verdict the verdict in words
     * @param reason why, nullable
     * @param fit the R² of words and regions
     */
    record Trust(boolean trusted, Text verdict, Text reason, Text fit) {
    }
}
