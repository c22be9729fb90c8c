package opsis.app.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {

    private static List<String> read(String text, int longest) throws IOException {
        List<String> all = new ArrayList<>();
        BoundedLines lines = new BoundedLines(new StringReader(text), longest);
        for (String line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }

    @Property(tries = 200)
    void shortLinesComeAsTheyAre(@ForAll List<@AlphaChars @StringLength(max = 20) String> lines) throws IOException {
        assertThat(read(String.join("\n", lines) + (lines.isEmpty() ? "" : "\n"), 20)).isEqualTo(lines);
    }

    @Test
    void anEndlessLineIsCutAndTheNextOneIsWhole() throws IOException {
        assertThat(read("α".repeat(1000) + "\r\nβ\r\n", 10)).containsExactly("α".repeat(11), "β");
    }
}
