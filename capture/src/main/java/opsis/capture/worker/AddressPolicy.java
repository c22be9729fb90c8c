package opsis.capture.worker;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import opsis.capture.profile.PageProfile;

/**
 * Which addresses a browser may open under a profile. The first address and every redirect are checked here; what a page
 * loads by itself is held back inside the browser, whose name resolution knows the profile's hosts alone.
 */
final class AddressPolicy {
  private static final List<String> PRIVATE_NAMES = List.of("localhost", "*.localhost", "*.local", "*.internal", "127.*", "10.*",
      "192.168.*", "169.254.*", "0.*", "[::*", "[fc*", "[fd*", "[fe8*", "[fe9*", "[fea*", "[feb*");

  private final PageProfile profile;

  AddressPolicy(PageProfile profile) {
    this.profile = profile;
  }

  /** Why the address may not be opened; empty where it may. */
  Optional<String> refusal(URI address) {
    String scheme = address.getScheme();
    if (scheme == null || !scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
      return Optional.of("only http and https addresses are opened, not " + scheme);
    }
    String host = address.getHost();
    if (host == null) return Optional.of("the address names no host");
    if (address.getRawUserInfo() != null) return Optional.of("an address with a user name is not opened");
    if (!profile.allowsHost(host)) return Optional.of("host " + host + " is not among the hosts of profile " + profile.name());
    if (!profile.loopback() && isPrivate(host)) return Optional.of("host " + host + " is on this machine or its private network");
    return Optional.empty();
  }

  /** Chromium's --host-resolver-rules: names outside the profile do not exist. */
  String resolverRules() {
    List<String> rules = new ArrayList<>();
    if (profile.hosts().contains("*")) {
      if (!profile.loopback()) {
        PRIVATE_NAMES.forEach(name -> rules.add("MAP " + name + " ~NOTFOUND"));
        for (int second = 16; second < 32; second++) rules.add("MAP 172." + second + ".* ~NOTFOUND");
      }
    } else {
      rules.add("MAP * ~NOTFOUND");
      profile.hosts().forEach(host -> rules.add("EXCLUDE " + host));
    }
    return String.join(" , ", rules);
  }

  /** An unknown name is left to the browser, which reports it, or to its proxy, which may know it. */
  private static boolean isPrivate(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (isPrivate(address)) return true;
      }
      return false;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    boolean shared = address instanceof Inet4Address && (first == 0 || first == 100 && (bytes[1] & 0xc0) == 64);
    boolean uniqueLocal = bytes.length == 16 && (first & 0xfe) == 0xfc;
    return shared || uniqueLocal || address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress()
        || address.isSiteLocalAddress() || address.isMulticastAddress();
  }
}
