package opsis.app.stage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import opsis.explain.Attribution;
import opsis.explain.Trust;
import opsis.explain.lime.TextExplanation;
import opsis.explain.lime.Word;

/**
 * An explanation as the store keeps it: all its numbers, and what is needed to make it again.
 *
 * @param words attributions of words; null where the post has none
 * @param regions attributions of regions of the picture; null where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExplanationContent(Words words, Regions regions) {

    /** Name of the method under which explanations are stored. */
    public static final String METHOD = "lime";
    private static final Set<Trust.Reason> SILENT =
            EnumSet.of(Trust.Reason.FLAT_ANSWER, Trust.Reason.NOTHING_TO_EXPLAIN);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Where each word stands in the text, and the weights. */
    public record Words(List<Word> places, Attribution attribution) {
    }

    /** How the picture was cut, and the weights. */
    public record Regions(String segmentation, int count, Attribution attribution) {
    }

    /** Returns what {@link #fromJson} reads again. */
    public String toJson() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An explanation that is no JSON", e);
        }
    }

    /** Reads what {@link #toJson} wrote. */
    public static ExplanationContent fromJson(String json) {
        try {
            return MAPPER.readValue(json, ExplanationContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A stored explanation cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    /** Returns the words laid over the text again. */
    public TextExplanation over(String text) {
        return new TextExplanation(text, words.places(), words.attribution());
    }

    /**
     * Returns whether the explanation may be trusted: some part is, and no part speaks without being so. A part on
     * which the answer does not depend says nothing wrong; it says nothing.
     */
    public boolean trusted() {
        List<Trust> parts = Stream.of(words == null ? null : words.attribution(),
                regions == null ? null : regions.attribution()).filter(Objects::nonNull).map(Trust::of).toList();
        return parts.stream().anyMatch(Trust::trusted)
                && parts.stream().allMatch(part -> part.trusted() || SILENT.contains(part.reason()));
    }

    /** Returns why, or why not, each part may be trusted. */
    public String trustNote() {
        String ofWords = words == null ? "" : "Words: " + Trust.of(words.attribution()).reason().sentence();
        String ofRegions = regions == null ? "" : "Picture: " + Trust.of(regions.attribution()).reason().sentence();
        return (ofWords + " " + ofRegions).strip();
    }
}
