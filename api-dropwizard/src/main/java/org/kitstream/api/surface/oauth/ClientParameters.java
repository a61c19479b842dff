package org.kitstream.api.surface.oauth;

import org.kitstream.api.surface.http.Takes;

/** How an application proves itself, unless it does so by HTTP Basic: RFC 6749, section 2.3.1. */
@Takes(value = "client_id", about = "The application's uid.")
@Takes(value = "client_secret", about = "The application's secret, if it has one.")
final class ClientParameters {

  private ClientParameters() {}
}
