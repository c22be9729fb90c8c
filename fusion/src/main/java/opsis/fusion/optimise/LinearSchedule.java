package opsis.fusion.optimise;

/**
 * A factor on the learning rate: rising linearly from 0 to 1 over the first steps, then falling linearly to 0 at the last
 * (get_linear_schedule_with_warmup of Hugging Face's transformers).
 */
public record LinearSchedule(long warmUpSteps, long allSteps) {

    /** @param step counted from 0 */
    public double factor(long step) {
        if (step < warmUpSteps) {
            return (step + 1.0) / warmUpSteps;
        }
        return Math.max(0, (double) (allSteps - step) / Math.max(1, allSteps - warmUpSteps));
    }
}
