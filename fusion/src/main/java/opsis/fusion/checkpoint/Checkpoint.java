package opsis.fusion.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import opsis.fusion.ModelCard;
import opsis.fusion.ModelConfig;
import opsis.fusion.ModelException;
import opsis.fusion.network.FusionNetwork;
import opsis.fusion.tensor.Parameters;
import opsis.fusion.tensor.SafeTensors;
import opsis.fusion.tensor.Shapes;

/**
 * A model folder whose small files have been read and checked; the tensors follow on {@link #load}.
 *
 * @param vocabulary lines of vocab.txt; empty for a network of pictures alone
 */
public record Checkpoint(Path folder, ModelConfig config, List<String> vocabulary, ModelCard card) {
    private static final String TENSORS = "model.safetensors";
    private static final String CONFIG = "config.json";
    private static final String VOCABULARY = "vocab.txt";
    private static final String CARD = "card.json";
    private static final long MAX_SMALL_FILE = 16 << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT).enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(Instants.module()).build();

    /** @throws ModelException naming the file that is missing or wrong, and the mend */
    public static Checkpoint open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ModelException("There is no model folder " + folder + "; name one that holds " + TENSORS + " and " + CONFIG);
        }
        ModelConfig config = json(folder.resolve(CONFIG), ModelConfig.class);
        ModelCard card = json(folder.resolve(CARD), ModelCard.class);
        List<String> vocabulary = List.of();
        if (config.text() != null) {
            vocabulary = text(folder.resolve(VOCABULARY)).lines().toList();
            if (vocabulary.size() != config.text().vocabularySize()) {
                throw new ModelException(folder.resolve(VOCABULARY) + " holds " + vocabulary.size() + " tokens where config.json asks for "
                        + config.text().vocabularySize() + "; restore the model folder");
            }
        }
        return new Checkpoint(folder, config, vocabulary, card);
    }

    /** Reads the tensors into a store that belongs to the manager, after checking every name and shape. */
    public Parameters load(NDManager manager) {
        Path file = folder.resolve(TENSORS);
        Parameters parameters = new Parameters(manager);
        try {
            Map<String, NDArray> tensors = SafeTensors.read(file, parameters.manager());
            Shapes shapes = new Shapes();
            FusionNetwork.declare(config, shapes);
            shapes.check(file, tensors);
            tensors.forEach(parameters::put);
            return parameters;
        } catch (RuntimeException e) {
            parameters.close();
            throw e;
        }
    }

    /** The model's name and the first 12 hexadecimal digits of the SHA-256 of model.safetensors followed by config.json. */
    public String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : List.of(TENSORS, CONFIG)) {
                try (var in = Files.newInputStream(folder.resolve(name))) {
                    byte[] buffer = new byte[1 << 16];
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        digest.update(buffer, 0, read);
                    }
                }
            }
            return config.name() + "-" + HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new ModelException("Cannot read " + folder + " (" + e.getMessage() + "); restore the model folder", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Writes a whole model folder; each file is whole or not there.
     *
     * @param half whether tensors are stored in 16 bits, which halves the folder and costs about 1e-3 of a logit
     */
    public static void write(Path folder, ModelConfig config, List<String> vocabulary, ModelCard card, Map<String, NDArray> tensors,
                             boolean half) {
        try {
            Files.createDirectories(folder);
            SafeTensors.write(folder.resolve(TENSORS), tensors, half);
            replace(folder.resolve(CONFIG), JSON.writeValueAsString(config) + "\n");
            if (config.text() != null) {
                replace(folder.resolve(VOCABULARY), String.join("\n", vocabulary) + "\n");
            }
            writeCard(folder, card);
        } catch (IOException e) {
            throw new ModelException("Cannot write the model folder " + folder + " (" + e.getMessage() + "); make room or choose another", e);
        }
    }

    /** Writes card.json and card.md anew. */
    public static void writeCard(Path folder, ModelCard card) {
        try {
            replace(folder.resolve(CARD), JSON.writeValueAsString(card) + "\n");
            replace(folder.resolve("card.md"), CardPage.of(card));
        } catch (IOException e) {
            throw new ModelException("Cannot write the card into " + folder + " (" + e.getMessage() + "); make room or choose another", e);
        }
    }

    private static void replace(Path file, String content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(temporary, content, StandardCharsets.UTF_8);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static <T> T json(Path file, Class<T> type) {
        try {
            T value = JSON.readValue(text(file), type);
            if (value == null) {
                throw new ModelException(file + " is empty; restore the model folder");
            }
            return value;
        } catch (JsonMappingException e) {
            Throwable cause = e.getCause() instanceof ModelException ? e.getCause() : e;
            String what = cause instanceof JsonProcessingException p ? p.getOriginalMessage() : cause.getMessage();
            throw new ModelException(file + " is not as it should be: " + what + "; restore the model folder", e);
        } catch (JsonProcessingException e) {
            throw new ModelException(file + " is no JSON: " + e.getOriginalMessage() + "; restore the model folder", e);
        }
    }

    private static String text(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new ModelException("The model folder lacks " + file + "; restore the folder");
            }
            if (Files.size(file) > MAX_SMALL_FILE) {
                throw new ModelException(file + " is larger than " + MAX_SMALL_FILE + " bytes; restore the model folder");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ModelException("Cannot read " + file + " (" + e.getMessage() + "); restore the model folder", e);
        }
    }
}
