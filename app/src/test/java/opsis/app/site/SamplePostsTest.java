package opsis.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opsis.app.authored.AuthoredPost;
import opsis.app.authored.AuthoredPosts;
import org.junit.jupiter.api.Test;

class SamplePostsTest {

    private static final List<AuthoredPost> LEARNED = AuthoredPosts.generate(42, 400);

    private final List<SamplePost> posts = SampleNetwork.load().posts();

    @Test
    void idsAndTextsAreUnique() {
        assertThat(posts).hasSizeBetween(60, 70).extracting(SamplePost::id).doesNotHaveDuplicates();
        assertThat(posts).extracting(SamplePost::text).filteredOn(text -> !text.isEmpty()).doesNotHaveDuplicates();
        assertThat(posts).allMatch(post -> !post.text().isEmpty() || post.media() != null);
    }

    @Test
    void noSentenceIsSharedWithTheAuthoredPostsThatModelsLearnFrom() {
        Set<String> sampled = posts.stream().flatMap(post -> sentences(post.text())).collect(Collectors.toSet());
        Set<String> learned = new HashSet<>();
        for (AuthoredPost post : LEARNED) {
            sentences(post.text()).forEach(learned::add);
        }

        assertThat(learned).hasSizeGreaterThan(300);
        assertThat(sampled).hasSizeGreaterThan(90).doesNotContainAnyElementsOf(learned);
    }

    @Test
    void noHandleIsSharedWithTheAuthoredPosts() {
        Set<String> learned = LEARNED.stream().map(AuthoredPost::handle).collect(Collectors.toSet());

        assertThat(posts).extracting(SamplePost::author).doesNotContainAnyElementsOf(learned);
    }

    @Test
    void languageFollowsTheScript() {
        assertThat(posts).extracting(SamplePost::language).contains("el", "en", "zxx");
        assertThat(posts).filteredOn(post -> post.language().equals("el")).hasSizeGreaterThan(posts.size() * 3 / 4);
    }

    @Test
    void picturesAreTheSameEachTime() {
        SampleNetwork network = SampleNetwork.load();
        for (SamplePost post : posts.subList(0, 10)) {
            for (String key : List.of("media/" + post.id(), "avatar/" + post.author())) {
                byte[] once = new SamplePictures(network).png(key).orElse(new byte[0]);
                byte[] again = new SamplePictures(SampleNetwork.load()).png(key).orElse(new byte[0]);
                assertThat(Arrays.equals(once, again)).as(key).isTrue();
            }
        }
    }

    /** Sentences of more than one word, without case, accents, tags and signs. */
    private static Stream<String> sentences(String text) {
        return Arrays.stream(text.split("[.!?;·…\\n]+"))
                .map(sentence -> Normalizer.normalize(sentence, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                        .replaceAll("[#@][\\p{L}\\p{N}_]+", " ").replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .trim().toLowerCase(Locale.ROOT))
                .filter(sentence -> sentence.contains(" "));
    }
}
