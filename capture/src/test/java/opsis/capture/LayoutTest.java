package opsis.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
  @Property
  void jsonReadsBackToTheSameLayout(@ForAll Box.Kind kind, @ForAll @DoubleRange(min = 0, max = 600) double x,
      @ForAll @DoubleRange(min = 0, max = 600) double width, @ForAll String text, @ForAll int index) {
    Layout layout = new Layout(List.of(new Box(kind, x, x / 2, width, width / 3, text, index), new Box(kind, 0, 0, 1, 1, null, 0)));
    assertThat(Layout.fromJson(layout.toJson())).isEqualTo(layout);
  }

  @Test
  void boxesAreFoundByKindInTheirOrder() {
    Box first = new Box(Box.Kind.WORD, 0, 0, 9, 9, "καλή", 0);
    Box second = new Box(Box.Kind.WORD, 10, 0, 9, 9, "μέρα", 1);
    Layout layout = new Layout(List.of(new Box(Box.Kind.AVATAR, 0, 0, 1, 1, null, 0), first, second));
    assertThat(layout.of(Box.Kind.WORD)).containsExactly(first, second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{\"boxes\":[{\"kind\":\"NOSE\"}]}", "{\"boxes\":[{\"kind\":\"WORD\",\"width\":-1}]}", "{\"boxes\":"})
  void whatIsNotALayoutIsRefusedInWords(String json) {
    assertThatThrownBy(() -> Layout.fromJson(json)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not a layout");
  }
}
