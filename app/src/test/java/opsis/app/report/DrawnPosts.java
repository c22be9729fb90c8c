package opsis.app.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws 600×600 pictures that look like posts, for the report's tests. */
final class DrawnPosts {

    private static final int SIDE = 600;

    private DrawnPosts() {
    }

    /** A post of words with a photograph-like gradient under them. */
    static byte[] screenshot(String name, String text, int seed) {
        return png(drawing(name, text, seed));
    }

    /** The same with two regions outlined. */
    static byte[] overlay(String name, String text, int seed) {
        BufferedImage picture = drawing(name, text, seed);
        Graphics2D graphics = graphics(picture);
        region(graphics, new Color(190, 40, 30), 60, 130, 300, 70, new BasicStroke(4));
        region(graphics, new Color(30, 120, 70), 330, 330, 180, 150,
                new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {10, 8}, 0));
        graphics.dispose();
        return png(picture);
    }

    /** Noise: the picture that no encoder makes small. */
    static byte[] noise(int seed) {
        Random random = new Random(seed);
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                picture.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return png(picture);
    }

    /** A picture as rich as a photograph: coarse and fine light and dark over the whole square. */
    static byte[] photograph(int seed) {
        Random random = new Random(seed);
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double coarse = Math.sin(x / 37.0) + Math.cos(y / 23.0) + Math.sin((x + y) / 11.0) / 2;
                int grey = (int) (128 + 40 * coarse + random.nextInt(24) - 12);
                picture.setRGB(x, y, new Color(clamped(grey), clamped(grey - 20), clamped(grey + 10)).getRGB());
            }
        }
        return png(picture);
    }

    private static int clamped(int value) {
        return Math.max(0, Math.min(255, value));
    }

    static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage drawing(String name, String text, int seed) {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = graphics(picture);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, SIDE, SIDE);
        float hue = seed % 12 / 12f;
        graphics.setColor(Color.getHSBColor(hue, 0.45f, 0.7f));
        graphics.fillOval(30, 30, 64, 64);
        graphics.setColor(new Color(20, 25, 30));
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 24));
        graphics.drawString(name, 110, 70);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 25));
        int y = 150;
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > 38) {
                graphics.drawString(line.toString(), 40, y);
                y += 36;
                line.setLength(0);
            }
            line.append(word).append(' ');
        }
        graphics.drawString(line.toString(), 40, y);
        if (seed % 2 == 0) {
            graphics.setPaint(new GradientPaint(40, 320, Color.getHSBColor(hue, 0.35f, 0.95f), 560, 560,
                    Color.getHSBColor(hue + 0.3f, 0.6f, 0.4f)));
            graphics.fillRoundRect(40, 310, 520, 250, 24, 24);
        }
        graphics.dispose();
        return picture;
    }

    private static Graphics2D graphics(BufferedImage picture) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return graphics;
    }

    private static void region(Graphics2D graphics, Color colour, int x, int y, int width, int height, BasicStroke stroke) {
        graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 80));
        graphics.fillRect(x, y, width, height);
        graphics.setColor(colour);
        graphics.setStroke(stroke);
        graphics.drawRect(x, y, width, height);
    }
}
