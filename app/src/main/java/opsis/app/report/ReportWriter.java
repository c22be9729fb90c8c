package opsis.app.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import opsis.explain.draw.ShadedWords;

/** Writes the morning report: one self-contained HTML file that needs no network. */
public final class ReportWriter {

    private final Language language;
    private final ZoneId zone;
    // Templates were compiled with the program; the engine finds them by the package that the build gave them.
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "opsis.app");

    /**
     * @param language shown first; the other is one click away in the same file
     * @param zone zone of every time in the report
     */
    public ReportWriter(Language language, ZoneId zone) {
        this.language = Objects.requireNonNull(language);
        this.zone = Objects.requireNonNull(zone);
    }

    /**
     * Writes the report; the file appears whole or not at all, and its folder is made where it is missing.
     *
     * @throws IOException where the file cannot be written
     */
    public void write(ReportData data, Path file) throws IOException {
        byte[] page = page(data).getBytes(StandardCharsets.UTF_8);
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            writeDurably(page, part);
            moveOver(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private String page(ReportData data) throws IOException {
        Messages messages = new Messages();
        NightView night = new NightViews(language, messages, new Formats(messages, zone)).of(data);
        String script = resource("report.js");
        String style = resource("report.css") + ShadedWords.css();
        StringOutput output = new StringOutput();
        templates.render("report/night.jte", Map.of("night", night, "m", messages, "style", style, "script", script,
                "policy", policy(style, script)), output);
        return output.toString();
    }

    /**
     * Nothing may be loaded, sent, framed or run but the page's own pictures and the one style and one script of these
     * hashes (Content Security Policy Level 3, section 2.3.1).
     */
    private static String policy(String style, String script) {
        return "default-src 'none'; img-src data:; style-src " + hash(style) + "; script-src " + hash(script)
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String content) {
        byte[] sha256 = Sha256.of(content.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(sha256) + "'";
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = ReportWriter.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void writeDurably(byte[] page, Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(page);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void moveOver(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
