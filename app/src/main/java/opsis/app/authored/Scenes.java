package opsis.app.authored;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.util.Random;

/** Everyday drawings that say nothing against anyone: places, faces, charts. Each is a function of its seed. */
public final class Scenes {

    private Scenes() {
    }

    /** Hills, a sea, a town, a chart or a table, chosen by the seed. */
    public static Drawing any(long seed) {
        return switch (Math.floorMod(seed, 5)) {
            case 0 -> chart(seed);
            case 1 -> table(seed);
            default -> outdoors(seed / 5);
        };
    }

    /** Hills, a sea or a town, chosen by the seed. */
    public static Drawing outdoors(long seed) {
        return switch (Math.floorMod(seed, 3)) {
            case 0 -> hills(seed);
            case 1 -> sea(seed);
            default -> town(seed);
        };
    }

    /** Hills under a sky with a sun. */
    public static Drawing hills(long seed) {
        return (g, w, h) -> {
            Random random = new Random(seed);
            sky(g, w, h, random);
            for (int ridge = 0; ridge < 3; ridge++) {
                g.setColor(hue(0.22f + random.nextFloat() * 0.18f, 0.5f, 0.75f - ridge * 0.17f));
                double base = h * (0.5 + 0.15 * ridge);
                double swing = h * (0.05 + random.nextDouble() * 0.1);
                double phase = random.nextDouble() * 7;
                Polygon land = new Polygon();
                land.addPoint(0, h);
                for (int x = 0; x <= w; x += Math.max(1, w / 48)) {
                    land.addPoint(x, (int) (base + swing * Math.sin(phase + x * 7.0 / w)));
                }
                land.addPoint(w, h);
                g.fill(land);
            }
        };
    }

    /** A sea with waves and a sail. */
    public static Drawing sea(long seed) {
        return (g, w, h) -> {
            Random random = new Random(seed);
            sky(g, w, h, random);
            g.setColor(hue(0.52f + random.nextFloat() * 0.1f, 0.65f, 0.65f));
            g.fillRect(0, h * 6 / 10, w, h);
            g.setColor(new Color(255, 255, 255, 120));
            for (int wave = 0; wave < 18; wave++) {
                g.fillRoundRect(random.nextInt(w), h * 6 / 10 + random.nextInt(h * 4 / 10), w / 12, h / 90 + 1, 4, 4);
            }
            int x = w / 5 + random.nextInt(w / 2);
            g.setColor(Color.WHITE);
            g.fillPolygon(new int[] {x, x, x + w / 9}, new int[] {h / 3, h * 6 / 10, h * 6 / 10}, 3);
            g.setColor(hue(random.nextFloat(), 0.6f, 0.5f));
            g.fillRect(x - w / 20, h * 6 / 10, w / 5, h / 24);
        };
    }

    /** Houses in a row, some windows lit. */
    public static Drawing town(long seed) {
        return (g, w, h) -> {
            Random random = new Random(seed);
            sky(g, w, h, random);
            for (int x = 0; x < w; ) {
                int width = w / 10 + random.nextInt(Math.max(1, w / 8));
                int top = h / 3 + random.nextInt(Math.max(1, h / 3));
                g.setColor(hue(0.05f + random.nextFloat() * 0.1f, 0.25f + random.nextFloat() * 0.3f,
                        0.55f + random.nextFloat() * 0.35f));
                g.fillRect(x, top, width, h - top);
                for (int y = top + h / 20; y < h - h / 12; y += h / 9) {
                    g.setColor(random.nextBoolean() ? new Color(0xF6E3A1) : new Color(0x46505C));
                    g.fillRect(x + width / 5, y, width / 5, h / 20);
                    g.fillRect(x + width * 3 / 5, y, width / 5, h / 20);
                }
                x += width;
            }
        };
    }

