package org.kitstream.api.surface.oauth;

import org.kitstream.api.surface.http.Takes;

/** What an application asks of a user, in the query: RFC 6749, section 4.1.1, and RFC 7636. */
@Takes(value = "response_type", required = true, oneOf = "code", inQuery = true, about = "A code.")
@Takes(value = "client_id", required = true, inQuery = true, about = "The application's uid.")
@Takes(value = "redirect_uri", inQuery = true, about = "One of the application's, exactly.")
@Takes(value = "scope", inQuery = true, about = "Apart by spaces.")
@Takes(value = "state", inQuery = true, about = "Comes back as it is.")
@Takes(value = "code_challenge", inQuery = true, about = "Needed unless there is a secret.")
@Takes(value = "code_challenge_method", oneOf = "S256", inQuery = true, about = "Of the challenge.")
final class AuthorizeParameters {

  private AuthorizeParameters() {}
}
