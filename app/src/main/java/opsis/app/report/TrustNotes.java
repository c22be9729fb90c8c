package opsis.app.report;

import opsis.explain.Trust;

/** Says in both languages what the explanation says of itself; words of anyone else are left as they are. */
final class TrustNotes {

    private static final int LONGEST = 400;

    private final Messages messages;

    TrustNotes(Messages messages) {
        this.messages = messages;
    }

    /** The note with each known sentence ({@link Trust.Reason#sentence}) and each side's name in the reader's language. */
    Text of(String note) {
        String shown = HostileText.shown(note, LONGEST);
        return Text.of(language -> {
            String said = shown;
            for (Trust.Reason reason : Trust.Reason.values()) {
                said = said.replace(reason.sentence(), of(reason).in(language));
            }
            return said.replace("Words: ", messages.text("trust.words").in(language) + " ")
                    .replace("Picture: ", messages.text("trust.picture").in(language) + " ");
        });
    }

    private Text of(Trust.Reason reason) {
        return messages.find("trust.reason." + reason.name()).orElseGet(() -> Text.same(reason.sentence()));
    }
}
