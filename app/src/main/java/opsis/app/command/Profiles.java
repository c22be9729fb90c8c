package opsis.app.command;

import java.nio.file.Path;
import opsis.capture.profile.PageProfile;
import opsis.capture.profile.PageProfiles;

/** Finds the page profile that a setting or an option names. */
final class Profiles {

    private Profiles() {
    }

    /** Returns a shipped profile by its name, or one of the operator's own by its path. */
    static PageProfile find(String name, Path folder) {
        return name.endsWith(".yaml") || name.endsWith(".yml") ? PageProfiles.read(folder.resolve(name))
                : PageProfiles.named(name);
    }

    /** Returns the profile with another address template; an empty one changes nothing. */
    static PageProfile at(PageProfile profile, String urlTemplate) {
        return urlTemplate.isBlank() ? profile
                : new PageProfile(profile.name(), urlTemplate, profile.hosts(), profile.loopback(), profile.dark(),
                        profile.wipe(), profile.patience(), profile.ready(), profile.rules(), profile.dismiss(),
                        profile.hide(), profile.layout());
    }
}
