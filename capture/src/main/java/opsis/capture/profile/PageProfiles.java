package opsis.capture.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page profiles that are shipped, and those that an operator writes. */
public final class PageProfiles {
  private static final List<String> SHIPPED = List.of("card", "sample", "x-embed", "generic");

  private PageProfiles() {}

  /** Names of the shipped profiles. */
  public static List<String> shipped() {
    return SHIPPED;
  }

  /** @throws ProfileException where no profile of that name is shipped */
  public static PageProfile named(String name) {
    if (!SHIPPED.contains(name)) {
      throw new ProfileException("no page profile is named \"" + name + "\"; use one of " + String.join(", ", SHIPPED) + ", or the path of a .yaml file");
    }
    try (InputStream in = PageProfiles.class.getResourceAsStream(name + ".yaml")) {
      if (in == null) throw new ProfileException("page profile " + name + ".yaml is missing from the program; build it again");
      return ProfileReader.parse(name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ProfileException("page profile " + name + ".yaml cannot be read: " + e.getMessage(), e);
    }
  }

  /** @throws ProfileException where the file cannot be read or is not a profile; the message names file, key and mend */
  public static PageProfile read(Path file) {
    try {
      return ProfileReader.parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new ProfileException("page profile " + file + " cannot be read (" + e.getClass().getSimpleName() + "); give the path of a UTF-8 .yaml file", e);
    }
  }
}
