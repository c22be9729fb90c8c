package opsis.app.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A clone of the repository with the real launcher and, in place of Java and Maven, small scripts that
 * write down how they were called. The folder's name holds a blank, as a person's may.
 */
final class FakeClone {

    /** What the launcher may count on beside Java, Maven and git: no command outside this list. */
    private static final List<String> TOOLS = List.of("sh", "env", "awk", "basename", "cat", "chmod", "cksum", "cp", "cut", "date",
            "dirname", "find", "flock", "grep", "head", "id", "mkdir", "mv", "paste", "printf", "readlink", "rm", "sed", "sleep",
            "sort", "tail", "tr", "uname");
    private static final List<String> MODULES = List.of("capture", "fusion", "explain", "storage", "app");

    private static final String JAVA = """
            #!/bin/sh
            echo "in $(pwd)"
            for argument in "$@"; do echo "<$argument>"; done
            """;

    private static final String MAVEN = """
            #!/bin/sh
            if [ "$1" = --version ]; then echo 'Apache Maven 3.9.9 (fake)'; exit; fi
            echo "$*" >>"$FAKE/maven-calls"
            echo "$MAVEN_OPTS" >"$FAKE/maven-options"
            if [ -e "$FAKE/maven-waits" ]; then
                until [ -e "$FAKE/maven-may-go" ]; do sleep 0.05; done
            fi
            cat "$FAKE/maven-says" 2>/dev/null
            for module in capture fusion explain storage app; do
                mkdir -p "$module/target"
                echo jar >"$module/target/opsis-$module-0.1.0.jar"
            done
            if [ -d "$FAKE/reports" ]; then cp -R "$FAKE/reports" capture/target/surefire-reports; fi
            echo library >"$FAKE/library.jar"
            printf '%s:%s' "$FAKE/library.jar" "$PWD/capture/target/opsis-capture-0.1.0.jar" >app/target/opsis-classpath
            exit "$(cat "$FAKE/maven-status" 2>/dev/null || echo 0)"
            """;

    private final Path fake;
    private final Path root;
    private final Map<String, String> environment = new HashMap<>();

    /** What a start of the launcher printed, and its exit status. */
    record Result(int status, String out, String err) {
    }

    FakeClone(Path folder) throws IOException {
        fake = folder.resolve("fake");
        root = folder.resolve("my clone");
        Path repository = Path.of("").toAbsolutePath().getParent();
        copy(repository.resolve("opsis"), root.resolve("opsis"));
        try (Stream<Path> parts = Files.list(repository.resolve("launcher"))) {
            for (Path part : parts.toList()) {
                copy(part, root.resolve("launcher").resolve(part.getFileName()));
            }
        }
        write(root.resolve("pom.xml"), "<project/>");
        for (String module : MODULES) {
            write(root.resolve(module).resolve("pom.xml"), "<project/>");
            write(source(module), "class A {}");
        }
        script(fake.resolve("jdk/bin/java"), JAVA);
        script(fake.resolve("jdk/bin/javac"), "#!/bin/sh\n");
        write(fake.resolve("jdk/release"), "JAVA_VERSION=\"17.0.9\"\n");
        script(fake.resolve("bin/mvn"), MAVEN);
        for (String tool : TOOLS) {
            offerTool(tool);
        }
        environment.put("PATH", fake.resolve("bin").toString());
        environment.put("HOME", folder.toString());
        environment.put("JAVA_HOME", fake.resolve("jdk").toString());
        environment.put("FAKE", fake.toString());
        environment.put("OPSIS_INSTALL", "no");
    }

    Path root() {
        return root;
    }

    Path launcher() {
        return root.resolve("opsis");
    }

    /** A source file of a module. */
    Path source(String module) {
        return root.resolve(module).resolve("src/main/java/A.java");
    }

    /** A file that the scripts in place of Java and Maven read or write. */
    Path fake(String name) {
        return fake.resolve(name);
    }

    FakeClone with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    void without(String tool) throws IOException {
        Files.deleteIfExists(fake.resolve("bin").resolve(tool));
    }

    /** One line for each time that Maven was asked to do something. */
    List<String> mavenCalls() throws IOException {
        Path calls = fake("maven-calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    Result run(String... arguments) {
        return runIn(root, launcher(), arguments);
    }

    Result runIn(Path directory, Path launcher, String... arguments) {
        Process process = start(directory, launcher, arguments);
        var out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
        var err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        int status = process.onExit().orTimeout(60, TimeUnit.SECONDS).join().exitValue();
        return new Result(status, out.join(), err.join());
    }

    Process start(Path directory, Path launcher, String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void script(Path file, String text) throws IOException {
        write(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private void offerTool(String tool) throws IOException {
        for (String folder : List.of("/usr/bin", "/bin")) {
            Path file = Path.of(folder, tool);
            if (Files.exists(file)) {
                script(fake.resolve("bin").resolve(tool), "#!/bin/sh\nexec " + file + " \"$@\"\n");
                return;
            }
        }
    }
}
