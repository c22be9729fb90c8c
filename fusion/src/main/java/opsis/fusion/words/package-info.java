/**
 * From words to numbers: WordPiece tokens, the trainer of their vocabulary, and hashed n-grams.
 * <pre>{@code
 * List<String> vocabulary = VocabularyTrainer.train(texts, 8_000, 2);
 * try (WordPieceTokenizer tokenizer = new WordPieceTokenizer(vocabulary, 64)) {
 *     long[] ids = tokenizer.encode("Καλημέρα σε όλους");
 * }
 * }</pre>
 */
package opsis.fusion.words;
