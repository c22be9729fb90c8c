package opsis.app.site;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What should come of every sample post: for the demo's self-check and for tests.
 *
 * @param byPost post id to expectation, in the order of ids
 */
public record SampleExpectations(Map<String, SampleExpectation> byPost) {

    public SampleExpectations {
        byPost = Collections.unmodifiableMap(new TreeMap<>(byPost));
    }

    static SampleExpectations of(List<SampleExpectation> expectations) {
        return new SampleExpectations(expectations.stream()
                .collect(Collectors.toMap(SampleExpectation::postId, Function.identity())));
    }

    /**
     * Name of the outcome that the post should end with.
     *
     * @throws IllegalArgumentException where the sample site has no such post
     */
    public String outcome(String postId) {
        SampleExpectation expectation = byPost.get(postId);
        if (expectation == null) {
            throw new IllegalArgumentException("the sample site has no post " + postId);
        }
        return expectation.outcome();
    }

    /** How many posts should end with each outcome, by name. */
    public Map<String, Long> outcomeCounts() {
        return byPost.values().stream()
                .collect(Collectors.groupingBy(SampleExpectation::outcome, TreeMap::new, Collectors.counting()));
    }
}
