import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opsis.fusion.ModelCard;

/** The words of the starter's card; its figures come from the run. */
final class StarterCard {

    private StarterCard() {
    }

    static ModelCard of(ModelCard trained, List<ModelCard.Result> results, TrainStarter.Parts parts, long pictured) {
        List<String> data = new ArrayList<>();
        data.add("Greek tweets of OGTD (Pitenis, Zampieri and Ranasinghe 2020; OFF counts as hateful), 8,743 posts. Its source states no "
                + "licence: research use; no text of it is in this folder, but vocab.txt was counted on its training part");
        data.add("Greek public-domain books of Project Gutenberg, for the vocabulary alone");
        data.add(Starter.AUTHORED + " posts written and drawn by this project, with invented people, groups and emblems");
        data.add("Trained on " + parts.training().size() + " posts by their words, then on the " + pictured + " of them that had been rendered "
                + "as cards; validated on " + parts.validation().size());
        data.add("The tweets came without authors and pictures: on their cards these are invented and harmless, whatever the label");
        Map<String, String> settings = new TreeMap<>(trained.settings());
        settings.put("stages", "the words' side on texts (3 epochs), the picture's side on cards (15), the head on both (6, whose settings these are); "
                + "no pre-training");
        return new ModelCard("starter", "A small network (four layers of BERT at width 256 with hashed n-grams beside it, ResNet-18 at half "
                + "width) trained by Opsis itself, so that the first run needs no download. It shows that the whole path works; it is no "
                + "judge of real posts. Read 'offensive in Greek tweets' where it says hateful.",
                trained.createdAt(), data, "a stratified fifth of the tweets and of the authored posts held out and scored once at the end; a tenth of the "
                + "rest to choose epoch and threshold; near-duplicates and groups on one side", OgtdPosts.SEED, trained.threshold(), results,
                settings, trained.software(), List.of(
                "automatic sanction of anyone: every finding is for a person to review",
                "languages other than Greek, times other than 2009 to 2019, and posts other than tweets: nothing was measured there",
                "telling hate speech from other offence: its tweets are labelled offensive or not",
                "judging real pictures: it has seen only pictures drawn by this project, and held-out ones were made by the same hand, so their "
                        + "figures are optimistic; there is no evidence that the picture helps on real posts",
                "reading small text within pictures: it sees 160 × 160 pixels"));
    }
}
