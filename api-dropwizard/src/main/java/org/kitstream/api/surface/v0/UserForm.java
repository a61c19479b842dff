package org.kitstream.api.surface.v0;

import org.kitstream.api.surface.http.Kind;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Takes;
import org.kitstream.api.users.UserDraft;

/** What a request says of a user: each parameter that it gives, over what there is. */
@Takes(
    value = "username",
    required = true,
    about = "Unique; 3 to 30 characters, no @ but the first.")
@Takes(value = "email", required = true, about = "Unique in any case.")
@Takes(value = "password", required = true, about = "5 to 256 characters.")
@Takes(value = "first_name", about = "To 1000 characters.")
@Takes(value = "last_name", about = "To 1000 characters.")
@Takes(value = "city", about = "To 1000 characters.")
@Takes(value = "country_code", about = "Two letters, ISO 3166.")
@Takes(value = "url", about = "An http or https address.")
@Takes(value = "avatar", about = "The address of a picture.")
@Takes(
    value = "role_mask",
    as = Kind.INTEGER,
    about = "For admins only: 0 and 1 citizen, 2 to 4 researcher, 5 and more admin.")
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
