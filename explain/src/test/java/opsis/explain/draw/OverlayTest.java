package opsis.explain.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import opsis.explain.Attribution;
import opsis.explain.Feature;
import opsis.explain.segment.Grid;
import opsis.explain.segment.Segments;
import org.junit.jupiter.api.Test;

class OverlayTest {

  /** Nine squares of 20 pixels on grey. */
  private final BufferedImage picture = grey(60, 60);
  private final Segments segments = new Grid(3, 3).segment(picture, 0);

  @Test
  void redSpeaksForTheLabelAndGreenAgainstIt() throws IOException {
    BufferedImage drawn = draw(attribution(feature(0, 0.4), feature(8, -0.4)), 2);

    Color red = new Color(drawn.getRGB(10, 10));
    Color green = new Color(drawn.getRGB(50, 50));
    assertThat(red.getRed()).isGreaterThan(red.getGreen() + 40);
    assertThat(green.getGreen()).isGreaterThan(green.getRed() + 40);
    assertThat(drawn.getRGB(30, 30)).isEqualTo(picture.getRGB(30, 30));
    assertThat(drawn.getWidth()).isEqualTo(60);
    assertThat(drawn.getHeight()).isEqualTo(60);
  }

  @Test
  void theOutlineIsSolidForAndDashedAgainstSoThatItIsLegibleWithoutColour() throws IOException {
    BufferedImage drawn = draw(attribution(feature(0, 0.4), feature(8, -0.4)), 2);

    assertThat(brightnessesAlong(drawn, 0)).as("top edge of the region that speaks for").hasSize(1);
    assertThat(brightnessesAlong(drawn, 40)).as("top edge of the region that speaks against").hasSize(2);
  }

  @Test
  void aStrongerRegionIsMoreOpaque() throws IOException {
    BufferedImage drawn = draw(attribution(feature(0, 0.4), feature(4, 0.1)), 2);

    assertThat(new Color(drawn.getRGB(10, 10)).getGreen()).isLessThan(new Color(drawn.getRGB(30, 30)).getGreen());
  }

  @Test
  void onlyTheTopRegionsAreDrawn() throws IOException {
    BufferedImage drawn = draw(attribution(feature(0, 0.4), feature(8, -0.3)), 1);

    assertThat(drawn.getRGB(50, 50)).isEqualTo(picture.getRGB(50, 50));
    assertThat(drawn.getRGB(10, 10)).isNotEqualTo(picture.getRGB(10, 10));
  }

  @Test
  void negligibleRegionsLeaveThePictureAsItIs() throws IOException {
    BufferedImage flat = draw(attribution(feature(0, 0), feature(8, 0)), 9);
    BufferedImage faint = draw(attribution(feature(0, 0.4), feature(8, 0.001)), 9);

    assertThat(flat.getRGB(10, 10)).isEqualTo(picture.getRGB(10, 10));
    assertThat(faint.getRGB(50, 50)).isEqualTo(picture.getRGB(50, 50));
  }

  @Test
  void theSameExplanationGivesTheSameBytes() {
    Attribution attribution = attribution(feature(0, 0.4), feature(8, -0.3));

    assertThat(Overlay.png(picture, segments, attribution, 2))
        .isEqualTo(Overlay.png(picture, segments, attribution, 2));
  }

  @Test
  void whatDoesNotBelongTogetherIsRefused() {
    Attribution attribution = attribution(feature(9, 0.4));

    assertThatThrownBy(() -> Overlay.png(grey(50, 60), segments, attribution, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("50×60");
    assertThatThrownBy(() -> Overlay.png(picture, segments, attribution, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("region 9");
  }

  private BufferedImage draw(Attribution attribution, int top) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Overlay.png(picture, segments, attribution, top)));
  }

  /** The distinct brightnesses of 16 pixels of a region's upper outline. */
  private static List<Integer> brightnessesAlong(BufferedImage drawn, int corner) {
    return IntStream.range(corner + 2, corner + 18)
        .mapToObj(x -> new Color(drawn.getRGB(x, corner)).getRed())
        .distinct()
        .toList();
  }

  private static Attribution attribution(Feature... features) {
    return new Attribution("lime", 1, 100, 1, List.of(features), 0, 1, 0, new double[] {0.5, 0.5});
  }

  private static Feature feature(int region, double weight) {
    return new Feature(Integer.toString(region), region, weight, 0.01);
  }

  private static BufferedImage grey(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(180, 180, 180));
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return image;
  }
}
