package opsis.fusion.picture;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import opsis.fusion.ModelConfig;
import opsis.fusion.ModelException;

/** Reads PNG and JPEG pictures as the network's configuration wants them. Safe for use by several threads. */
public final class PictureReader {
    private static final int MAX_BYTES = 32 << 20;
    private static final long MAX_PIXELS = 40_000_000;

    private final ModelConfig.Image config;
    private final Scaler scaler;

    public PictureReader(ModelConfig.Image config) {
        this.config = config;
        this.scaler = new Scaler(config.size());
    }

    /** Bytes of one picture as {@link #read} gives it. */
    public int length() {
        return 3 * config.size() * config.size();
    }

    /**
     * Decodes a file, crops, and scales.
     *
     * @return red, green and blue planes, each size × size bytes, row by row
     * @throws ModelException where the bytes are no PNG or JPEG, are broken, or are larger than 32 MiB or 40 megapixels
     */
    public byte[] read(byte[] file) {
        return read(decode(file));
    }

    /** Crops and scales a decoded picture; transparency is laid on white. */
    public byte[] read(BufferedImage picture) {
        int top = (int) Math.round(config.cropTop() * picture.getHeight());
        int height = Math.max(1, picture.getHeight() - top);
        return scaler.scale(picture.getSubimage(0, Math.min(top, picture.getHeight() - 1), picture.getWidth(), height));
    }

    private static BufferedImage decode(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw new ModelException("A picture of " + file.length + " bytes is too large; give at most " + MAX_BYTES);
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    String format = reader.getFormatName();
                    if (format.equalsIgnoreCase("png") || format.equalsIgnoreCase("jpeg")) {
                        return decode(reader, in);
                    }
                } finally {
                    reader.dispose();
                }
            }
        } catch (ModelException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The JDK's readers meet hostile files with unchecked exceptions of many kinds.
            throw new ModelException("A picture is broken (" + e.getMessage() + "); capture it again", e);
        }
        throw new ModelException("A picture is neither PNG nor JPEG; convert it");
    }

    private static BufferedImage decode(ImageReader reader, ImageInputStream in) throws IOException {
        reader.setInput(in, true, true);
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MAX_PIXELS) {
            throw new ModelException("A picture of " + width + " × " + height + " pixels is too large; give at most " + MAX_PIXELS);
        }
        return reader.read(0);
    }

    /** A batch (pictures, 3, size, size) of floats, less the mean and over the deviation, belonging to the manager. */
    public NDArray normalised(List<byte[]> pictures, NDManager manager) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(pictures.size() * length());
        pictures.forEach(bytes::put);
        Shape shape = new Shape(pictures.size(), 3, config.size(), config.size());
        float[] scale = new float[3];
        float[] shift = new float[3];
        for (int channel = 0; channel < 3; channel++) {
            scale[channel] = 1 / (255 * config.deviation()[channel]);
            shift[channel] = -config.mean()[channel] / config.deviation()[channel];
        }
        try (NDManager scope = manager.newSubManager()) {
            NDArray floats = scope.create(bytes.flip(), shape, DataType.UINT8).toType(DataType.FLOAT32, true);
            NDArray result = floats.muli(scope.create(scale, new Shape(1, 3, 1, 1))).addi(scope.create(shift, new Shape(1, 3, 1, 1)));
            result.attach(manager);
            return result;
        }
    }
}
