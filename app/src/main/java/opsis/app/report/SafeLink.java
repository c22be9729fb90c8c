package opsis.app.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Decides which addresses of posts may be followed: absolute http and https with a host, and nothing else. */
final class SafeLink {

    private static final int LONGEST = 2_000;

    private SafeLink() {
    }

    /** The address to put into {@code href}, if it may be followed. */
    static Optional<String> of(String address) {
        if (address == null || address.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(address.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            // A user part ("https://good.example@bad.example") only ever misleads.
            boolean plainHost = uri.getHost() != null && uri.getUserInfo() == null;
            return web && plainHost ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
