package opsis.fusion;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The network's sizes, as config.json of a model folder holds them.
 *
 * @param name   the model's name, part of its version; letters, digits, dot, dash and underscore
 * @param text   the encoder of the words, or null for a network of pictures alone
 * @param image  the encoder of the picture, or null for a network of words alone
 * @param fusion the head over both
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelConfig(String name, Text text, Image image, Fusion fusion) {

    public ModelConfig {
        require(name != null && name.matches("[A-Za-z0-9._-]{1,64}"),
                "name must be 1 to 64 letters, digits, dots, dashes or underscores");
        require(text != null || image != null, "one of text and image must be there");
        require(fusion != null, "fusion is missing");
    }

    /**
     * BERT (Devlin et al. 2019; names as Hugging Face's BertModel).
     *
     * @param vocabularySize   lines of vocab.txt
     * @param hiddenSize       width; a multiple of heads
     * @param layers           encoder layers
     * @param heads            attention heads
     * @param intermediateSize width of the feed-forward part
     * @param maxPositions     rows of the position table
     * @param maxTokens        longer texts are cut here, [CLS] and [SEP] included; at most maxPositions
     * @param pooling          what becomes of the token vectors: {@link Pooling}
     * @param ngramBuckets     rows of the hashed n-gram table beside the encoder; 0 for none
     */
    public record Text(int vocabularySize, int hiddenSize, int layers, int heads, int intermediateSize,
                       int maxPositions, int maxTokens, Pooling pooling, int ngramBuckets) {
        public Text {
            within("text.vocabularySize", vocabularySize, 5, 300_000);
            within("text.hiddenSize", hiddenSize, 4, 4096);
            within("text.layers", layers, 1, 48);
            within("text.heads", heads, 1, 64);
            within("text.intermediateSize", intermediateSize, 4, 16_384);
            within("text.maxPositions", maxPositions, 8, 4096);
            within("text.maxTokens", maxTokens, 4, maxPositions);
            within("text.ngramBuckets", ngramBuckets, 0, 1 << 22);
            require(hiddenSize % heads == 0, "text.hiddenSize must be a multiple of text.heads");
            require(pooling != null, "text.pooling is missing");
        }

        /** Values of the pooled text vector. */
        public int pooledSize() {
            return pooling == Pooling.CLS ? hiddenSize : 3 * hiddenSize;
        }
    }

    /** How token vectors become one vector. */
    public enum Pooling {
        /** BERT's own: [CLS] through a dense layer and tanh. */
        CLS,
        /** [CLS] as above, beside the mean and the maximum over the tokens; better for small encoders. */
        CLS_MEAN_MAX
    }

    /**
     * ResNet-18 (He et al. 2016; names as torchvision's resnet18).
     *
     * @param baseWidth channels of the first stage; 64 is torchvision's own
     * @param size      height and width that pictures are scaled to
     * @param cropTop   fraction of the picture's height cut off at the top before scaling, 0 to 0.9
     * @param mean      subtracted from red, green and blue, each 0 to 1
     * @param deviation divides them thereafter
     */
    public record Image(int baseWidth, int size, double cropTop, float[] mean, float[] deviation) {
        public Image {
            within("image.baseWidth", baseWidth, 2, 256);
            within("image.size", size, 32, 1024);
            require(cropTop >= 0 && cropTop <= 0.9, "image.cropTop must lie between 0 and 0.9");
            require(mean != null && mean.length == 3, "image.mean must hold three values");
            require(deviation != null && deviation.length == 3, "image.deviation must hold three values");
            for (float value : deviation) {
                require(value > 0, "image.deviation must be above zero");
            }
        }

        /** ImageNet's mean and deviation, nothing cropped. */
        public static Image standard(int baseWidth, int size) {
            return new Image(baseWidth, size, 0,
                    new float[] {0.485f, 0.456f, 0.406f}, new float[] {0.229f, 0.224f, 0.225f});
        }

        /** Values of the pooled picture vector. */
        public int pooledSize() {
            return 8 * baseWidth;
        }
    }

    /**
     * The head: both vectors side by side, a dense layer, GELU, dropout, one logit (the sigmoid of which is the probability).
     *
     * @param hiddenSize width of the dense layer
     */
    public record Fusion(int hiddenSize) {
        public Fusion {
            within("fusion.hiddenSize", hiddenSize, 1, 4096);
        }
    }

    private static void within(String name, int value, int low, int high) {
        require(value >= low && value <= high, name + " is " + value + "; it must lie between " + low + " and " + high);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new ModelException("config.json: " + message);
        }
    }
}
