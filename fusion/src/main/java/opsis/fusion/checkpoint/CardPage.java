package opsis.fusion.checkpoint;

import java.util.Locale;
import java.util.TreeMap;
import opsis.fusion.ModelCard;

/** A model's card as Markdown (Mitchell et al. 2019, Model Cards for Model Reporting). */
final class CardPage {

    private CardPage() {
    }

    static String of(ModelCard card) {
        StringBuilder page = new StringBuilder("# ").append(card.name()).append("\n\n").append(card.description()).append("\n\n");
        page.append("Trained ").append(card.createdAt()).append(", seed ").append(card.seed()).append(". Threshold ")
                .append(String.format(Locale.ROOT, "%.3f", card.threshold())).append(", chosen on the validation part.\n\n## Data\n");
        card.data().forEach(line -> page.append("- ").append(line).append('\n'));
        page.append("\nSplit: ").append(card.split()).append("\n\n## Figures\nWith 95 % bootstrap intervals where they were computed.\n\n");
        for (ModelCard.Result result : card.results()) {
            page.append("- **").append(result.on()).append("** (").append(result.posts()).append(" posts): ");
            page.append(String.join(", ", result.figures().stream().map(CardPage::figure).toList())).append('\n');
        }
        page.append("\n## Not fit for\n");
        card.notFitFor().forEach(line -> page.append("- ").append(line).append('\n'));
        page.append("\n## Settings\n");
        new TreeMap<>(card.settings()).forEach((name, value) -> page.append("- ").append(name).append(": ").append(value).append('\n'));
        page.append("\n## Software\n");
        new TreeMap<>(card.software()).forEach((name, value) -> page.append("- ").append(name).append(": ").append(value).append('\n'));
        return page.toString();
    }

    private static String figure(ModelCard.Figure figure) {
        String value = String.format(Locale.ROOT, "%s %.3f", figure.name(), figure.value());
        return figure.low() == null ? value : value + String.format(Locale.ROOT, " (%.3f to %.3f)", figure.low(), figure.high());
    }
}
