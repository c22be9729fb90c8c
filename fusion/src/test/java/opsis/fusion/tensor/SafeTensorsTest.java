package opsis.fusion.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import opsis.fusion.ModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTensorsTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        try (NDManager manager = Engines.open("cpu")) {
            Map<String, NDArray> tensors = new LinkedHashMap<>();
            tensors.put("a.weight", manager.randomNormal(new Shape(3, 5)));
            tensors.put("scalar", manager.create(2.5f));
            tensors.put("ids", manager.create(new long[] {1, -2, 1L << 40}));
            Path file = folder.resolve("t.safetensors");
            SafeTensors.write(file, tensors, false);
            Map<String, NDArray> read = SafeTensors.read(file, manager);
            assertThat(read.keySet()).containsExactlyElementsOf(tensors.keySet());
            tensors.forEach((name, tensor) -> assertThat(read.get(name).contentEquals(tensor)).as(name).isTrue());
            assertThat(folder).isDirectoryContaining(p -> p.equals(file)).isDirectoryNotContaining("glob:**.tmp");
        }
    }

    @Test
    void halfPrecisionKeepsThreeDigitsAndHalvesTheFile() throws IOException {
        try (NDManager manager = Engines.open("cpu")) {
            NDArray tensor = manager.create(new float[] {0.1f, -1234f, 3.1415926f});
            Path file = folder.resolve("half.safetensors");
            SafeTensors.write(file, Map.of("x", tensor), true);
            float[] read = SafeTensors.read(file, manager).get("x").toFloatArray();
            assertThat(read[0]).isCloseTo(0.1f, within(1e-4f));
            assertThat(read[1]).isEqualTo(-1234f);
            assertThat(read[2]).isCloseTo(3.1415926f, within(2e-3f));
        }
    }

    @Test
    void bfloat16IsWidened() throws IOException {
        Path file = file("{\"a\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[0,4]}}", new byte[] {(byte) 0x80, 0x3f, 0, 0x40});
        try (NDManager manager = Engines.open("cpu")) {
            assertThat(SafeTensors.read(file, manager).get("a").toFloatArray()).containsExactly(1f, 2f);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}                          | does not take the bytes",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}                          | begins at 4",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}                         | no whole numbers",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}}                        | no whole numbers",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,4]}}      | absurd shape",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[9,9,9,9,9,9,9,9,9],\"data_offsets\":[0,4]}}          | no whole numbers",
        "{\"a\":{\"dtype\":\"PICKLE\",\"shape\":[1],\"data_offsets\":[0,4]}}                       | has type 'PICKLE'",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | not JSON",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | begins at 0 where 4",
        "{\"a\":7}                                                                                  | not described",
        "[]                                                                                         | not an object",
        "{{{                                                                                        | not JSON",
    })
    void aHeaderThatLiesIsRefused(String header, String reason) throws IOException {
        Path file = file(header.strip(), new byte[4]);
        try (NDManager manager = Engines.open("cpu")) {
            assertThatThrownBy(() -> SafeTensors.read(file, manager)).isInstanceOf(ModelException.class)
                    .hasMessageContaining(file.toString()).hasMessageContaining(reason);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1", "9223372036854775807", "1000000", "0"})
    void aHeaderLengthThatLiesIsRefused(long length) throws IOException {
        Path file = folder.resolve("length.safetensors");
        Files.write(file, ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
        try (NDManager manager = Engines.open("cpu")) {
            assertThatThrownBy(() -> SafeTensors.read(file, manager)).isInstanceOf(ModelException.class).hasMessageContaining("header claims");
        }
    }

    @Test
    void bytesThatNoTensorOwnsAreRefused() throws IOException {
        Path file = file("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", new byte[12]);
        try (NDManager manager = Engines.open("cpu")) {
            assertThatThrownBy(() -> SafeTensors.read(file, manager)).isInstanceOf(ModelException.class).hasMessageContaining("holds 12");
        }
    }

    private Path file(String header, byte[] data) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(8 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        all.putLong(text.length).put(text).put(data);
        Path file = folder.resolve("hostile.safetensors");
        Files.write(file, all.array());
        return file;
    }
}
