package opsis.app.stage;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import opsis.explain.draw.Overlay;
import opsis.explain.lime.ImageExplanation;
import opsis.explain.lime.ImageLime;
import opsis.explain.lime.ImageLimeSettings;
import opsis.explain.lime.TextExplanation;
import opsis.explain.lime.TextLime;
import opsis.explain.lime.TextLimeSettings;
import opsis.fusion.classify.Classifier;

/** Explains a classifier's prediction of one post: which words and which regions of the picture decided. */
final class Explainer {

    private static final int HATEFUL = 1;
    private static final int REGIONS_DRAWN = 10;

    /** An explanation and the picture that shows it; the overlay is null where there is no picture. */
    record Explained(ExplanationContent content, byte[] overlay) {
    }

    /**
     * How well to explain.
     *
     * @param wordSamples perturbed texts
     * @param regionSamples perturbed pictures
     */
    record Effort(long seed, int wordSamples, int regionSamples) {
    }

    private final Classifier classifier;
    private final Effort effort;
    private final int batch;

    Explainer(Classifier classifier, Effort effort, int batch) {
        this.classifier = classifier;
        this.effort = effort;
        this.batch = batch;
    }

    /** Explains a post by its words and, where there is one, its picture. */
    Explained explain(String text, byte[] picture) throws IOException {
        boolean hasWords = text != null && !text.isBlank();
        ExplanationContent.Words words = hasWords ? words(text, picture) : null;
        if (picture == null) {
            return new Explained(new ExplanationContent(words, null), null);
        }
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        ImageExplanation regions = regions(hasWords ? text : null, image);
        return new Explained(new ExplanationContent(words, new ExplanationContent.Regions(Regions.NAME,
                regions.segments().count(), regions.attribution())),
                Overlay.png(image, regions.segments(), regions.attribution(), REGIONS_DRAWN));
    }

    private ExplanationContent.Words words(String text, byte[] picture) {
        TextLimeSettings settings = TextLimeSettings.seeded(effort.seed()).withSamples(effort.wordSamples());
        TextExplanation explanation = new TextLime(settings).explain(text,
                texts -> columns(classifier.wordsProbabilities(texts, picture)), HATEFUL);
        return new ExplanationContent.Words(explanation.words(), explanation.attribution());
    }

    private ImageExplanation regions(String text, BufferedImage image) {
        ImageLimeSettings settings = ImageLimeSettings.seeded(effort.seed()).withSamples(effort.regionSamples())
                .withBatch(batch);
        return new ImageLime(settings).explain(image, Regions.of(image, effort.seed()),
                images -> columns(classifier.pictureProbabilities(text, images)), HATEFUL);
    }

    /** Turns the probability of hate into one column for each of the two classes. */
    private static double[][] columns(double[] hateful) {
        return Arrays.stream(hateful).mapToObj(p -> new double[] {1 - p, p}).toArray(double[][]::new);
    }
}
