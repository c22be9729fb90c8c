/**
 * The values that the module's packages share: what a scorer is, what an attribution says, and how far to trust it.
 *
 * <pre>{@code
 * TextScorer scorer = texts -> network.probabilities(texts);
 * TextExplanation explanation = new TextLime(TextLimeSettings.seeded(1)).explain(text, scorer, 1);
 * Trust trust = Trust.of(explanation.attribution());
 * String json = explanation.attribution().toJson();
 * }</pre>
 */
package opsis.explain;
