/**
 * NumPy's two generators, so that the same seed draws the same masks and the same noise as the reference does.
 *
 * <pre>{@code
 * MersenneTwister draws = new MersenneTwister(1);     // numpy.random.RandomState(1)
 * int remove = draws.nextInt(1, words + 1);           // .randint(1, words + 1)
 * int[] which = draws.choose(words, remove);          // .choice(words, remove, replace=False)
 * double noise = new PermutedCongruential(7).nextGaussian();  // numpy.random.default_rng(7).normal()
 * }</pre>
 */
package opsis.explain.random;
