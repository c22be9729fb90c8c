package opsis.capture.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import opsis.capture.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PageProfilesTest {
  private static final String GOOD = """
      name: site
      urlTemplate: "https://example.org/{handle}/{id}"
      hosts: ["example.org", "*.example.net"]
      patience: 1m30s
      ready: ["article"]
      rules:
        - {status: [404, 410], outcome: DELETED}
        - {selector: .wall, text: "sign (in|up)", outcome: LOGIN_WALL, reason: asks to sign in}
      layout: {text: .text}
      """;

  @TempDir
  Path folder;

  private PageProfile read(String yaml) throws Exception {
    return PageProfiles.read(Files.writeString(folder.resolve("site.yaml"), yaml));
  }

  static List<String> shipped() {
    return PageProfiles.shipped();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedProfileReads(String name) {
    assertThat(PageProfiles.named(name).name()).isEqualTo(name);
  }

  @Test
  void onlyOurOwnPagesMayBeOnThisMachineAndOnlyCardsKeepTheirStorage() {
    assertThat(PageProfiles.shipped()).filteredOn(name -> PageProfiles.named(name).loopback()).containsExactly("card", "sample");
    assertThat(PageProfiles.shipped()).filteredOn(name -> !PageProfiles.named(name).wipe()).containsExactly("card");
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> PageProfiles.named("../secret")).isInstanceOf(ProfileException.class).hasMessageContaining("card, sample, x-embed, generic");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> PageProfiles.read(folder.resolve("none.yaml"))).isInstanceOf(ProfileException.class).hasMessageContaining("none.yaml");
  }

  @Test
  void everyKeyIsRead() throws Exception {
    PageProfile profile = read(GOOD);
    assertThat(profile.patience()).isEqualTo(Duration.ofSeconds(90));
    assertThat(profile.wipe()).isTrue();
    assertThat(profile.loopback()).isFalse();
    assertThat(profile.rules()).hasSize(2);
    assertThat(profile.rules().get(0)).isEqualTo(new OutcomeRule(List.of(404, 410), null, null, Outcome.DELETED, "deleted"));
    assertThat(profile.rules().get(1).reason()).isEqualTo("asks to sign in");
    assertThat(profile.layout().text()).isEqualTo(".text");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "name: site                     | name: 7                        | key name: must be text",
      "name: site                     | nam: site                      | key nam: is not known",
      "hosts: [\"example.org\", \"*.example.net\"] | hosts: []         | key hosts: needs at least one",
      "\"*.example.net\"              | \"https://example.net/\"       | key hosts: \"https://example.net/\" is not a host name",
      "\"*.example.net\"              | \"a b\"                        | is not a host name",
      "patience: 1m30s                | patience: soon                 | key patience: must be a duration",
      "patience: 1m30s                | patience: 0s                   | key patience: must be longer",
      "ready: [\"article\"]           | ready: []                      | key ready: needs at least one CSS selector",
      "ready: [\"article\"]           | ready: article                 | key ready: must be a list",
      "https://example.org            | file:///etc                    | key urlTemplate: must be",
      "outcome: DELETED               | outcome: CAPTURED              | key rules[0].outcome: must be an outcome other than CAPTURED",
      "[404, 410]                     | [40]                           | key rules[0].status: must be an HTTP status",
      "'sign (in|up)'                 | sign (in                       | key rules[1].text: is not a regular expression",
      "layout: {text: .text}          | layout: {nose: .text}          | key layout.nose: is not known",
      "name: site                     | name: [                        | not YAML",
      "patience: 1m30s                | name: twice                    | not YAML: Duplicate field",
  })
  void aMistakeIsToldByFileAndKey(String good, String bad, String message) {
    assertThat(GOOD).contains(good);
    assertThatThrownBy(() -> read(GOOD.replace(good, bad))).isInstanceOf(ProfileException.class)
        .hasMessageContaining("site.yaml").hasMessageContaining(message);
  }

  @Test
  void theAddressIsFilledAndItsPartsEncoded() throws Exception {
    assertThat(read(GOOD).address("4/2", "ελένη?", null)).isEqualTo(URI.create("https://example.org/%CE%B5%CE%BB%CE%AD%CE%BD%CE%B7%3F/4%2F2"));
  }

  @Test
  void aMissingPartOfTheAddressIsNamed() throws Exception {
    PageProfile profile = read(GOOD);
    assertThatThrownBy(() -> profile.address("42", null, null)).hasMessageContaining("post 42").hasMessageContaining("{handle}");
  }

  @ParameterizedTest
  @CsvSource({"example.org,true", "EXAMPLE.org,true", "www.example.org,false", "a.example.net,true", "a.b.example.net,true",
      "example.net,false", "evilexample.net,false", "example.org.evil,false"})
  void hostsAreMatchedWhole(String host, boolean allowed) throws Exception {
    assertThat(read(GOOD).allowsHost(host)).isEqualTo(allowed);
  }
}
