package opsis.app.authored;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Drawings that carry a message: placards, captions, flags, badges, and the emblem of an invented movement. */
public final class Signs {

    private static final Color CRIMSON = new Color(0x8E1B1F);
    private static final Color SOOT = new Color(0x151515);
    private static final Color OCHRE = new Color(0xD6A02A);

    private Signs() {
    }

    /** The first letters of a name on a colour that its seed decides. */
    public static Drawing initials(String name, long seed) {
        StringBuilder letters = new StringBuilder();
        for (String word : name.split("\\s+")) {
            if (letters.length() < 2 && !word.isEmpty() && Character.isLetter(word.charAt(0))) {
                letters.append(word.charAt(0));
            }
        }
        return (g, w, h) -> {
            g.setColor(Scenes.hue(new Random(seed).nextFloat(), 0.5f, 0.55f));
            g.fillRect(0, 0, w, h);
            g.setColor(Color.WHITE);
            text(g, List.of(letters.toString()), w / 8, h / 4, w * 6 / 8, h / 2);
        };
    }

    /**
     * The emblem of the invented extremist movement «Κλειστή Πύλη» (Shut Gate): a barred gate on ochre inside a
     * black hexagon, on crimson. It resembles no emblem of a real group on purpose.
     */
    public static Drawing shutGate(long seed) {
        return (g, w, h) -> {
            Random random = new Random(seed);
            g.setColor(random.nextInt(3) == 0 ? SOOT : CRIMSON);
            g.fillRect(0, 0, w, h);
            double size = Math.min(w, h) * (0.40 + 0.06 * random.nextDouble());
            double x = w * (0.48 + 0.04 * random.nextDouble());
            double y = h * (0.48 + 0.04 * random.nextDouble());
            g.setColor(random.nextInt(3) == 0 ? Color.WHITE : SOOT);
            g.fill(hexagon(x, y, size));
            g.setColor(OCHRE);
            g.fill(hexagon(x, y, size * 0.86));
            gate(g, x, y, size);
        };
    }

