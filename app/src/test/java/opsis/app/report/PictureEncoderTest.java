package opsis.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureEncoderTest {

    private final PictureEncoder encoder = new PictureEncoder(0.85f);

    private static BufferedImage decoded(String uri) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1))));
    }

    @Test
    void aPictureOfPlainWordsKeepsEveryPixel() throws IOException {
        byte[] original = DrawnPosts.screenshot("Άννα", "Καλημέρα σε όλη τη γειτονιά", 1);

        Picture picture = encoder.encode(original).orElseThrow();

        assertThat(picture.source()).startsWith("data:image/png;");
        BufferedImage before = ImageIO.read(new ByteArrayInputStream(original));
        BufferedImage after = decoded(picture.source());
        assertThat(after.getRGB(0, 0, 600, 600, null, 0, 600)).isEqualTo(before.getRGB(0, 0, 600, 600, null, 0, 600));
    }

    @Test
    void aPictureLikeAPhotographBecomesASmallJpegOfTheSameSize() throws IOException {
        byte[] original = DrawnPosts.noise(7);

        Picture picture = encoder.encode(original).orElseThrow();

        assertThat(picture.source()).startsWith("data:image/jpeg;");
        assertThat(picture.source().length()).isLessThan(original.length);
        assertThat(decoded(picture.source()).getWidth()).isEqualTo(600);
        assertThat(picture.height()).isEqualTo(600);
    }

    @Test
    void thePreviewIsTooSmallToRead() throws IOException {
        Picture picture = encoder.encode(DrawnPosts.screenshot("Άννα", "Καλημέρα", 2)).orElseThrow();

        assertThat(decoded(picture.preview()).getWidth()).isLessThanOrEqualTo(16);
    }

    @Test
    void bytesThatAreNoPictureAreRefused() {
        byte[] png = DrawnPosts.screenshot("Άννα", "Καλημέρα", 1);

        assertThat(encoder.encode(null)).isEmpty();
        assertThat(encoder.encode(new byte[0])).isEmpty();
        assertThat(encoder.encode("<svg onload=alert(1)>".getBytes(java.nio.charset.StandardCharsets.UTF_8))).isEmpty();
        assertThat(encoder.encode(Arrays.copyOf(png, 60))).isEmpty();
    }

    @Test
    void aPictureOfHugeSidesIsRefused() {
        byte[] wide = DrawnPosts.png(new BufferedImage(5_000, 2, BufferedImage.TYPE_INT_RGB));

        assertThat(encoder.encode(wide)).isEmpty();
    }

    @Test
    void anAlbumLowersTheQualityUntilItFits() {
        List<ReportPost> posts = List.of(NightBuilder.pictured(DrawnPosts.noise(1)), NightBuilder.pictured(DrawnPosts.noise(2)));

        long best = Album.of(posts, Long.MAX_VALUE).size(posts);
        long fitting = Album.of(posts, best * 2 / 3).size(posts);

        assertThat(fitting).isLessThanOrEqualTo(best * 2 / 3);
    }

    @Test
    void aPostThatIsShownTwiceCountsTwice() {
        ReportPost post = NightBuilder.post(1, 0.9);

        long once = Album.of(List.of(post)).size(List.of(post));

        assertThat(Album.of(List.of(post, post)).size(List.of(post, post))).isEqualTo(2 * once).isPositive();
    }
}
