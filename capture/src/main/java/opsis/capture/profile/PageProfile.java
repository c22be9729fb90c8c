package opsis.capture.profile;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How the pages of one site are opened and read.
 *
 * @param name the profile's name, stored with each capture
 * @param urlTemplate the address to open, with {@code {url}}, {@code {id}} and {@code {handle}} filled from the post
 * @param hosts allow-list of host names; {@code *.} at the start admits every sub-domain, a lone {@code *} any public host.
 *     Nothing else is reached, by the page or by what it loads
 * @param loopback whether loopback and private addresses may be opened
 * @param dark whether the page is asked for its dark colours
 * @param wipe whether cookies and storage are wiped after each post; only a page of our own can do without
 * @param patience longest wait for one page; null for the workers' own
 * @param ready CSS selectors that must all be visible before the picture is taken; never empty
 * @param rules the first that holds decides; see {@link OutcomeRule}
 * @param dismiss selectors of buttons to press when they appear, each once (cookie banners)
 * @param hide selectors of elements to leave out of the picture
 * @param layout the parts of the post
 */
public record PageProfile(String name, String urlTemplate, List<String> hosts, boolean loopback, boolean dark, boolean wipe,
    Duration patience, List<String> ready, List<OutcomeRule> rules, List<String> dismiss, List<String> hide,
    LayoutSelectors layout) {
  public PageProfile {
    hosts = List.copyOf(hosts);
    ready = List.copyOf(ready);
    rules = List.copyOf(rules);
    dismiss = List.copyOf(dismiss);
    hide = List.copyOf(hide);
  }

  /**
   * The address to open for a post.
   *
   * @param id the post's id
   * @param handle the author's handle without @; may be null where the template does not use it
   * @param url the post's own address; may be null where the template does not use it
   * @throws IllegalArgumentException where the template needs a part that the post lacks, or the result is no address
   */
  public URI address(String id, String handle, URI url) {
    String address = filled(filled(urlTemplate, "{id}", encoded(id), id), "{handle}", encoded(handle), id);
    return URI.create(filled(address, "{url}", url == null ? null : url.toString(), id));
  }

  /** Whether the profile lets a page of this host be opened, by its name alone. */
  public boolean allowsHost(String host) {
    return hosts.stream().anyMatch(pattern -> matches(pattern, host));
  }

  private static boolean matches(String pattern, String host) {
    if (pattern.equals("*")) return true;
    if (pattern.startsWith("*.")) return host.toLowerCase(Locale.ROOT).endsWith(pattern.substring(1));
    return pattern.equalsIgnoreCase(host);
  }

  private String filled(String template, String hole, String value, String id) {
    if (!template.contains(hole)) return template;
    if (value == null) {
      throw new IllegalArgumentException("post " + id + ": profile " + name + " opens " + urlTemplate + ", but the post has no " + hole
          + "; give it one or use another profile");
    }
    return template.replace(hole, value);
  }

  private static String encoded(String value) {
    return value == null ? null : URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
