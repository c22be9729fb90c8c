package opsis.app.stage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One line that {@code opsis score} prints.
 *
 * @param label hateful or harmless, by the model's threshold
 * @param wordsOnly null where the post has no words
 * @param pictureOnly null where it has no picture
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ScoreLine(String id, String label, double probability, @JsonProperty("words_only") Double wordsOnly,
        @JsonProperty("picture_only") Double pictureOnly, String model) {
}
