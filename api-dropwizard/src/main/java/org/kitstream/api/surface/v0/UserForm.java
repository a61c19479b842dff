package org.kitstream.api.surface.v0;

import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.users.UserDraft;

/** What a request says of a user: each parameter that it gives, over what there is. */
final class UserForm {

  private UserForm() {}

  static UserDraft over(UserDraft now, Parameters given) {
    return new UserDraft(
        given.text("username", now.username()),
        given.text("email", now.email()),
        given.text("password", now.password()),
        given.text("first_name", now.firstName()),
        given.text("last_name", now.lastName()),
        given.text("city", now.city()),
        given.presentText("country_code", now.countryCode()),
        given.presentText("url", now.url()),
        given.presentText("avatar", now.avatar()),
        given.integer("role_mask", now.roleMask()));
  }
}
