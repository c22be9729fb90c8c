package opsis.fusion.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import opsis.fusion.LabelledPost;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static final String SYLLABLES = "καλημερασουταξιδιθαλασσαβουνοποταμιδρομοςουρανοσσυννεφο";

    @Property(tries = 40)
    void sidesShareNothingAndKeepTheirShares(@ForAll long seed, @ForAll @IntRange(min = 100, max = 300) int count) {
        List<LabelledPost> posts = posts(count, new Random(seed));
        Split split = Split.stratified(posts, 0.2, seed);
        Set<String> held = ids(split.held());
        assertThat(held).doesNotContainAnyElementsOf(ids(split.rest()));
        assertThat(split.held().size() + split.rest().size()).isEqualTo(count);
        assertThat((double) split.held().size() / count).isCloseTo(0.2, within(0.03));
        assertThat(share(split.held())).isCloseTo(share(posts), within(0.08));
        assertThat(Split.stratified(posts, 0.2, seed)).isEqualTo(split);
    }

    @Property(tries = 20)
    void nearDuplicatesAndGroupsStandOnOneSide(@ForAll long seed) {
        Random random = new Random(seed);
        List<LabelledPost> posts = posts(120, random);
        for (int i = 0; i < 40; i++) {
            LabelledPost original = posts.get(i);
            posts.add(new LabelledPost("copy" + i, "RT @someone " + original.text().toUpperCase(Locale.ROOT) + "!! https://x.example/1", null,
                    original.label(), null));
            posts.add(new LabelledPost("author" + i, text(random), null, random.nextInt(2), "author " + i % 4));
        }
        Set<String> held = ids(Split.stratified(posts, 0.25, seed).held());
        for (int i = 0; i < 40; i++) {
            assertThat(held.contains("copy" + i)).as("copy %d", i).isEqualTo(held.contains("p" + i));
            assertThat(held.contains("author" + i)).isEqualTo(held.contains("author" + i % 4));
        }
    }

    @Test
    void differentTextsAreNotThrownTogether() {
        assertThat(NearDuplicates.cluster(posts(200, new Random(5)))).hasSizeGreaterThan(190);
    }

    @Test
    void normalisingLeavesOnlyTheWords() {
        assertThat(NearDuplicates.normalise("RT @USER: Ο Ήλιος!! 100% https://t.co/abc")).isEqualTo("rt ο ηλιοσ");
    }

    private static List<LabelledPost> posts(int count, Random random) {
        List<LabelledPost> posts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            posts.add(new LabelledPost("p" + i, text(random), null, random.nextInt(10) < 3 ? 1 : 0, null));
        }
        return posts;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < 9; word++) {
            for (int letter = 0; letter < 6; letter++) {
                text.append(SYLLABLES.charAt(random.nextInt(SYLLABLES.length())));
            }
            text.append(' ');
        }
        return text.toString();
    }

    private static Set<String> ids(List<LabelledPost> posts) {
        Set<String> ids = new HashSet<>();
        posts.forEach(post -> ids.add(post.id()));
        return ids;
    }

    private static double share(List<LabelledPost> posts) {
        return posts.stream().mapToInt(LabelledPost::label).average().orElse(0);
    }
}
