package opsis.capture.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import opsis.capture.profile.LayoutSelectors;
import opsis.capture.profile.PageProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
  private static AddressPolicy policy(boolean loopback, String... hosts) {
    return new AddressPolicy(new PageProfile("test", "{url}", List.of(hosts), loopback, false, true, null, List.of("p"), List.of(), List.of(),
        List.of(), new LayoutSelectors(null, null, null, null, null, null, null, null)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1/", "http://10.1.2.3/", "http://192.168.0.1:8080/", "http://172.20.0.1/", "http://169.254.169.254/latest",
      "http://0.0.0.0/", "http://100.64.0.1/", "http://[::1]/", "http://[fd00::1]/", "http://[::ffff:127.0.0.1]/", "http://2130706433/",
      "http://224.0.0.1/", "http://localhost/", "file:///etc/passwd", "data:text/html,x", "http:///x", "https://a:b@93.184.216.34/"})
  void aPublicProfileReachesNothingPrivate(String address) {
    assertThat(policy(false, "*").refusal(URI.create(address))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://93.184.216.34/", "https://93.184.216.34:8443/x?y#z", "http://[2606:2800:220:1::1]/", "http://172.32.0.1/"})
  void aPublicProfileReachesWhatIsPublic(String address) {
    assertThat(policy(false, "*").refusal(URI.create(address))).isEmpty();
  }

  @Test
  void theBrowserKnowsTheProfilesHostsAlone() {
    assertThat(policy(true, "127.0.0.1", "*.example.org").resolverRules()).isEqualTo("MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE *.example.org");
    assertThat(policy(false, "*").resolverRules()).contains("MAP 127.* ~NOTFOUND", "MAP 172.31.* ~NOTFOUND", "MAP localhost ~NOTFOUND").doesNotContain("MAP * ");
  }
}
