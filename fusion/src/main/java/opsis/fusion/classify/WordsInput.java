package opsis.fusion.classify;

import opsis.fusion.words.NgramHasher.Ngrams;

/**
 * One text as the network takes it.
 *
 * @param ids     token ids
 * @param ngrams  hashed n-grams, or null where the network has no table of them
 * @param present whether it counts as words, 1 or 0: a blank text is words withheld
 */
record WordsInput(long[] ids, Ngrams ngrams, float present) {
}
