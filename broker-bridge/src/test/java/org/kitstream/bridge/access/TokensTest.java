package org.kitstream.bridge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.contract.device.DeviceProfile;

class TokensTest {

  private final List<String> revoked = new ArrayList<>();
  private final Tokens tokens = new Tokens(500, revoked::add);

  @Test
  void findsTheDeviceOfAToken() {
    tokens.update(17, profile(17, "a", false));

    assertThat(tokens.find("a"))
        .hasValueSatisfying(
            device -> {
              assertThat(device.id()).isEqualTo(17);
              assertThat(device.key()).asString().isEqualTo("17");
            });
    assertThat(tokens.find("b")).isEmpty();
    assertThat(revoked).isEmpty();
  }

  @Test
  void revokesTheOldTokenWhenItChanges() {
    tokens.update(17, profile(17, "old", false));
    tokens.update(17, profile(17, "new", false));

    assertThat(tokens.find("new")).isPresent();
    assertThat(tokens.find("old")).isEmpty();
    assertThat(tokens.isRevoked("old")).isTrue();
    assertThat(revoked).containsExactly("old");
  }

  @Test
  void revokesOnceHoweverOftenAProfileIsRepeated() {
    tokens.update(17, profile(17, "a", false));
    tokens.update(17, profile(17, "a", false));
    tokens.update(17, null);
    tokens.update(17, null);

    assertThat(revoked).containsExactly("a");
  }

  @Test
  void knowsTheTokenOfADeviceThatWasArchivedBeforeItCame() {
    tokens.update(17, profile(17, "a", true));

    assertThat(tokens.find("a")).isEmpty();
    assertThat(tokens.isRevoked("a")).isTrue();
  }

  @Test
  void takesBackADeviceFromTheArchive() {
    tokens.update(17, profile(17, "a", true));
    tokens.update(17, profile(17, "a", false));

    assertThat(tokens.find("a")).isPresent();
    assertThat(tokens.isRevoked("a")).isFalse();
  }

  @Test
  void keepsATokenThatMovedToAnotherDeviceWhateverComesFirst() {
    tokens.update(17, profile(17, "a", false));
    tokens.update(18, profile(18, "a", false));
    tokens.update(17, profile(17, null, false));

    assertThat(tokens.find("a")).hasValueSatisfying(d -> assertThat(d.id()).isEqualTo(18));
    assertThat(revoked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+", "#", "a/b", "a+", "a\nb"})
  void ignoresATokenThatIsNotOneLevelOfATopic(String token) {
    tokens.update(17, profile(17, token, false));

    assertThat(tokens.find(token)).isEmpty();
  }

  private static DeviceProfile profile(long id, @Nullable String token, boolean archived) {
    return new DeviceProfile(
        id, "uuid", 1, token, null, List.of(), null, null, null, false, archived, null, null);
  }
}
