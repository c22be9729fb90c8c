package opsis.app.authored;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Something that can be drawn into a rectangle; drawings are composed by {@link #under}. */
@FunctionalInterface
public interface Drawing {

    /** Draws into the rectangle from (0, 0) to (width, height); may leave colour, font and transform changed. */
    void draw(Graphics2D graphics, int width, int height);

    /** This drawing with another one on top of it. */
    default Drawing under(Drawing top) {
        return (graphics, width, height) -> {
            draw(graphics, width, height);
            top.draw(graphics, width, height);
        };
    }

    /** This drawing inside a part of the whole, given in fractions of its width and height. */
    default Drawing within(double x, double y, double width, double height) {
        return (graphics, wholeWidth, wholeHeight) -> {
            Graphics2D part = (Graphics2D) graphics.create();
            try {
                part.translate(x * wholeWidth, y * wholeHeight);
                draw(part, (int) Math.round(width * wholeWidth), (int) Math.round(height * wholeHeight));
            } finally {
                part.dispose();
            }
        };
    }

    /** The drawing as a PNG of this many pixels: the same bytes each time on one machine (its fonts decide). */
    default byte[] png(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
                    RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            draw(graphics, width, height);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a drawing could not be written as PNG", e);
        }
        return bytes.toByteArray();
    }
}
