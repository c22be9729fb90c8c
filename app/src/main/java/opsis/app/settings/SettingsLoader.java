package opsis.app.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads settings: the defaults, then the file, then environment variables, each over the one before. */
public final class SettingsLoader {

    private static final String TEMPLATE = "opsis.yaml";

    private final ObjectMapper mapper;
    private final Map<String, String> environment;

    private SettingsLoader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.mapper = new ObjectMapper(new YAMLFactory())
                .registerModule(new JavaTimeModule())
                .registerModule(new SimpleModule().addDeserializer(Duration.class, new DurationReader()))
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    /** Returns a loader that lets these environment variables win over the file. */
    public static SettingsLoader fromEnvironment(Map<String, String> environment) {
        return new SettingsLoader(environment);
    }

    /** Returns the commented file that {@code opsis init} writes. */
    public static String template() {
        try (InputStream in = SettingsLoader.class.getResourceAsStream(TEMPLATE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Loads the settings of a file; one that does not exist stands for the defaults.
     *
     * @throws SettingsException if the file is not YAML, has a setting that does not exist, or a value out of range
     */
    public Settings load(Path file) {
        ObjectNode merged = tree("the built-in defaults", template());
        Map<String, String> paths = leaves(merged, "", new TreeMap<>());
        if (Files.exists(file)) {
            merge(merged, tree(file.toString(), read(file)), "", file);
        }
        overrideByEnvironment(merged, paths);
        return bind(merged, file);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new SettingsException("Cannot read " + file + ": " + e.getMessage()
                    + ". Check that it is a readable text file in UTF-8.", e);
        }
    }

    private ObjectNode tree(String source, String yaml) {
        try {
            JsonNode node = mapper.readTree(yaml);
            if (node == null || node.isMissingNode() || node.isNull()) {
                return mapper.createObjectNode();
            }
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new SettingsException(source + " is not a list of settings. Write lines such as «language: el»,"
                    + " or make a fresh file with opsis init.", null);
        } catch (JsonProcessingException e) {
            throw new SettingsException(source + " is not valid YAML: " + e.getOriginalMessage() + at(e), e);
        }
    }

    private static String at(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
    }

    /** Lays the file's values over the defaults, refusing a key that no default has: it is a slip of the pen. */
    private static void merge(ObjectNode into, ObjectNode from, String prefix, Path file) {
        from.properties().forEach(entry -> {
            String path = prefix + entry.getKey();
            JsonNode known = into.get(entry.getKey());
            if (known == null) {
                throw new SettingsException(file + " has a setting that does not exist: " + path
                        + ". Here one may set " + names(into) + ".", null);
            }
            if (known instanceof ObjectNode object) {
                if (entry.getValue() instanceof ObjectNode values) {
                    merge(object, values, path + ".", file);
                } else if (!entry.getValue().isNull()) {
                    throw new SettingsException(file + ": " + path + " is a group of settings: indent "
                            + names(object) + " under it.", null);
                }
            } else if (!entry.getValue().isNull()) {
                into.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static String names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    private static Map<String, String> leaves(ObjectNode node, String prefix, Map<String, String> variables) {
        node.properties().forEach(entry -> {
            String path = prefix + entry.getKey();
            if (entry.getValue() instanceof ObjectNode object) {
                leaves(object, path + ".", variables);
            } else {
                variables.put(variable(path), path);
            }
        });
        return variables;
    }

    /** Returns the environment variable of a setting: {@code capture.perMinute} is {@code OPSIS_CAPTURE_PER_MINUTE}. */
    static String variable(String path) {
        return "OPSIS_" + path.replace('.', '_').replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    private void overrideByEnvironment(ObjectNode merged, Map<String, String> paths) {
        paths.forEach((variable, path) -> {
            String value = environment.get(variable);
            if (value != null) {
                int dot = path.lastIndexOf('.');
                ObjectNode parent = dot < 0 ? merged : (ObjectNode) merged.get(path.substring(0, dot));
                parent.put(path.substring(dot + 1), value);
            }
        });
    }

    private Settings bind(ObjectNode merged, Path file) {
        try {
            return mapper.treeToValue(merged, Settings.class);
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof SettingsException reason) {
                throw reason;
            }
            String path = e.getPath().stream().map(JsonMappingException.Reference::getFieldName)
                    .collect(Collectors.joining("."));
            throw new SettingsException("The setting " + path + " in " + file + " (or " + variable(path)
                    + ") cannot be used: " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
        } catch (JsonProcessingException e) {
            throw new SettingsException(file + " cannot be used: " + e.getOriginalMessage(), e);
        }
    }
}