    /** A bar chart with a grid. */
    public static Drawing chart(long seed) {
        return (g, w, h) -> {
            Random random = new Random(seed);
            g.setColor(new Color(0xF7F7F4));
            g.fillRect(0, 0, w, h);
            g.setColor(new Color(0xD4D4CF));
            for (int line = 1; line < 6; line++) {
                g.fillRect(w / 12, h * line / 6, w * 10 / 12, 1);
            }
            g.setColor(hue(random.nextFloat(), 0.55f, 0.7f));
            int bars = 5 + random.nextInt(6);
            for (int bar = 0; bar < bars; bar++) {
                int height = (int) (h * (0.1 + 0.65 * random.nextDouble()));
                g.fillRect(w / 12 + bar * w * 10 / 12 / bars, h * 11 / 12 - height, w * 7 / 12 / bars, height);
            }
            g.setColor(new Color(0x404040));
            g.fillRect(w / 12, h * 11 / 12, w * 10 / 12, Math.max(1, h / 150));
        };
    }

    /** A cup and a plate on a table, from above. */
    public static Drawing table(long seed) {
        return (g, w, h) -> {
            Random random = new Random(seed);
            g.setColor(hue(0.07f + random.nextFloat() * 0.05f, 0.45f, 0.6f + random.nextFloat() * 0.3f));
            g.fillRect(0, 0, w, h);
            int size = Math.min(w, h);
            disc(g, w * 0.35, h * 0.5, size * 0.36, new Color(0xFBFAF6));
            disc(g, w * 0.35, h * 0.5, size * 0.25, hue(random.nextFloat(), 0.25f, 0.95f));
            for (int bite = 0; bite < 7; bite++) {
                disc(g, w * (0.25 + 0.2 * random.nextDouble()), h * (0.38 + 0.24 * random.nextDouble()),
                        size * 0.06, hue(random.nextFloat() * 0.3f, 0.7f, 0.8f));
            }
            disc(g, w * 0.78, h * 0.35, size * 0.16, new Color(0xFBFAF6));
            disc(g, w * 0.78, h * 0.35, size * 0.12, new Color(0x4A2C17));
        };
    }

    /** A simple face, for avatars. */
    public static Drawing face(long seed) {
        return (g, w, h) -> {
            Random random = new Random(seed);
            g.setColor(hue(random.nextFloat(), 0.3f, 0.9f));
            g.fillRect(0, 0, w, h);
            Color skin = hue(0.06f, 0.25f + random.nextFloat() * 0.4f, 0.55f + random.nextFloat() * 0.4f);
            Color hair = hue(0.08f, 0.4f, 0.15f + random.nextFloat() * 0.5f);
            disc(g, w * 0.5, h * 0.44, w * 0.31, hair);
            disc(g, w * 0.5, h * 1.05, w * 0.38, hue(random.nextFloat(), 0.5f, 0.55f));
            disc(g, w * 0.5, h * 0.52, w * 0.25, skin);
            disc(g, w * 0.41, h * 0.5, w * 0.03, Color.DARK_GRAY);
            disc(g, w * 0.59, h * 0.5, w * 0.03, Color.DARK_GRAY);
            g.setColor(new Color(0x8A3A35));
            g.fillArc((int) (w * 0.4), (int) (h * 0.54), (int) (w * 0.2), (int) (h * 0.14), 180, 180);
        };
    }

    static Color hue(float hue, float saturation, float brightness) {
        return Color.getHSBColor(hue, saturation, brightness);
    }

    static void disc(Graphics2D g, double x, double y, double radius, Color colour) {
        g.setColor(colour);
        g.fillOval((int) Math.round(x - radius), (int) Math.round(y - radius),
                (int) Math.round(2 * radius), (int) Math.round(2 * radius));
    }

    private static void sky(Graphics2D g, int w, int h, Random random) {
        float hue = random.nextInt(4) == 0 ? 0.05f : 0.55f;
        g.setPaint(new GradientPaint(0, 0, hue(hue, 0.45f, 0.95f), 0, h, hue(hue, 0.08f, 1f)));
        g.fillRect(0, 0, w, h);
        disc(g, w * (0.15 + 0.7 * random.nextDouble()), h * (0.12 + 0.15 * random.nextDouble()),
                Math.min(w, h) * 0.08, new Color(0xFFF1B8));
    }
}
