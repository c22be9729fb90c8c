package opsis.app.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/** Makes pictures small enough to travel in one file: a lossless palette PNG where that is smaller, else JPEG. */
final class PictureEncoder {

    private static final int LARGEST_SIDE = 4_096;
    private static final int PALETTE = 256;
    /** So few pixels that neither a letter nor a face is left. */
    private static final int PREVIEW_SIDE = 16;

    private final float quality;

    /** @param quality of JPEG, 0 to 1 */
    PictureEncoder(float quality) {
        this.quality = quality;
    }

    /** The picture for the page, or nothing where the bytes are no picture of at most 4,096 pixels a side. */
    Optional<Picture> encode(byte[] bytes) {
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            Optional<BufferedImage> decoded = decode(bytes);
            if (decoded.isEmpty()) {
                return Optional.empty();
            }
            BufferedImage picture = opaque(decoded.get());
            return Optional.of(new Picture(smallest(picture), uri("image/png", png(preview(picture))),
                    picture.getWidth(), picture.getHeight()));
        } catch (IOException | RuntimeException unreadable) {
            // ImageIO's readers throw unchecked exceptions too on damaged files; the page says that it is unreadable.
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> decode(byte[] bytes) throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                // The size stands in the header, so that a bomb is refused before it is unpacked.
                boolean bounded = reader.getWidth(0) <= LARGEST_SIDE && reader.getHeight(0) <= LARGEST_SIDE;
                return bounded ? Optional.of(reader.read(0)) : Optional.empty();
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage opaque(BufferedImage picture) {
        return drawn(picture, picture.getWidth(), picture.getHeight());
    }

    private static BufferedImage preview(BufferedImage picture) {
        Image averaged = picture.getScaledInstance(PREVIEW_SIDE, PREVIEW_SIDE, Image.SCALE_AREA_AVERAGING);
        return drawn(averaged, PREVIEW_SIDE, PREVIEW_SIDE);
    }

    private static BufferedImage drawn(Image picture, int width, int height) {
        BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = canvas.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return canvas;
    }

    private String smallest(BufferedImage picture) throws IOException {
        byte[] jpeg = jpeg(picture);
        Optional<BufferedImage> paletted = paletted(picture);
        if (paletted.isPresent()) {
            byte[] png = png(paletted.get());
            if (png.length <= jpeg.length) {
                return uri("image/png", png);
            }
        }
        return uri("image/jpeg", jpeg);
    }

    private static Optional<BufferedImage> paletted(BufferedImage picture) {
        int width = picture.getWidth();
        int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        Map<Integer, Integer> palette = new LinkedHashMap<>();
        byte[] indices = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int index = palette.computeIfAbsent(pixels[i], colour -> palette.size());
            if (index == PALETTE) {
                return Optional.empty();
            }
            indices[i] = (byte) index;
        }
        int[] colours = palette.keySet().stream().mapToInt(Integer::intValue).toArray();
        IndexColorModel model = new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage indexed = new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        indexed.getRaster().setDataElements(0, 0, width, picture.getHeight(), indices);
        return Optional.of(indexed);
    }

    private byte[] jpeg(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private static String uri(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
