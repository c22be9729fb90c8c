package opsis.app.site;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import opsis.app.authored.Where;

/** The accounts and posts of {@code posts.yaml}, and their labels, which stand apart in {@code labels.csv}. */
final class SampleNetwork {

    private record Content(List<SampleAuthor> authors, List<SamplePost> posts) {
    }

    private final Map<String, SampleAuthor> authors;
    private final List<SamplePost> posts;
    private final Map<String, SamplePost> postsById;

    private SampleNetwork(Content content) {
        this.authors = content.authors().stream()
                .collect(Collectors.toUnmodifiableMap(SampleAuthor::handle, Function.identity()));
        this.posts = List.copyOf(content.posts());
        this.postsById = posts.stream().collect(Collectors.toUnmodifiableMap(SamplePost::id, Function.identity()));
        for (SamplePost post : posts) {
            if (!authors.containsKey(post.author())) {
                throw new IllegalStateException("posts.yaml: post " + post.id() + " names the unknown author "
                        + post.author() + "; add the author or mend the name");
            }
        }
    }

    static SampleNetwork load() {
        try (InputStream in = resource("posts.yaml")) {
            return new SampleNetwork(new YAMLMapper().readValue(in, Content.class));
        } catch (IOException e) {
            throw new UncheckedIOException("posts.yaml of the sample site cannot be read", e);
        }
    }

    List<SamplePost> posts() {
        return posts;
    }

    Optional<SamplePost> post(String id) {
        return Optional.ofNullable(postsById.get(id));
    }

    Optional<SampleAuthor> author(String handle) {
        return Optional.ofNullable(authors.get(handle));
    }

    SampleAuthor authorOf(SamplePost post) {
        return authors.get(post.author());
    }

    SampleExpectations expectations() {
        Map<String, Where> labels = labels();
        return SampleExpectations.of(posts.stream()
                .map(post -> new SampleExpectation(post.id(), post.state().outcome(), labels.get(post.id())))
                .toList());
    }

    /** Lines of id, 0 or 1, and the side that carries the hate. */
    private static Map<String, Where> labels() {
        try (InputStream in = resource("labels.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .map(line -> line.split(","))
                    .collect(Collectors.toMap(cells -> cells[0], SampleNetwork::where));
        } catch (IOException e) {
            throw new UncheckedIOException("labels.csv of the sample site cannot be read", e);
        }
    }

    private static Where where(String[] cells) {
        Where where = Where.valueOf(cells[2].toUpperCase(Locale.ROOT));
        if (where.label() != Integer.parseInt(cells[1])) {
            throw new IllegalStateException("labels.csv: post " + cells[0] + " is labelled " + cells[1]
                    + " but its hate is said to be in: " + cells[2] + "; mend one of them");
        }
        return where;
    }

    static InputStream resource(String name) throws IOException {
        InputStream in = SampleNetwork.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("the resource opsis/app/site/" + name + " is missing from the build");
        }
        return in;
    }
}
