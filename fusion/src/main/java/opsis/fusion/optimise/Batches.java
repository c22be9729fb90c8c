package opsis.fusion.optimise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Batches of like lengths in random order: items are shuffled, sorted by length within pools of some batches, and dealt. */
public final class Batches {
    private static final int POOL = 16;

    private Batches() {
    }

    /**
     * @param items  numbered from 0
     * @param length of an item, in whatever unit
     */
    public static List<int[]> of(int items, int batch, IntUnaryOperator length, Random random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, items).boxed().toList());
        Collections.shuffle(order, random);
        List<int[]> batches = new ArrayList<>();
        for (int from = 0; from < items; from += batch * POOL) {
            List<Integer> pool = new ArrayList<>(order.subList(from, Math.min(items, from + batch * POOL)));
            pool.sort(Comparator.comparingInt(length::applyAsInt));
            for (int at = 0; at < pool.size(); at += batch) {
                batches.add(pool.subList(at, Math.min(pool.size(), at + batch)).stream().mapToInt(Integer::intValue).toArray());
            }
        }
        Collections.shuffle(batches, random);
        return batches;
    }
}
