package org.kitstream.api.surface.v0;

import org.kitstream.api.oauth.ApplicationDraft;
import org.kitstream.api.surface.http.Kind;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Takes;

/** What a request says of an application: each parameter that it gives, over what there is. */
@Takes(value = "name", required = true, about = "What users are asked to allow; to 255 characters.")
@Takes(
    value = "redirect_uri",
    required = true,
    about = "Where users are sent back to, exactly: absolute; several apart by spaces or lines.")
@Takes(value = "scopes", about = "Apart by spaces; kept and shown.")
@Takes(
    value = "confidential",
    as = Kind.FLAG,
    about = "Whether it can keep a secret; true unless said.")
final class ApplicationForm {

  private ApplicationForm() {}

  static ApplicationDraft over(ApplicationDraft now, Parameters given) {
    return new ApplicationDraft(
        given.text("name", now.name()),
        given.text("redirect_uri", now.redirectUri()),
        given.text("scopes", now.scopes()),
        given.flag("confidential", now.confidential()));
  }
}
