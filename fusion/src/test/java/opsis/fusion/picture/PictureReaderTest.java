package opsis.fusion.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import opsis.fusion.Golden;
import opsis.fusion.ModelConfig;
import opsis.fusion.ModelException;
import opsis.fusion.PictureSource;
import opsis.fusion.TinyModel;
import opsis.fusion.tensor.Engines;
import org.junit.jupiter.api.Test;

class PictureReaderTest {
    private final PictureReader reader = new PictureReader(ModelConfig.Image.standard(2, 32));

    @Test
    void scalingIsPillows() {
        JsonNode golden = Golden.json("scaling.json");
        JsonNode rows = golden.get("pixels");
        BufferedImage picture = new BufferedImage(rows.get(0).size(), rows.size(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < rows.size(); y++) {
            for (int x = 0; x < rows.get(y).size(); x++) {
                int[] rgb = Golden.ints(rows.get(y).get(x));
                picture.setRGB(x, y, rgb[0] << 16 | rgb[1] << 8 | rgb[2]);
            }
        }
        byte[] planes = reader.read(TinyModel.png(picture));
        int[] expected = Golden.ints(golden.get("scaled"));
        for (int i = 0; i < expected.length; i++) {
            // Pillow rounds between its two passes as well.
            assertThat(planes[i] & 255).as("value %d", i).isBetween(expected[i] - 1, expected[i] + 1);
        }
    }

    @Test
    void valuesAreNormalisedByChannel() {
        try (NDManager manager = Engines.open("cpu")) {
            NDArray batch = reader.normalised(List.of(reader.read(TinyModel.picture(new Color(255, 128, 0), 0))), manager);
            assertThat(batch.getShape()).isEqualTo(new Shape(1, 3, 32, 32));
            assertThat(batch.getFloat(0, 0, 31, 31)).isCloseTo((1 - 0.485f) / 0.229f, within(1e-4f));
            assertThat(batch.getFloat(0, 1, 31, 31)).isCloseTo((128 / 255f - 0.456f) / 0.224f, within(1e-4f));
            assertThat(batch.getFloat(0, 2, 31, 31)).isCloseTo(-0.406f / 0.225f, within(1e-4f));
        }
    }

    @Test
    void theTopIsCutOffBeforeScaling() {
        ModelConfig.Image plain = ModelConfig.Image.standard(2, 32);
        BufferedImage picture = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 40; x++) {
                picture.setRGB(x, y, y < 10 ? 0xFFFFFF : 0);
            }
        }
        PictureReader cropping = new PictureReader(new ModelConfig.Image(2, 32, 0.25, plain.mean(), plain.deviation()));
        assertThat(cropping.read(picture)).containsOnly((byte) 0);
        assertThat(reader.read(picture)).contains((byte) 255);
    }

    @Test
    void transparencyIsWhite() {
        byte[] planes = reader.read(TinyModel.png(new BufferedImage(5, 5, BufferedImage.TYPE_INT_ARGB)));
        assertThat(planes).containsOnly((byte) 255);
    }

    @Test
    void anAbsurdSizeIsRefusedBeforeItIsDecoded() {
        byte[] png = TinyModel.png(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB));
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, 60_000).putInt(20, 60_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        assertThatThrownBy(() -> reader.read(png)).isInstanceOf(ModelException.class).hasMessageContaining("60000 × 60000");
    }

    @Test
    void otherFormatsAndBrokenFilesAreRefused() {
        assertThatThrownBy(() -> reader.read("GIF89a........".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> reader.read(new byte[0])).isInstanceOf(ModelException.class);
        byte[] cut = Arrays.copyOf(TinyModel.picture(Color.RED, 1), 60);
        assertThatThrownBy(() -> reader.read(cut)).isInstanceOf(ModelException.class);
    }

    @Test
    void aStoreGivesBackWhatWentIn() {
        List<byte[]> files = List.of(TinyModel.picture(Color.RED, 1), TinyModel.picture(Color.BLUE, 2), TinyModel.picture(Color.GREEN, 3));
        try (PictureStore store = PictureStore.of(files.stream().map(PictureSource::of).toList(), List.of("a", "b", "c"), reader)) {
            for (int i = 0; i < files.size(); i++) {
                assertThat(store.get(i)).isEqualTo(reader.read(files.get(i)));
            }
        }
    }
}
