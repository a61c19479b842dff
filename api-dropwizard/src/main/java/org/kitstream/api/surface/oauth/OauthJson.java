package org.kitstream.api.surface.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that the OAuth library writes, for the description of the api alone. What a standard
 * leaves out when there is none may be absent.
 */
final class OauthJson {

  private OauthJson() {}

  /** RFC 6749, section 5.1. Lifetimes are in seconds. */
  record Issued(
      String accessToken,
      String tokenType,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long expiresIn,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String refreshToken,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String scope) {}

  /** RFC 7662, section 2.2. Times are in seconds since 1970. */
  record Introspected(
      boolean active,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String clientId,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String tokenType,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String scope,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String username,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sub,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long iat,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long exp) {}

  /** RFC 6749, section 5.2. */
  record Refused(
      String error, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String errorDescription) {}
}
