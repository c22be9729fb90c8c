package opsis.fusion;

import ai.djl.ndarray.NDManager;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import opsis.fusion.ModelConfig.Pooling;
import opsis.fusion.checkpoint.Checkpoint;
import opsis.fusion.network.FusionNetwork;
import opsis.fusion.tensor.Engines;
import opsis.fusion.tensor.Parameters;

/** A network small enough to train in a test. */
public final class TinyModel {
    public static final List<String> VOCABULARY = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "καλο", "κακο", "ο", "σκυλος",
            "η", "γατα", "το", "σπιτι", "δρομος", "ηλιος", "βροχη", "##ς", "##α");

    private TinyModel() {
    }

    public static ModelConfig config(Pooling pooling, int ngramBuckets) {
        return new ModelConfig("tiny", new ModelConfig.Text(VOCABULARY.size(), 16, 1, 2, 32, 16, 12, pooling, ngramBuckets),
                ModelConfig.Image.standard(4, 32), new ModelConfig.Fusion(16));
    }

    /** A model folder with random weights. */
    public static Path folder(Path folder, ModelConfig config) {
        Engines.engine().setRandomSeed(3);
        try (NDManager root = Engines.open("cpu"); Parameters parameters = new Parameters(root)) {
            FusionNetwork.declare(config, parameters);
            // Larger weights than training begins with, so that inputs visibly matter.
            List.copyOf(parameters.all().keySet()).forEach(name -> {
                if (!Parameters.isBuffer(name)) {
                    parameters.put(name, parameters.get(name).add(parameters.manager().randomNormal(parameters.get(name).getShape()).mul(0.2f)));
                }
            });
            Checkpoint.write(folder, config, VOCABULARY, card(), parameters.all(), false);
        }
        return folder;
    }

    public static ModelCard card() {
        return new ModelCard("tiny", "For tests.", Instant.parse("2026-01-01T00:00:00Z"), List.of("none"), "none", 3, 0.4, List.of(),
                Map.of(), Map.of(), List.of("anything"));
    }

    /** A picture of one colour with a white bar whose place the seed decides. */
    public static byte[] picture(Color colour, int seed) {
        BufferedImage image = new BufferedImage(48, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 48, 40);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(seed * 7 % 40, seed * 5 % 30, 8, 8);
        graphics.dispose();
        return png(image);
    }

    public static byte[] png(BufferedImage image) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
