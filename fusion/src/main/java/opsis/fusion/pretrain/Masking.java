package opsis.fusion.pretrain;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import opsis.fusion.words.WordPieceTokenizer;

/**
 * BERT's masking: of the tokens picked, 80 % become [MASK], 10 % another token at random, 10 % stay (Devlin et al. 2019, A.1).
 *
 * @param texts     the batch with masks in it
 * @param positions of the picked tokens in the padded batch laid out flat
 * @param targets   the tokens that were there
 */
record Masking(List<long[]> texts, long[] positions, long[] targets) {

    static Masking of(List<long[]> texts, double fraction, WordPieceTokenizer tokenizer, int vocabularySize, Random random) {
        int longest = texts.stream().mapToInt(t -> t.length).max().orElse(0);
        long[] positions = new long[longest * texts.size()];
        long[] targets = new long[positions.length];
        List<long[]> masked = texts.stream().map(long[]::clone).toList();
        int count = 0;
        for (int row = 0; row < masked.size(); row++) {
            long[] text = masked.get(row);
            for (int i = 0; i < text.length; i++) {
                if (tokenizer.isFrame(text[i]) || random.nextDouble() >= fraction) {
                    continue;
                }
                positions[count] = (long) row * longest + i;
                targets[count++] = text[i];
                double draw = random.nextDouble();
                if (draw < 0.8) {
                    text[i] = tokenizer.mask();
                } else if (draw < 0.9) {
                    text[i] = random.nextInt(vocabularySize);
                }
            }
        }
        return new Masking(masked, Arrays.copyOf(positions, count), Arrays.copyOf(targets, count));
    }
}
