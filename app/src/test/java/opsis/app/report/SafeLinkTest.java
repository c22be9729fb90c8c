package opsis.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeLinkTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://social.example/@anna/1", "http://127.0.0.1:8080/p/1?a=b#c", "HTTPS://SOCIAL.EXAMPLE/1"})
    void anAddressOfTheWebIsLinked(String address) {
        assertThat(SafeLink.of(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,<script>",
        "vbscript:x", "file:///etc/passwd", "//social.example/1", "/p/1", "https:", "https:///path", "http://a b/",
        "https://good.example@bad.example/", "java\nscript:alert(1)", "", "blob:https://a.example/1"})
    void anythingElseIsNot(String address) {
        assertThat(SafeLink.of(address)).isEmpty();
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> scheme = Arbitraries.of("http:", "HTTPS:", "javascript:", "data:", " ", "");
        return Combinators.combine(scheme, Arbitraries.strings().ofMaxLength(3), Arbitraries.of("//a.example/", "//", ""))
                .as((first, middle, last) -> first + middle + last);
    }

    @Property
    void whateverIsLinkedBeginsWithHttp(@ForAll("addresses") String address) {
        SafeLink.of(address).ifPresent(link -> assertThat(link).matches("(?i)https?://.+"));
    }
}
