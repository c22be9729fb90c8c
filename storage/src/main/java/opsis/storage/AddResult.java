package opsis.storage;

import java.util.List;

/** What became of each post of a batch, in the batch's order. */
public record AddResult(List<AddOutcome> outcomes) {
    public AddResult {
        outcomes = List.copyOf(outcomes);
    }

    /** How many posts of the batch came to this. */
    public long count(AddOutcome outcome) {
        return outcomes.stream().filter(outcome::equals).count();
    }
}
