package org.kitstream.api.surface.v0;

import org.jspecify.annotations.Nullable;
import org.kitstream.api.users.User;

/** Where a user says they live. */
record HomeJson(@Nullable String city, @Nullable String country, @Nullable String countryCode) {

  static HomeJson of(User user) {
    return new HomeJson(user.city(), Answers.country(user.countryCode()), user.countryCode());
  }
}
