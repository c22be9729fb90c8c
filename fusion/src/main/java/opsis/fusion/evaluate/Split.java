package opsis.fusion.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import opsis.fusion.LabelledPost;

/**
 * Two parts of a data set with like shares of hateful posts. Posts of one group, and posts whose texts nearly repeat one another
 * ({@link NearDuplicates}), stand on one side.
 *
 * @param rest the larger part, for training
 * @param held the part held out
 */
public record Split(List<LabelledPost> rest, List<LabelledPost> held) {

    public Split {
        rest = List.copyOf(rest);
        held = List.copyOf(held);
    }

    /**
     * Cuts off a fraction of each class, whole clusters at a time in an order drawn by the seed.
     *
     * @param fraction of posts to hold out, above 0 and below 1
     */
    public static Split stratified(List<LabelledPost> posts, double fraction, long seed) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException("fraction is " + fraction + "; it must lie between 0 and 1");
        }
        List<List<LabelledPost>> clusters = new ArrayList<>(NearDuplicates.cluster(posts));
        Collections.shuffle(clusters, new Random(seed));
        double[] wanted = new double[2];
        for (LabelledPost post : posts) {
            wanted[post.label()] += fraction;
        }
        List<LabelledPost> rest = new ArrayList<>();
        List<LabelledPost> held = new ArrayList<>();
        double[] taken = new double[2];
        for (List<LabelledPost> cluster : clusters) {
            double[] counts = new double[2];
            cluster.forEach(post -> counts[post.label()]++);
            boolean fits = taken[0] + counts[0] <= wanted[0] + 0.5 && taken[1] + counts[1] <= wanted[1] + 0.5;
            if (fits) {
                taken[0] += counts[0];
                taken[1] += counts[1];
            }
            (fits ? held : rest).addAll(cluster);
        }
        return new Split(rest, held);
    }
}
