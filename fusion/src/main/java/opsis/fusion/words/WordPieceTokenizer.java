package opsis.fusion.words;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import opsis.fusion.ModelException;

/** Uncased WordPiece as BERT has it, by the reference implementation. Safe for use by several threads. */
public final class WordPieceTokenizer implements AutoCloseable {
    /** Characters of a text that are looked at; no post is longer, and hostile ones cost no more. */
    public static final int MAX_CHARACTERS = 20_000;

    private final HuggingFaceTokenizer tokenizer;
    private final int pad;
    private final int cls;
    private final int sep;
    private final int mask;

    /**
     * @param vocabulary the lines of vocab.txt, the five special tokens among them
     * @param maxTokens  longer texts are cut to this many tokens, [CLS] and [SEP] included
     */
    public WordPieceTokenizer(List<String> vocabulary, int maxTokens) {
        for (String token : TokenizerJson.SPECIAL) {
            if (!vocabulary.contains(token)) {
                throw new ModelException("vocab.txt lacks the special token " + token + "; restore the model folder");
            }
        }
        if (new HashSet<>(vocabulary).size() != vocabulary.size()) {
            throw new ModelException("vocab.txt holds a token twice; restore the model folder");
        }
        pad = vocabulary.indexOf("[PAD]");
        cls = vocabulary.indexOf("[CLS]");
        sep = vocabulary.indexOf("[SEP]");
        mask = vocabulary.indexOf("[MASK]");
        byte[] json = TokenizerJson.of(vocabulary).getBytes(StandardCharsets.UTF_8);
        try {
            tokenizer = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json),
                    Map.of("maxLength", Integer.toString(maxTokens), "truncation", "true", "padding", "false"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Token ids of one text, [CLS] first and [SEP] last. */
    public long[] encode(String text) {
        return tokenizer.encode(bounded(text)).getIds();
    }

    /** Token ids of many texts. */
    public List<long[]> encodeAll(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        Encoding[] encodings = tokenizer.batchEncode(texts.stream().map(WordPieceTokenizer::bounded).toList());
        return Arrays.stream(encodings).map(Encoding::getIds).toList();
    }

    public int pad() {
        return pad;
    }

    public int mask() {
        return mask;
    }

    /** Whether an id is [CLS], [SEP] or [PAD], which are never masked. */
    public boolean isFrame(long id) {
        return id == cls || id == sep || id == pad;
    }

    private static String bounded(String text) {
        return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