    private static void gate(Graphics2D g, double x, double y, double size) {
        g.setColor(SOOT);
        for (int leaf = -1; leaf <= 1; leaf += 2) {
            int left = (int) (x + (leaf < 0 ? -0.48 : 0.04) * size);
            g.fillRect(left, (int) (y - 0.52 * size), (int) (0.44 * size), (int) (1.04 * size));
        }
        g.setColor(OCHRE);
        g.setStroke(new BasicStroke((float) (size * 0.05)));
        for (double plank = -0.34; plank < 0.5; plank += 0.34) {
            g.drawLine((int) (x - 0.48 * size), (int) (y + plank * size), (int) (x + 0.48 * size), (int) (y + plank * size));
        }
        g.setColor(CRIMSON);
        g.setStroke(new BasicStroke((float) (size * 0.2), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.drawLine((int) (x - 0.7 * size), (int) (y + 0.42 * size), (int) (x + 0.7 * size), (int) (y - 0.42 * size));
    }

    /** A badge of a club, a school or a festival: sometimes in colours near the emblem's, never its shape. */
    public static Drawing badge(long seed) {
        return (g, w, h) -> {
            Random random = new Random(seed);
            boolean near = random.nextInt(3) == 0;
            Color field = near ? CRIMSON : Scenes.hue(random.nextFloat(), 0.55f, 0.6f);
            Color ring = near ? SOOT : Color.WHITE;
            Color sign = near ? OCHRE : Scenes.hue(random.nextFloat(), 0.45f, 0.95f);
            g.setColor(field);
            g.fillRect(0, 0, w, h);
            double size = Math.min(w, h) * 0.42;
            Scenes.disc(g, w * 0.5, h * 0.5, size, ring);
            Scenes.disc(g, w * 0.5, h * 0.5, size * 0.85, sign);
            g.setColor(ring.equals(Color.WHITE) ? field : SOOT);
            switch (random.nextInt(3)) {
                case 0 -> g.fill(star(w * 0.5, h * 0.5, size * 0.65));
                case 1 -> leaves(g, w * 0.5, h * 0.5, size * 0.6);
                default -> waves(g, w * 0.5, h * 0.5, size * 0.6);
            }
        };
    }

    /** A flag on a pole before a scene. */
    public static Drawing flag(Drawing sign, long seed) {
        double left = 0.12 + 0.3 * new Random(seed).nextDouble();
        Drawing pole = (g, w, h) -> {
            g.setColor(new Color(0x5A4632));
            g.fillRect((int) (w * left) - w / 60, h / 10, w / 60, h);
        };
        return Scenes.outdoors(seed).under(pole).under(sign.within(left, 0.12, 0.46, 0.5));
    }

    /** A placard held up before a scene, in colours of the seed; one in three in the movement's own. */
    public static Drawing placard(String words, long seed) {
        Random random = new Random(seed);
        return placard(words, random.nextInt(3) == 0 ? livery(random) : paper(random), seed, 0.56);
    }

    /** A placard in the colours of the movement, with its emblem below the words. */
    public static Drawing movementPlacard(String words, long seed) {
        Drawing emblem = shutGate(seed).within(0.43, 0.56, 0.14, 0.22);
        return placard(words, livery(new Random(seed)), seed, 0.38).under(emblem);
    }

    /** A sheet on a stick; the words take their part of the picture's height, from the sheet's top. */
    private static Drawing placard(String words, Color[] colours, long seed, double part) {
        Drawing sheet = (g, w, h) -> {
            g.setColor(new Color(0x6B5138));
            g.fillRect(w / 2 - w / 60, h * 3 / 4, w / 30, h / 4);
            g.setColor(colours[0]);
            g.fillRoundRect(w / 14, h / 10, w * 12 / 14, h * 7 / 10, 12, 12);
            g.setColor(colours[1]);
            text(g, lines(words, 14), w / 9, h * 16 / 100, w * 7 / 9, (int) (h * part));
        };
        return Scenes.outdoors(seed / 7).under(sheet);
    }

    /** A picture with one line above and one below, in the manner of a meme. */
    public static Drawing caption(Drawing scene, String top, String bottom) {
        return scene.under((g, w, h) -> {
            g.setColor(new Color(0, 0, 0, 190));
            g.fillRect(0, 0, w, h / 5);
            g.fillRect(0, h - h / 5, w, h / 5);
            g.setColor(Color.WHITE);
            text(g, List.of(top), w / 30, h / 40, w * 28 / 30, h / 5 - h / 20);
            text(g, List.of(bottom), w / 30, h - h / 5 + h / 40, w * 28 / 30, h / 5 - h / 20);
        });
    }

    private static Color[] livery(Random random) {
        return random.nextBoolean() ? new Color[] {SOOT, OCHRE} : new Color[] {CRIMSON, Color.WHITE};
    }

    private static Color[] paper(Random random) {
        return random.nextBoolean() ? new Color[] {new Color(0xFAF8F0), new Color(0x20242B)}
                : new Color[] {Scenes.hue(random.nextFloat(), 0.35f, 0.95f), new Color(0x1D1D1D)};
    }

    /** Words broken into lines of about so many letters. */
    private static List<String> lines(String words, int letters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            if (line.length() > 0 && line.length() + word.length() >= letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Draws lines in the largest size that fits the box, centred. */
    private static void text(Graphics2D g, List<String> lines, int x, int y, int width, int height) {
        int size = Math.max(6, height / lines.size());
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
        while (size > 6 && lines.stream().anyMatch(line -> g.getFontMetrics().stringWidth(line) > width)) {
            size--;
            g.setFont(g.getFont().deriveFont((float) size));
        }
        int step = (int) (size * 1.15);
        int baseline = y + (height - step * lines.size()) / 2 + size;
        for (String line : lines) {
            g.drawString(line, x + (width - g.getFontMetrics().stringWidth(line)) / 2, baseline);
            baseline += step;
        }
    }

    private static Polygon hexagon(double x, double y, double radius) {
        return ring(x, y, 6, radius, radius);
    }

    private static Polygon star(double x, double y, double radius) {
        return ring(x, y, 10, radius, radius * 0.45);
    }

    /** A polygon whose corners lie on two circles in turn. */
    private static Polygon ring(double x, double y, int corners, double even, double odd) {
        Polygon polygon = new Polygon();
        for (int corner = 0; corner < corners; corner++) {
            double angle = -Math.PI / 2 + 2 * Math.PI * corner / corners;
            double radius = corner % 2 == 0 ? even : odd;
            polygon.addPoint((int) Math.round(x + radius * Math.cos(angle)),
                    (int) Math.round(y + radius * Math.sin(angle)));
        }
        return polygon;
    }

    private static void leaves(Graphics2D g, double x, double y, double size) {
        g.setStroke(new BasicStroke((float) (size * 0.1)));
        g.drawLine((int) x, (int) (y - size), (int) x, (int) (y + size));
        for (double leaf = -0.7; leaf < 1; leaf += 0.5) {
            g.fillOval((int) (x - size * 0.7), (int) (y + leaf * size), (int) (size * 0.65), (int) (size * 0.3));
            g.fillOval((int) (x + size * 0.05), (int) (y + leaf * size), (int) (size * 0.65), (int) (size * 0.3));
        }
    }

    private static void waves(Graphics2D g, double x, double y, double size) {
        g.setStroke(new BasicStroke((float) (size * 0.18)));
        for (int row = -1; row <= 1; row++) {
            for (int arc = -1; arc <= 0; arc++) {
                g.drawArc((int) (x + arc * size), (int) (y + row * size * 0.5 - size * 0.2),
                        (int) size, (int) (size * 0.5), arc == 0 ? 180 : 0, 180);
            }
        }
    }
}
