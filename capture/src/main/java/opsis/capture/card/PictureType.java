package opsis.capture.card;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells a picture's media type by its first bytes, so that nothing but a raster picture is ever served as one. */
final class PictureType {
  private PictureType() {}

  static Optional<String> of(byte[] bytes) {
    if (startsWith(bytes, 0, "\u0089PNG\r\n")) return Optional.of("image/png");
    if (startsWith(bytes, 0, "\u00ff\u00d8\u00ff")) return Optional.of("image/jpeg");
    if (startsWith(bytes, 0, "GIF8")) return Optional.of("image/gif");
    if (startsWith(bytes, 0, "RIFF") && startsWith(bytes, 8, "WEBP")) return Optional.of("image/webp");
    return Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int offset, String magic) {
    byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length < offset + wanted.length) return false;
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[offset + i] != wanted[i]) return false;
    }
    return true;
  }
}
