package opsis.fusion.pretrain;

/** Told of progress on the pre-training thread. */
@FunctionalInterface
public interface PretrainingListener {

    /** @param step counted from 1 */
    void onStep(long step, long steps, double loss);

    static PretrainingListener silent() {
        return (step, steps, loss) -> { };
    }
}
