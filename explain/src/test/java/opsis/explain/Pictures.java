package opsis.explain;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures for tests. */
public final class Pictures {

  private Pictures() {}

  /** One that bench/explain/reference wrote. */
  public static BufferedImage read(String name) {
    try (InputStream in = Pictures.class.getResourceAsStream("/opsis/explain/" + name)) {
      return ImageIO.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The regions in a picture of 16-bit greys. */
  public static int[] labels(String name) {
    BufferedImage image = read(name);
    return image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
  }

  /** Red, green and blue of every pixel, row by row. */
  public static byte[] bytes(BufferedImage image) {
    int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    byte[] bytes = new byte[3 * pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      bytes[3 * i] = (byte) (pixels[i] >> 16);
      bytes[3 * i + 1] = (byte) (pixels[i] >> 8);
      bytes[3 * i + 2] = (byte) pixels[i];
    }
    return bytes;
  }

  /** Something with edges, gradients and grain, of any size. */
  public static BufferedImage painted(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int grain = (x * 31 + y * 17 + x * y) % 13;
        int red = (x / 40 + y / 40) % 2 == 0 ? 250 - grain : x * 255 / width;
        int green = y * 255 / height;
        image.setRGB(x, y, red << 16 | green << 8 | 100 + 4 * grain);
      }
    }
    return image;
  }
}
