package opsis.capture.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

/** Writes a card as one HTML page without script; its only style is the embedded sheet, which the policy names by hash. */
final class CardPage {
  private static final int PADDED_HEIGHT = 560;
  private static final int GAP = 12;
  private static final int HEADER = 56;
  private static final int PREVIEW = 88;
  private static final int TIME = 18;
  private static final int COUNTERS = 30;
  private static final int HUES = 12;

  private final String style = resource("card.css");
  private final String policy = policyFor(style);
  private final Predicate<String> hasPicture;

  /** @param hasPicture whether the bytes of a picture key can be served */
  CardPage(Predicate<String> hasPicture) {
    this.hasPicture = hasPicture;
  }

  /** The Content-Security-Policy under which the page works and nothing else does. */
  String policy() {
    return policy;
  }

  String html(CardPost post, Theme theme) {
    boolean greek = "el".equals(language(post).getLanguage());
    StringBuilder out = new StringBuilder(4096);
    out.append("<!DOCTYPE html>\n<html lang=\"").append(Html.escape(language(post).toLanguageTag())).append("\" class=\"")
        .append(theme == Theme.DARK ? "dark" : "light").append("\"><head><meta charset=\"utf-8\"><title>Opsis card</title><style>")
        .append(style).append("</style></head><body><article data-opsis=\"post\">");
    header(out, post);
    text(out, post);
    media(out, post.media(), greek);
    if (post.link() != null) preview(out, post.link());
    if (post.createdAt() != null) time(out, post);
    if (post.counters() != null) counters(out, post.counters());
    return out.append("</article></body></html>\n").toString();
  }

  private static String policyFor(String style) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return "default-src 'none'; img-src 'self'; style-src 'sha256-" + Base64.getEncoder().encodeToString(hash)
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void header(StringBuilder out, CardPost post) {
    String handle = blankToNull(post.handle());
    String name = blankToNull(post.name()) != null ? post.name() : handle;
    out.append("<header>");
    if (hasPicture(post.avatar())) {
      out.append("<span class=\"avatar\" data-opsis=\"avatar\">");
      image(out, post.avatar(), "", "picture");
      out.append("</span>");
    } else {
      String look = name == null ? "anonymous" : "hue-" + Math.floorMod(Objects.requireNonNullElse(handle, name).hashCode(), HUES);
      out.append("<div class=\"avatar ").append(look).append("\" data-opsis=\"avatar\">").append(Html.escape(initials(name))).append("</div>");
    }
    out.append("<div class=\"who\">");
    if (name != null) out.append("<div class=\"name\"><span data-opsis=\"name\">").append(Html.escape(name)).append("</span></div>");
    if (handle != null) out.append("<div class=\"handle\"><span data-opsis=\"handle\">@").append(Html.escape(handle)).append("</span></div>");
    out.append("</div></header>");
  }

  private void text(StringBuilder out, CardPost post) {
    String text = blankToNull(post.text());
    if (text == null) return;
    TextFit fit = TextFit.of(text.strip(), roomForText(post));
    out.append("<div class=\"text size-").append(fit.size()).append("\" data-opsis=\"text\" dir=\"auto\">")
        .append(CardText.html(fit.shown())).append("</div>");
  }

  /** What the other parts leave; pictures give way down to two fifths of the card's height. */
  private static int roomForText(CardPost post) {
    int room = PADDED_HEIGHT - HEADER - GAP;
    if (!post.media().isEmpty()) room -= PADDED_HEIGHT * 2 / 5 + GAP;
    if (post.link() != null) room -= PREVIEW + GAP;
    if (post.createdAt() != null) room -= TIME + GAP;
    if (post.counters() != null) room -= COUNTERS + GAP;
    return room;
  }

  /** A single picture is shown whole, since what matters may stand at its edge; several fill a grid. */
  private void media(StringBuilder out, List<CardMedia> media, boolean greek) {
    if (media.isEmpty()) return;
    List<CardMedia> shown = media.subList(0, Math.min(4, media.size()));
    out.append("<div class=\"media of-").append(shown.size()).append("\" data-opsis=\"media\">");
    for (CardMedia one : shown) {
      if (hasPicture(one.picture())) {
        image(out, one.picture(), one.description(), "picture");
      } else {
        out.append("<div class=\"missing\">").append(greek ? "η εικόνα δεν φυλάχτηκε" : "picture not kept").append("</div>");
      }
    }
    out.append("</div>");
  }

  private void preview(StringBuilder out, CardLink link) {
    out.append("<div class=\"preview\" data-opsis=\"link-card\">");
    if (hasPicture(link.picture())) image(out, link.picture(), "", "thumb");
    out.append("<div><div class=\"domain\">").append(Html.escape(link.domain())).append("</div><div class=\"title\" dir=\"auto\">")
        .append(Html.escape(link.title())).append("</div></div></div>");
  }

  private static void time(StringBuilder out, CardPost post) {
    String time = DateTimeFormatter.ofPattern("HH:mm · d MMM yyyy", language(post)).format(post.createdAt().atOffset(ZoneOffset.UTC));
    out.append("<time data-opsis=\"time\">").append(Html.escape(time)).append("</time>");
  }

  private static void counters(StringBuilder out, CardCounters counters) {
    out.append("<footer data-opsis=\"counters\">");
    counter(out, counters.replies(), "M2 3h12v8H7l-3 3v-3H2z");
    counter(out, counters.reposts(), "M3 9V5h9M10 3l2 2-2 2M13 7v4H4M6 13l-2-2 2-2");
    counter(out, counters.likes(), "M8 14C3 10 2 8 2 6a3 3 0 0 1 6-1 3 3 0 0 1 6 1c0 2-1 4-6 8z");
    out.append("</footer>");
  }

  private static void counter(StringBuilder out, long number, String path) {
    out.append("<span><svg viewBox=\"0 0 16 16\"><path d=\"").append(path).append("\"/></svg>").append(rounded(number)).append("</span>");
  }

  static String rounded(long number) {
    if (number < 10_000) return Long.toString(number);
    if (number < 1_000_000) return number / 1_000 + "K";
    return String.format(Locale.ROOT, "%.1fM", Math.floor(number / 100_000d) / 10);
  }

  /** Up to two first letters. */
  static String initials(String name) {
    if (name == null) return "";
    StringBuilder initials = new StringBuilder();
    for (String word : name.strip().split("[^\\p{L}\\p{N}]+")) {
      if (word.isEmpty() || initials.codePointCount(0, initials.length()) == 2) continue;
      initials.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
    }
    return initials.toString();
  }

  private static void image(StringBuilder out, String key, String description, String look) {
    out.append("<img class=\"").append(look).append("\" src=\"/picture/").append(URLEncoder.encode(key, StandardCharsets.UTF_8))
        .append("\" alt=\"").append(Html.escape(description)).append("\">");
  }

  private boolean hasPicture(String key) {
    return key != null && hasPicture.test(key);
  }

  /** English where the post's language is unknown or not a language tag. */
  private static Locale language(CardPost post) {
    Locale locale = Locale.forLanguageTag(Objects.requireNonNullElse(post.language(), "en"));
    return locale.getLanguage().isEmpty() ? Locale.ENGLISH : locale;
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static String resource(String name) {
    try (InputStream in = CardPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
