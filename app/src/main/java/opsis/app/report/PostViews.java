package opsis.app.report;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns posts into what the template shows of them. */
final class PostViews {

    private static final Logger LOG = LoggerFactory.getLogger(PostViews.class);
    private static final int LONGEST_TEXT = 5_000;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_ID = 200;
    private static final int SKELETON_WORDS = 36;
    private static final int LONGEST_SKELETON_WORD = 14;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Messages messages;
    private final Formats formats;
    private final TrustNotes trustNotes;
    private final String model;
    private final double threshold;

    PostViews(Messages messages, Formats formats, String model, double threshold) {
        this.messages = messages;
        this.formats = formats;
        this.trustNotes = new TrustNotes(messages);
        this.model = model;
        this.threshold = threshold;
    }

    List<PostView> of(String list, List<ReportPost> posts, Album album) {
        List<PostView> views = new ArrayList<>();
        for (ReportPost post : posts) {
            int rank = views.size() + 1;
            views.add(view(list + "-" + rank, rank, post, album.of(post)));
        }
        return views;
    }

    private PostView view(String anchor, int rank, ReportPost post, Album.Pair pictures) {
        String text = HostileText.shown(post.text(), LONGEST_TEXT);
        boolean shaded = isShaded(post);
        Content words = shaded ? output -> output.writeContent(post.wordsHtml()) : Text.same(text);
        return new PostView(anchor, rank, post.probability() >= threshold, formats.probability(post.probability()),
                sides(post), reading(post), pictures, post.screenshot() != null, words, shaded,
                !shaded && HostileText.isLongerThan(post.text(), LONGEST_TEXT), skeleton(text),
                HostileText.shown(post.authorName(), LONGEST_NAME), handle(post.handle()),
                post.createdAt() == null ? null : formats.moment(post.createdAt()),
                post.createdAt() == null ? null : post.createdAt().toString(),
                SafeLink.of(post.url()).orElse(null),
                post.url() == null ? null : HostileText.shown(post.url(), LONGEST_ADDRESS),
                post.explanation() == null ? null : trust(post.explanation()), evidence(post));
    }

    private static boolean isShaded(ReportPost post) {
        if (post.wordsHtml() == null) {
            return false;
        }
        boolean harmless = InlineMarkup.isHarmless(post.wordsHtml());
        if (!harmless) {
            LOG.warn("the shaded words of post {} hold more than inline markup; its text is shown unshaded", post.id());
        }
        return harmless;
    }

    private static String handle(String handle) {
        String shown = HostileText.shown(handle, LONGEST_NAME);
        return shown.isEmpty() || shown.startsWith("@") ? shown : "@" + shown;
    }

    private List<SideBar> sides(ReportPost post) {
        return List.of(side("both", post.probability()), side("words", post.wordsOnly()), side("picture", post.pictureOnly()));
    }

    private SideBar side(String style, Double probability) {
        Text name = messages.text("side." + style);
        if (probability == null || probability.isNaN()) {
            return new SideBar(name, style, messages.text("side.unknown"), "0", false);
        }
        return new SideBar(name, style, formats.probability(probability), percent(probability), true);
    }

    /** A length for SVG, whose numbers have a point in every language. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * Math.max(0, Math.min(1, share)));
    }

    private Text reading(ReportPost post) {
        if (post.wordsOnly() == null || post.pictureOnly() == null) {
            return null;
        }
        String words = post.wordsOnly() >= threshold ? "over" : "under";
        String picture = post.pictureOnly() >= threshold ? "over" : "under";
        return messages.text("reading." + words + "." + picture);
    }

    private static List<Integer> skeleton(String text) {
        return SPACE.splitAsStream(text.strip())
                .filter(word -> !word.isEmpty())
                .limit(SKELETON_WORDS)
                .map(word -> Math.min(LONGEST_SKELETON_WORD, Math.max(2, word.codePointCount(0, word.length()))))
                .toList();
    }

    private PostView.Trust trust(ReportExplanation explanation) {
        Text reason = explanation.trustNote() == null ? null : trustNotes.of(explanation.trustNote());
        return new PostView.Trust(explanation.trusted(), messages.text(explanation.trusted() ? "trust.yes" : "trust.no"),
                reason, messages.text("trust.fit", formats.fit(explanation.r2Words()), formats.fit(explanation.r2Regions())));
    }

    private Text evidence(ReportPost post) {
        String id = HostileText.shown(post.id(), LONGEST_ID);
        String hash = post.screenshot() == null ? "–" : shortSha256(post.screenshot());
        if (post.explanation() == null) {
            return messages.text("evidence.plain", id, hash, model);
        }
        return messages.text("evidence.explained", id, hash, model, Long.toString(post.explanation().seed()),
                post.explanation().samples());
    }

    private static String shortSha256(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes), 0, 6);
    }
}
