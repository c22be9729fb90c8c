package opsis.capture.worker;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import opsis.capture.Box;
import opsis.capture.Capture;
import opsis.capture.Layout;

/**
 * What a picture's pixels say.
 *
 * @param width from the PNG header; 0 where there is no such header
 * @param height from the PNG header
 * @param blank whether all pixels have one colour, or the picture cannot be decoded
 * @param wordBoxes how many word boxes the layout has
 * @param inkedWords in how many of them something is drawn on the ground
 */
record PictureCheck(int width, int height, boolean blank, int wordBoxes, int inkedWords) {
  private static final long PNG = 0x89504e470d0a1a0aL;
  /** Least difference of one colour channel between a letter and its ground that a reader can see. */
  private static final int INK = 24;

  boolean exactSize() {
    return width == Capture.SIDE && height == Capture.SIDE;
  }

  static PictureCheck of(byte[] picture, Layout layout) {
    ByteBuffer header = ByteBuffer.wrap(picture);
    if (picture.length < 33 || header.getLong(0) != PNG) return new PictureCheck(0, 0, true, 0, 0);
    int width = header.getInt(16);
    int height = header.getInt(20);
    if (width != Capture.SIDE || height != Capture.SIDE) return new PictureCheck(width, height, false, 0, 0);
    BufferedImage image = decoded(picture);
    if (image == null) return new PictureCheck(width, height, true, 0, 0);
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    List<Box> words = layout.of(Box.Kind.WORD);
    int inked = (int) words.stream().filter(word -> contrast(pixels, word) >= INK).count();
    Box whole = new Box(Box.Kind.MEDIA, 0, 0, width, height, null, 0);
    return new PictureCheck(width, height, contrast(pixels, whole) == 0, words.size(), inked);
  }

  private static BufferedImage decoded(byte[] picture) {
    try {
      // In memory: ImageIO would otherwise write each picture to a temporary file. It closes the stream itself.
      return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(picture)));
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** Largest spread of one colour channel within a box. */
  private static int contrast(int[] pixels, Box box) {
    int left = Math.max(0, (int) box.x());
    int top = Math.max(0, (int) box.y());
    int right = Math.min(Capture.SIDE, (int) Math.ceil(box.x() + box.width()));
    int bottom = Math.min(Capture.SIDE, (int) Math.ceil(box.y() + box.height()));
    int most = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int low = 255;
      int high = 0;
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          int value = pixels[y * Capture.SIDE + x] >> shift & 255;
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
      most = Math.max(most, high - low);
    }
    return most;
  }
}
