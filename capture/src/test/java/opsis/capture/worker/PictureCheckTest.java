package opsis.capture.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import opsis.capture.Box;
import opsis.capture.Layout;
import org.junit.jupiter.api.Test;

class PictureCheckTest {
  private static byte[] png(int width, int height, Color... spots) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    for (int i = 0; i < spots.length; i++) {
      graphics.setColor(spots[i]);
      graphics.fillRect(i * 20 + 5, 5, 4, 4);
    }
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static Layout words(int number) {
    return new Layout(IntStream.range(0, number).mapToObj(i -> new Box(Box.Kind.WORD, i * 20, 0, 18, 18, "w", i)).toList());
  }

  @Test
  void wordsCountWhereInkIsSeen() throws IOException {
    PictureCheck check = PictureCheck.of(png(600, 600, Color.BLACK, new Color(250, 250, 250), Color.RED), words(4));
    assertThat(check).isEqualTo(new PictureCheck(600, 600, false, 4, 2));
  }

  @Test
  void oneColourIsBlank() throws IOException {
    assertThat(PictureCheck.of(png(600, 600), words(0)).blank()).isTrue();
    assertThat(PictureCheck.of(png(600, 600, new Color(254, 255, 255)), words(0)).blank()).isFalse();
  }

  @Test
  void theSizeIsReadFromTheHeader() throws IOException {
    PictureCheck check = PictureCheck.of(png(600, 457), words(0));
    assertThat(check.exactSize()).isFalse();
    assertThat(check.height()).isEqualTo(457);
  }

  @Test
  void whatIsNoPngOrIsTornIsNoPicture() throws IOException {
    assertThat(PictureCheck.of(new byte[0], words(1)).exactSize()).isFalse();
    assertThat(PictureCheck.of(new byte[100], words(1)).exactSize()).isFalse();
    byte[] whole = png(600, 600, Color.BLACK);
    assertThat(PictureCheck.of(Arrays.copyOf(whole, 60), words(1)).blank()).isTrue();
  }

  @Test
  void boxesBeyondTheEdgeAreHarmless() throws IOException {
    Layout outside = new Layout(List.of(new Box(Box.Kind.WORD, 590, 590, 500, 500, "w", 0), new Box(Box.Kind.WORD, -50, -50, 10, 10, "w", 1)));
    assertThat(PictureCheck.of(png(600, 600, Color.BLACK), outside).inkedWords()).isZero();
  }
}
