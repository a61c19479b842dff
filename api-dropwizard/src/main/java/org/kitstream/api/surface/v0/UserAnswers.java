package org.kitstream.api.surface.v0;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kitstream.api.devices.DeviceDetails;
import org.kitstream.api.devices.DeviceReader;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.User;
import org.kitstream.api.users.Users;

/** Shows users to callers, each with what this caller may see. */
public final class UserAnswers {

  private final Users users;
  private final DeviceReader devices;
  private final Clock clock;

  public UserAnswers(Users users, DeviceReader devices, Clock clock) {
    this.users = users;
    this.devices = devices;
    this.clock = clock;
  }

  UserJson one(Caller caller, User user) {
    return all(caller, List.of(user)).get(0);
  }

  /** As many queries as for one, but for the keys that only an admin sees. */
  List<UserJson> all(Caller caller, List<User> shown) {
    Map<Long, List<DeviceDetails>> owned =
        devices.ofOwners(caller, shown.stream().map(User::id).toList());
    return shown.stream()
        .map(user -> json(caller, user, owned.getOrDefault(user.id(), List.of())))
        .toList();
  }

  private UserJson json(Caller caller, User user, List<DeviceDetails> owned) {
    Optional<String> apiKey =
        caller.maySeeSecretsOf(user) ? Optional.of(users.apiKey(user)) : Optional.empty();
    return UserJson.of(
        user,
        apiKey,
        owned.stream().map(device -> UserDeviceJson.of(device, clock.instant())).toList());
  }
}
