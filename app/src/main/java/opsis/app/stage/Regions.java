package opsis.app.stage;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import opsis.explain.segment.Quickshift;
import opsis.explain.segment.Segments;

/**
 * Cuts a screenshot into regions as large as the things on it: quickshift on the picture at half its size. At full size
 * the usual parameters give some three hundred regions, more than a few hundred samples can tell apart.
 */
final class Regions {

    /** How the cut is named in a stored explanation. */
    static final String NAME = "quickshift 6/200/0.2 at half size";
    private static final Quickshift QUICKSHIFT = new Quickshift(6, 200, 0.2);

    private Regions() {
    }

    /** Cuts a picture; the same picture and seed give the same regions. */
    static Segments of(BufferedImage picture, long seed) {
        int width = Math.max(1, picture.getWidth() / 2);
        int height = Math.max(1, picture.getHeight() / 2);
        Segments half = QUICKSHIFT.segment(halved(picture, width, height), seed);
        int[] labels = new int[picture.getWidth() * picture.getHeight()];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                labels[y * picture.getWidth() + x] = half.at(Math.min(x / 2, width - 1), Math.min(y / 2, height - 1));
            }
        }
        return Segments.of(picture.getWidth(), picture.getHeight(), labels);
    }

    private static BufferedImage halved(BufferedImage picture, int width, int height) {
        BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = half.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return half;
    }
}
