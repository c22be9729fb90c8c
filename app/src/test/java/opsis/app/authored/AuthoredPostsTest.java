package opsis.app.authored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class AuthoredPostsTest {

    private static final List<AuthoredPost> POSTS = AuthoredPosts.generate(42, 400);

    @Test
    void theSameSeedGivesTheSameWordsAndPictures() {
        List<AuthoredPost> once = AuthoredPosts.generate(7, 40);
        List<AuthoredPost> again = AuthoredPosts.generate(7, 40);

        assertThat(again).usingRecursiveComparison().isEqualTo(once);
    }

    @Test
    void anotherSeedGivesOtherPosts() {
        Set<String> texts = POSTS.stream().map(AuthoredPost::text).collect(Collectors.toSet());

        assertThat(AuthoredPosts.generate(43, 40)).filteredOn(post -> !texts.contains(post.text()))
                .hasSizeGreaterThan(25);
    }

    @Test
    void everyKindOfPostHasItsShare() {
        Map<Where, Long> shares = POSTS.stream()
                .collect(Collectors.groupingBy(AuthoredPost::where, Collectors.counting()));

        assertThat(shares).containsEntry(Where.NONE, 160L).containsEntry(Where.WORDS, 80L)
                .containsEntry(Where.PICTURE, 80L).containsEntry(Where.BOTH, 80L);
        assertThat(POSTS).allMatch(post -> post.label() == (post.where() == Where.NONE ? 0 : 1));
    }

    @Test
    void idsAndTextsAreDistinct() {
        List<String> texts = POSTS.stream().map(AuthoredPost::text).filter(text -> !text.isEmpty()).toList();

        assertThat(POSTS).extracting(AuthoredPost::id).doesNotHaveDuplicates();
        assertThat(texts).doesNotHaveDuplicates().noneMatch(text -> text.contains("{") || text.isBlank());
        assertThat(POSTS).extracting(AuthoredPost::group).satisfies(groups ->
                assertThat(new HashSet<>(groups)).hasSizeGreaterThan(100));
    }

    @Test
    void thereAreMoreThanAHundredAndTwentyDistinctSentences() {
        Sentences sentences = Sentences.load();
        Set<String> distinct = new HashSet<>(sentences.hateful());
        distinct.addAll(sentences.harmless());
        distinct.addAll(sentences.everyday());

        assertThat(distinct).hasSizeGreaterThan(120);
        assertThat(sentences.groups()).allMatch(forms -> forms.size() == 4);
        assertThat(sentences.names()).hasSameSizeAs(sentences.handles());
    }

    @Test
    void aPostWithoutWordsHasAPicture() {
        assertThat(POSTS).filteredOn(post -> post.text().isEmpty())
                .isNotEmpty().allMatch(post -> post.media() != null);
    }

    @Test
    void picturesArePngsOfTheStatedSize() throws IOException {
        for (AuthoredPost post : POSTS.subList(0, 40)) {
            BufferedImage avatar = ImageIO.read(new ByteArrayInputStream(post.avatar()));
            assertThat(avatar.getWidth()).isEqualTo(96).isEqualTo(avatar.getHeight());
            if (post.media() != null) {
                BufferedImage media = ImageIO.read(new ByteArrayInputStream(post.media()));
                assertThat(List.of(media.getWidth(), media.getHeight())).isEqualTo(List.of(520, 320));
            }
        }
    }

    @Test
    void greekLettersAreReallyDrawn() {
        byte[] blank = Signs.initials("", 5).png(96, 96);
        byte[] omega = Signs.initials("Ωμέγα", 5).png(96, 96);
        byte[] theta = Signs.initials("Θήτα", 5).png(96, 96);

        assertThat(Arrays.equals(omega, theta)).as("a font without Greek draws the same box twice").isFalse();
        assertThat(Arrays.equals(omega, blank)).isFalse();
    }

    @Test
    void aCountOutOfRangeIsRefused() {
        assertThatThrownBy(() -> AuthoredPosts.generate(1, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 2000");
        assertThatThrownBy(() -> AuthoredPosts.generate(1, 2_001)).isInstanceOf(IllegalArgumentException.class);
    }
}
