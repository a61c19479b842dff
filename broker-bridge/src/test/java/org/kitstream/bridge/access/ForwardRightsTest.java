package org.kitstream.bridge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.device.ForwardingAccess;

class ForwardRightsTest {

  private static final ForwardingAccess RITAS = new ForwardingAccess("rita", "tok");

  private final List<String> lost = new ArrayList<>();
  private final ForwardRights rights = new ForwardRights(lost::add);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/forward/tok/device/9/readings",
        "/forward/tok/device/+/readings",
        "/forward/tok/#",
        "/forward/tok/+/+/+"
      })
  void aFollowerMayHaveAllThatIsUnderTheirToken(String filter) {
    rights.update(9, profile(RITAS, false));
    assertThat(rights.mayFollow("rita", filter)).isTrue();
    assertThat(rights.mayFollow("bob", filter)).isFalse();
    assertThat(rights.mayFollow(null, filter)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#",
        "/#",
        "/forward/#",
        "/forward/+/#",
        "/+/tok/#",
        "+/forward/tok/#",
        "/forward/tok",
        "/forward/other/#",
        "forward/tok/#",
        "x/forward/tok/#",
        "/forward/other/forward/tok/#",
        "$share/g//forward/tok/#",
        "/forward/tok/#/x",
        "/forward/tok/a+",
        "/forward/tok/a#",
        "/forward/tok//x",
        "/forward/tok/a/b/c/d/e/f/g",
        ""
      })
  void andNothingElse(String filter) {
    rights.update(9, profile(RITAS, false));
    assertThat(rights.mayFollow("rita", filter)).isFalse();
  }

  @Test
  void aRightLastsAsLongAsOneOfTheDevices() {
    rights.update(1, profile(RITAS, false));
    rights.update(2, profile(RITAS, false));
    rights.update(2, profile(RITAS, false));
    rights.update(1, profile(null, false));
    assertThat(rights.mayFollow("rita", "/forward/tok/#")).isTrue();
    assertThat(rights.of(1)).isEmpty();
    assertThat(lost).isEmpty();
    rights.update(2, profile(RITAS, true));
    assertThat(rights.mayFollow("rita", "/forward/tok/#")).isFalse();
    assertThat(rights.isFollower("rita")).isFalse();
    assertThat(lost).containsExactly("rita");
  }

  @Test
  void anotherTokenTakesTheOldOneAway() {
    rights.update(1, profile(RITAS, false));
    rights.update(1, profile(new ForwardingAccess("rita", "new"), false));
    assertThat(rights.mayFollow("rita", "/forward/tok/#")).isFalse();
    assertThat(rights.mayFollow("rita", "/forward/new/#")).isTrue();
    assertThat(rights.isFollower("rita")).isTrue();
    assertThat(lost).containsExactly("rita");
    rights.update(1, null);
    assertThat(rights.isFollower("rita")).isFalse();
  }

  private static DeviceProfile profile(@Nullable ForwardingAccess access, boolean archived) {
    return new DeviceProfile(
        1, "uuid", 1, null, null, List.of(), null, null, null, false, archived, null, access);
  }
}
