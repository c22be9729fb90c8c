package opsis.app.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import opsis.explain.segment.Segments;
import org.junit.jupiter.api.Test;

class RegionsTest {

    private static BufferedImage picture(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, side, side);
        graphics.setColor(Color.RED);
        graphics.fillRect(side / 4, side / 4, side / 2, side / 2);
        graphics.dispose();
        return image;
    }

    @Test
    void regionsCoverThePictureAndKeepToItsEdges() {
        Segments segments = Regions.of(picture(200), 7);

        assertThat(segments.width()).isEqualTo(200);
        assertThat(segments.count()).isBetween(2, 100);
        assertThat(segments.at(100, 100)).isNotEqualTo(segments.at(5, 5));
    }

    @Test
    void thePictureAndTheSeedDecideTheRegions() {
        assertThat(Regions.of(picture(120), 3)).isEqualTo(Regions.of(picture(120), 3));
    }

    @Test
    void anOddSideIsCoveredToItsLastPixel() {
        assertThat(Regions.of(picture(121), 1).height()).isEqualTo(121);
    }
}
