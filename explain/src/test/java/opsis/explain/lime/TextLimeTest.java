package opsis.explain.lime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import opsis.explain.Attribution;
import opsis.explain.Feature;
import opsis.explain.ScorerException;
import opsis.explain.TextScorer;

class TextLimeTest {

  private static final String TEXT = "alpha beta gamma delta epsilon zeta eta theta, alpha!";
  private static final TextScorer LINEAR =
      scorer(
          text ->
              0.3
                  + (text.contains("alpha") ? 0.25 : 0)
                  - (text.contains("gamma") ? 0.15 : 0)
                  + (text.contains("zeta") ? 0.05 : 0));
  private static final TextScorer CROOKED =
      scorer(text -> text.contains("alpha") && text.contains("delta") ? 0.9 : text.length() / 200.0);

  @Example
  void aLinearFunctionsOrderAndSignsAreRecovered() {
    Attribution attribution = explain(TextLimeSettings.seeded(1), TEXT, LINEAR).attribution();

    assertThat(attribution.features()).extracting(Feature::id).startsWith("alpha", "gamma", "zeta");
    assertThat(attribution.features().get(0).weight()).isCloseTo(0.25, within(0.005));
    assertThat(attribution.features().get(1).weight()).isCloseTo(-0.15, within(0.005));
    assertThat(attribution.features().get(2).weight()).isCloseTo(0.05, within(0.005));
    assertThat(attribution.score()).isGreaterThan(0.999);
    assertThat(attribution.localPrediction()).isCloseTo(0.45, within(0.005));
  }

  @Example
  void theOtherLabelGetsTheOppositeWeights() {
    TextLime lime = new TextLime(TextLimeSettings.seeded(1).withSamples(500));
    List<Feature> against = lime.explain(TEXT, LINEAR, 0).attribution().features();
    List<Feature> toward = lime.explain(TEXT, LINEAR, 1).attribution().features();

    assertThat(against.get(0).id()).isEqualTo("alpha");
    assertThat(against.get(0).weight()).isCloseTo(-toward.get(0).weight(), within(1e-12));
  }

  @Property(tries = 20)
  void aFunctionThatNeverMovesGivesNoWeight(@ForAll @LongRange(max = 0xFFFF_FFFFL) long seed) {
    Attribution attribution =
        explain(TextLimeSettings.seeded(seed).withSamples(100), TEXT, scorer(text -> 0.3)).attribution();

    assertThat(attribution.features()).allSatisfy(feature -> assertThat(feature.weight()).isZero());
    assertThat(attribution.intercept()).isEqualTo(0.3);
    assertThat(attribution.localPrediction()).isEqualTo(0.3);
  }

  @Property(tries = 30)
  void theSizeOfTheBatchesChangesNothing(@ForAll @IntRange(min = 1, max = 400) int batch) {
    TextLimeSettings settings = TextLimeSettings.seeded(7).withSamples(300);

    assertThat(explain(settings.withBatch(batch), TEXT, CROOKED)).isEqualTo(explain(settings, TEXT, CROOKED));
  }

  @Example
  void replayGivesTheSameJsonBitForBit() {
    TextLimeSettings settings = TextLimeSettings.seeded(11).withSamples(400);
    String first = explain(settings, TEXT, CROOKED).attribution().toJson();

    assertThat(explain(settings, TEXT, CROOKED).attribution().toJson()).isEqualTo(first);
    assertThat(Attribution.fromJson(first).toJson()).isEqualTo(first);
    assertThat(explain(TextLimeSettings.seeded(12).withSamples(400), TEXT, CROOKED).attribution().toJson())
        .isNotEqualTo(first);
  }

  @Example
  void noTextIsScoredTwiceAndNoBatchIsTooLarge() {
    List<String> asked = new ArrayList<>();
    TextScorer scorer =
        texts -> {
          assertThat(texts).hasSizeBetween(1, 16);
          asked.addAll(texts);
          return CROOKED.probabilities(texts);
        };

    explain(TextLimeSettings.seeded(1).withBatch(16), "one two three four five", scorer);

    assertThat(asked).doesNotHaveDuplicates().hasSize(32).first().isEqualTo("one two three four five");
  }

  @Example
  void standardErrorsTellHowMuchTheWeightsMoveOverSeeds() {
    int seeds = 200;
    double[][] weights = new double[seeds][8];
    double[] errors = new double[8];
    for (int seed = 0; seed < seeds; seed++) {
      TextLimeSettings settings = TextLimeSettings.seeded(seed).withSamples(400);
      for (Feature feature : explain(settings, TEXT, CROOKED).attribution().features()) {
        weights[seed][feature.index()] = feature.weight();
        errors[feature.index()] += feature.standardError() / seeds;
      }
    }
    for (int word = 0; word < errors.length; word++) {
      int column = word;
      double mean = IntStream.range(0, seeds).mapToDouble(seed -> weights[seed][column]).average().orElseThrow();
      DoubleStream squares = IntStream.range(0, seeds).mapToDouble(seed -> Math.pow(weights[seed][column] - mean, 2));
      double spread = Math.sqrt(squares.sum() / (seeds - 1));
      assertThat(errors[word] / spread).as("word %d", word).isBetween(0.75, 1.33);
    }
  }

