package opsis.fusion.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import opsis.fusion.Golden;
import opsis.fusion.ModelConfig;
import opsis.fusion.ModelConfig.Pooling;
import opsis.fusion.tensor.Engines;
import opsis.fusion.tensor.Kernels;
import opsis.fusion.tensor.Parameters;
import opsis.fusion.tensor.SafeTensors;
import org.junit.jupiter.api.Test;

/** Against short numpy references, see src/test/python/golden.py. */
class ParityTest {

    @Test
    void bertGivesWhatTheReferenceGives() {
        JsonNode golden = Golden.json("bert.json");
        ModelConfig.Text config = new ModelConfig.Text(20, 8, 2, 2, 16, 12, 12, Pooling.CLS, 0);
        try (NDManager root = Engines.open("cpu"); Parameters parameters = new Parameters(root)) {
            SafeTensors.read(Golden.file("bert.safetensors"), parameters.manager()).forEach(parameters::put);
            BertEncoder encoder = new BertEncoder(config, parameters, new Kernels(root, false));
            NDArray ids = root.create(new long[] {2, 7, 9, 11, 3, 2, 15, 3, 0, 0}, new Shape(2, 5));
            NDArray mask = root.create(new float[] {1, 1, 1, 1, 1, 1, 1, 1, 0, 0}, new Shape(2, 5));
            NDArray tokens = encoder.encode(ids, mask, Mode.INFERENCE);
            assertClose(encoder.pool(tokens, mask, Mode.INFERENCE), golden.get("pooled"), 2e-5);
            assertClose(tokens.get("0"), golden.get("first_text_tokens"), 2e-5);
        }
    }

    @Test
    void resNetGivesWhatTheReferenceGives() {
        try (NDManager root = Engines.open("cpu"); Parameters parameters = new Parameters(root)) {
            SafeTensors.read(Golden.file("resnet.safetensors"), parameters.manager()).forEach(parameters::put);
            NDArray input = parameters.get("input").duplicate();
            NDArray vectors = new ResNetEncoder(parameters).encode(input, Mode.INFERENCE);
            assertThat(vectors.getShape()).isEqualTo(new Shape(2, 16));
            assertClose(vectors, Golden.json("resnet.json").get("vectors"), 1e-4);
        }
    }

    @Test
    void mixedPrecisionStaysNearFull() {
        try (NDManager root = Engines.open("cpu")) {
            NDArray x = root.randomNormal(new Shape(7, 32));
            NDArray w = root.randomNormal(new Shape(5, 32));
            NDArray b = root.randomNormal(new Shape(5));
            NDArray full = new Kernels(root, false).linear(x, w, b, false);
            NDArray mixed = new Kernels(root, true).linear(x, w, b, false);
            assertThat(mixed.getDataType()).isEqualTo(DataType.FLOAT32);
            assertThat(mixed.sub(full).abs().max().getFloat()).isBetween(1e-6f, 0.3f);
        }
    }

    private static void assertClose(NDArray actual, JsonNode expected, double tolerance) {
        float[] values = actual.toFloatArray();
        int at = 0;
        for (JsonNode row : expected) {
            for (JsonNode value : row) {
                assertThat((double) values[at++]).isCloseTo(value.asDouble(), within(tolerance));
            }
        }
        assertThat(at).isEqualTo(values.length);
    }
}
