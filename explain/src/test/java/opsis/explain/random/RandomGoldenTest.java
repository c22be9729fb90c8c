package opsis.explain.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import opsis.explain.Golden;
import org.junit.jupiter.api.Test;

class RandomGoldenTest {

  @Test
  void theMersenneTwisterDrawsWhatRandomStateDraws() {
    for (JsonNode golden : Golden.read("random.json").get("legacy")) {
      MersenneTwister draws = new MersenneTwister(golden.get("seed").longValue());
      assertThat(ints(draws, 5, 0, 1000)).containsExactly(Golden.ints(golden.get("below_1000")));
      assertThat(ints(draws, 20, 1, 8)).containsExactly(Golden.ints(golden.get("one_to_7")));
      assertThat(ints(draws, 40, 0, 2)).containsExactly(Golden.ints(golden.get("bits")));
      for (JsonNode choice : golden.get("choices")) {
        assertThat(draws.choose(9, choice.size())).containsExactly(Golden.ints(choice));
      }
      ints(draws, 1997, 0, Integer.MAX_VALUE);
      assertThat(ints(draws, 3, 0, Integer.MAX_VALUE)).containsExactly(Golden.ints(golden.get("far")));
    }
  }

  @Test
  void thePermutedCongruentialGeneratorDrawsWhatDefaultRngDraws() {
    for (JsonNode golden : Golden.read("random.json").get("modern")) {
      long seed = golden.get("seed").longValue();
      PermutedCongruential uniform = new PermutedCongruential(seed);
      for (double expected : Golden.doubles(golden.get("doubles"))) {
        assertThat(uniform.nextDouble()).isEqualTo(expected);
      }
      PermutedCongruential normal = new PermutedCongruential(seed);
      double[] normals = IntStream.range(0, 200_000).mapToDouble(i -> normal.nextGaussian()).toArray();
      double[] expected = Golden.doubles(golden.get("normals"));
      for (int i = 0; i < expected.length; i++) {
        assertThat(normals[i]).isCloseTo(expected[i], within(1e-14));
      }
      for (JsonNode far : golden.get("far_out")) {
        assertThat(normals[far.get(0).intValue()]).isCloseTo(far.get(1).doubleValue(), within(1e-14));
      }
      assertThat(normals[normals.length - 1]).isCloseTo(golden.get("last").doubleValue(), within(1e-14));
    }
  }

  @Test
  void anEmptyRangeIsRefused() {
    assertThatThrownBy(() -> new MersenneTwister(1).nextInt(1, 1)).hasMessageContaining("from 1 to below 1");
  }

  private static int[] ints(MersenneTwister draws, int count, int low, int high) {
    return IntStream.range(0, count).map(i -> draws.nextInt(low, high)).toArray();
  }
}