  @Example
  void aTextWithoutWordsHasNothingToExplain() {
    for (String text : List.of("", " \n", "?! 😀 …", "\u0301")) {
      TextExplanation explanation = explain(TextLimeSettings.seeded(1), text, scorer(each -> 0.4));

      assertThat(explanation.words()).isEmpty();
      assertThat(explanation.attribution().features()).isEmpty();
      assertThat(explanation.attribution().samples()).isEqualTo(1);
      assertThat(explanation.attribution().intercept()).isEqualTo(0.4);
    }
  }

  @Example
  void oneWordIsExplained() {
    Attribution attribution =
        explain(TextLimeSettings.seeded(1).withSamples(50), "μόνη", scorer(text -> text.isEmpty() ? 0.1 : 0.9))
            .attribution();

    assertThat(attribution.features()).singleElement().extracting(Feature::id).isEqualTo("μόνη");
    assertThat(attribution.features().get(0).weight()).isPositive();
  }

  @Example
  void aWordsPlacesAreItsOwn() {
    TextExplanation explanation =
        explain(TextLimeSettings.seeded(1).withSamples(20), "😀 Η γη γυρίζει· η γη!", scorer(text -> 0.5));

    assertThat(explanation.words())
        .allSatisfy(
            word -> assertThat(explanation.text().substring(word.start(), word.end())).isEqualTo(word.text()));
    assertThat(explanation.words()).extracting(Word::text).containsExactly("Η", "γη", "γυρίζει", "η", "γη");
    assertThat(explanation.words()).extracting(Word::feature).containsExactly(0, 1, 2, 3, 1);
  }

  @Property(tries = 300)
  void whatIsKeptWholeIsTheTextItself(@ForAll String text, @ForAll boolean bagOfWords) {
    Words words = new Words(text, bagOfWords);

    assertThat(words.perturbed(Masks.allOn(1, words.count()), 0)).isEqualTo(text);
    assertThat(new HashSet<>(words.all().stream().map(Word::feature).toList())).hasSize(words.count());
  }

  @Example
  void badAnswersAreNamed() {
    assertThatThrownBy(() -> explain(few(), TEXT, scorer(text -> text.equals(TEXT) ? 0.5 : Double.NaN)))
        .isInstanceOf(ScorerException.class)
        .hasMessageContaining("NaN for class 0 of sample 1");
    assertThatThrownBy(() -> explain(few(), TEXT, texts -> new double[1][2]))
        .isInstanceOf(ScorerException.class)
        .hasMessageContaining("1 rows for a batch of");
    assertThatThrownBy(() -> explain(few(), TEXT, texts -> null))
        .isInstanceOf(ScorerException.class)
        .hasMessageContaining("null");
    assertThatThrownBy(
            () ->
                explain(
                    few(),
                    TEXT,
                    texts -> texts.stream().map(t -> new double[t.equals(TEXT) ? 2 : 3]).toArray(double[][]::new)))
        .isInstanceOf(ScorerException.class)
        .hasMessageContaining("3 classes for sample 1");
    assertThatThrownBy(() -> new TextLime(few()).explain(TEXT, LINEAR, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("label 2: the scorer has 2 classes");
  }

  @Example
  void settingsThatCannotWorkAreRefused() {
    assertThatThrownBy(() -> TextLimeSettings.seeded(-1)).hasMessageContaining("from 0 to 4294967295");
    assertThatThrownBy(() -> few().withSamples(1)).hasMessageContaining("samples 1: give at least 2");
    assertThatThrownBy(() -> few().withFeatures(0)).hasMessageContaining("features 0");
    assertThatThrownBy(() -> few().withKernelWidth(Double.NaN)).hasMessageContaining("kernelWidth");
    assertThatThrownBy(() -> few().withBatch(0)).hasMessageContaining("batch 0");
  }

  private static TextLimeSettings few() {
    return TextLimeSettings.seeded(1).withSamples(50);
  }

  private static TextExplanation explain(TextLimeSettings settings, String text, TextScorer scorer) {
    return new TextLime(settings).explain(text, scorer, 1);
  }

  private static TextScorer scorer(ToDoubleFunction<String> probability) {
    return texts ->
        texts.stream()
            .mapToDouble(probability)
            .mapToObj(p -> new double[] {1 - p, p})
            .toArray(double[][]::new);
  }
}
