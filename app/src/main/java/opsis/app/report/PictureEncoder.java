package opsis.app.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/** Makes pictures small enough to travel in one file: exact as PNG where that is cheap, else JPEG. */
final class PictureEncoder {

    private static final int LARGEST_SIDE = 4_096;
    /** So few pixels that neither a letter nor a face is left. */
    private static final int PREVIEW_SIDE = 16;

    /** Letters suffer most from JPEG, so an exact picture may take so many times its bytes. */
    private static final double WORTH_OF_EXACTNESS = 2;

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
            return Optional.of(new Picture(encoded(picture), uri("image/png", png(preview(picture))),
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

    private String encoded(BufferedImage picture) throws IOException {
        byte[] jpeg = jpeg(picture);
        byte[] png = png(picture);
        return png.length <= WORTH_OF_EXACTNESS * jpeg.length ? uri("image/png", png) : uri("image/jpeg", jpeg);
    }

    private byte[] jpeg(BufferedImage picture) throws IOException {
        return written("jpeg", quality, picture);
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        // PNG loses nothing: its "quality" only weighs time against size.
        return written("png", 0.5f, picture);
    }

    private static byte[] written(String format, float quality, BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
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

    private static String uri(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
