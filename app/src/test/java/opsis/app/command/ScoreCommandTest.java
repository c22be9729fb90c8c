package opsis.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private CommandLineRun score(String lines) {
        return CommandLineRun.in(folder, lines, Map.of(), "score");
    }

    private static List<JsonNode> parse(CommandLineRun run) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : run.out().lines().toList()) {
            nodes.add(MAPPER.readTree(line));
        }
        return nodes;
    }

    private void drawPicture(String name) throws IOException {
        BufferedImage image = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 600, 600);
        graphics.setColor(Color.BLUE);
        graphics.fillOval(100, 100, 300, 200);
        graphics.dispose();
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }

    @Test
    void linesComeOutInTheOrderInWhichTheyCame() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            lines.append("{\"id\": \"p").append(i).append("\", \"text\": \"").append("λέξη ".repeat(1 + i % 40))
                    .append("\"}\n");
        }

        CommandLineRun run = score(lines.toString());

        assertThat(run.status()).isZero();
        assertThat(parse(run)).extracting(node -> node.get("id").asText()).hasSize(150)
                .startsWith("p0", "p1", "p2").endsWith("p149");
    }

    @Test
    void aMissingSideIsNull() throws IOException {
        drawPicture("picture.png");

        List<JsonNode> nodes = parse(score("""
                {"id": "words", "text": "Καλημέρα"}
                {"id": "picture", "image": "picture.png"}
                {"id": "both", "text": "Καλημέρα", "image": "picture.png"}
                """));

        assertThat(nodes.get(0).get("picture_only").isNull()).isTrue();
        assertThat(nodes.get(1).get("words_only").isNull()).isTrue();
        assertThat(nodes.get(0).get("probability").asDouble())
                .isCloseTo(nodes.get(0).get("words_only").asDouble(), within(1e-5));
        assertThat(nodes.get(2).get("words_only").asDouble())
                .isCloseTo(nodes.get(0).get("words_only").asDouble(), within(1e-5));
        assertThat(nodes.get(2).get("picture_only").asDouble())
                .isCloseTo(nodes.get(1).get("picture_only").asDouble(), within(1e-5));
    }

    @Test
    void badLinesAreNamedAndTheOthersScored() throws IOException {
        Files.write(folder.resolve("broken.png"), new byte[] {1, 2, 3});

        CommandLineRun run = score("""
                {"id": "1", "text": "ένα"}
                not json
                {"text": "χωρίς ταυτότητα"}
                {"id": "4"}
                {"id": "5", "image": "nowhere.png"}
                {"id": "6", "text": "έξι", "image": "broken.png"}
                {"id": "7", "text": "επτά"}
                """);

        assertThat(run.status()).isEqualTo(3);
        assertThat(parse(run)).extracting(node -> node.get("id").asText()).containsExactly("1", "7");
        assertThat(run.err()).contains("line 2").contains("line 3").contains("post 4").contains("nowhere.png")
                .contains("post 6").doesNotContain("\tat ");
    }
}
