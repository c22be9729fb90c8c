package opsis.fusion.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import opsis.fusion.ModelCard;
import opsis.fusion.ModelConfig.Pooling;
import opsis.fusion.ModelException;
import opsis.fusion.TinyModel;
import opsis.fusion.tensor.Engines;
import opsis.fusion.tensor.SafeTensors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        TinyModel.folder(folder, TinyModel.config(Pooling.CLS, 0));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Checkpoint checkpoint = Checkpoint.open(folder);
        assertThat(checkpoint.config()).usingRecursiveComparison().isEqualTo(TinyModel.config(Pooling.CLS, 0));
        assertThat(checkpoint.card()).isEqualTo(TinyModel.card());
        assertThat(checkpoint.vocabulary()).isEqualTo(TinyModel.VOCABULARY);
    }

    @Test
    void aMissingTensorIsNamed() throws IOException {
        change(tensors -> tensors.remove("text.pooler.dense.bias"));
        assertRefused("lacks tensor 'text.pooler.dense.bias'");
    }

    @Test
    void anExtraTensorIsNamed() throws IOException {
        change(tensors -> tensors.put("text.surprise", tensors.get("fusion.output.bias")));
        assertRefused("holds tensor 'text.surprise' that config.json does not ask for");
    }

    @Test
    void aMisshapenTensorIsNamedWithBothShapes() throws IOException {
        change(tensors -> tensors.put("fusion.output.bias", tensors.get("fusion.output.bias").reshape(new Shape(1, 1))));
        assertRefused("'fusion.output.bias' with shape (1, 1) where config.json asks for (1)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "config.json | {                         | no JSON",
        "config.json | null                      | is empty",
        "config.json | {\"name\":\"x\",\"fusion\":{\"hiddenSize\":4}} | one of text and image",
        "config.json | {\"name\":\"../x\"}       | name must be",
        "config.json | {\"name\":\"x\",\"text\":{\"hiddenSize\":-3}} | not as it should be",
        "card.json   | {\"threshold\":7,\"seed\":1} | threshold is 7",
        "vocab.txt   | [PAD]                     | holds 1 tokens where config.json asks for 18",
    })
    void aWrongSmallFileIsNamed(String file, String content, String reason) throws IOException {
        Files.writeString(folder.resolve(file), content);
        assertThatThrownBy(() -> Checkpoint.open(folder)).isInstanceOf(ModelException.class)
                .hasMessageContaining(file).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"config.json", "card.json", "vocab.txt", "model.safetensors"})
    void aMissingFileIsNamed(String file) throws IOException {
        Files.delete(folder.resolve(file));
        assertRefused(file);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Checkpoint.open(folder.resolve("nowhere"))).isInstanceOf(ModelException.class).hasMessageContaining("nowhere");
    }

    @Test
    void theCardsPageTellsItsFigures() throws IOException {
        ModelCard.Figure figure = new ModelCard.Figure("macro-F1", 0.78123, 0.75, 0.81);
        Checkpoint.writeCard(folder, TinyModel.card().withResults(List.of(new ModelCard.Result("test", 100, List.of(figure)))));
        assertThat(folder.resolve("card.md")).content().contains("**test** (100 posts): macro-F1 0.781 (0.750 to 0.810)").contains("Not fit for");
        assertThat(Checkpoint.open(folder).card().results()).hasSize(1);
    }

    private void assertRefused(String reason) {
        try (NDManager manager = Engines.open("cpu")) {
            assertThatThrownBy(() -> Checkpoint.open(folder).load(manager)).isInstanceOf(ModelException.class).hasMessageContaining(reason);
        }
    }

    private void change(Consumer<Map<String, NDArray>> change) throws IOException {
        Path file = folder.resolve("model.safetensors");
        try (NDManager manager = Engines.open("cpu")) {
            Map<String, NDArray> tensors = new LinkedHashMap<>(SafeTensors.read(file, manager));
            change.accept(tensors);
            SafeTensors.write(file, tensors, false);
        }
    }
}
