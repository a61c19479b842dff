package org.kitstream.api.oauth;

import com.nimbusds.oauth2.sdk.AbstractOptionallyIdentifiedRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out which application asks: by its secret, or by its name alone if it can keep none. */
final class Clients {

  private final Applications applications;

  Clients(Applications applications) {
    this.applications = applications;
  }

  Optional<Application> of(AbstractOptionallyIdentifiedRequest request) {
    return of(request.getClientAuthentication(), request.getClientID());
  }

  /** A secret that is given must be right, whoever gives it. */
  Optional<Application> of(@Nullable ClientAuthentication proof, @Nullable ClientID id) {
    if (proof != null) {
      return applications
          .find(proof.getClientID().getValue())
          .filter(application -> isProof(application, proof));
    }
    return Optional.ofNullable(id)
        .flatMap(given -> applications.find(given.getValue()))
        .filter(application -> !application.confidential());
  }

  private boolean isProof(Application application, ClientAuthentication proof) {
    return proof instanceof PlainClientSecret plain
        && applications.isSecretOf(application, plain.getClientSecret().getValue());
  }
}
