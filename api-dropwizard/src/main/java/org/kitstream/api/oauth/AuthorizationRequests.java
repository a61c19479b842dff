package org.kitstream.api.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges requests for authorization (RFC 6749, section 4.1.1; RFC 7636). Nobody is sent anywhere
 * but to an address that is registered in exactly these letters. Thread-safe.
 */
final class AuthorizationRequests {

  private final Applications applications;

  AuthorizationRequests(Applications applications) {
    this.applications = applications;
  }

  /**
   * @param query the request's parameters, encoded as they came
   */
  Asked judge(String query) {
    try {
      return judge(AuthorizationRequest.parse(query));
    } catch (ParseException e) {
      return unreadable(e);
    }
  }

  private Asked judge(AuthorizationRequest request) {
    Optional<Application> application = applications.find(request.getClientID().getValue());
    if (application.isEmpty()) {
      return new Asked.Refused("No application of this client_id is known.");
    }
    URI given = request.getRedirectionURI();
    Optional<URI> target = target(application.get(), given);
    if (target.isEmpty()) {
      return new Asked.Refused("The redirect_uri is not one of the application's.");
    }
    ErrorObject problem = problem(application.get(), request);
    if (problem != null) {
      return sentBack(target.get(), problem, request.getState());
    }
    return new Asked.OfUser(
        application.get(),
        target.get(),
        given != null,
        Scopes.granted(application.get(), request.getScope()),
        request.getCodeChallenge() == null ? null : request.getCodeChallenge().getValue(),
        request.getState() == null ? null : request.getState().getValue());
  }

  private Asked unreadable(ParseException e) {
    ErrorObject error =
        e.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : e.getErrorObject();
    Optional<URI> target =
        Optional.ofNullable(e.getClientID())
            .flatMap(id -> applications.find(id.getValue()))
            .flatMap(application -> target(application, e.getRedirectionURI()));
    return target
        .<Asked>map(uri -> sentBack(uri, error, e.getState()))
        .orElseGet(() -> new Asked.Refused("The request is not a complete OAuth 2.0 request."));
  }

  /** The address given, if it is registered; not given, the only one that is. */
  private static Optional<URI> target(Application application, @Nullable URI given) {
    List<URI> registered = application.redirectUris();
    if (given == null) {
      return registered.size() == 1 ? Optional.of(registered.get(0)) : Optional.empty();
    }
    return registered.stream().filter(uri -> uri.toString().equals(given.toString())).findFirst();
  }

  private static @Nullable ErrorObject problem(
      Application application, AuthorizationRequest request) {
    if (!ResponseType.CODE.equals(request.getResponseType())) {
      return OAuth2Error.UNSUPPORTED_RESPONSE_TYPE;
    }
    ResponseMode mode = request.getResponseMode();
    if (mode != null && !ResponseMode.QUERY.equals(mode)) {
      return OAuth2Error.INVALID_REQUEST.setDescription("The response_mode must be query");
    }
    if (request.specifiesRequestObject()) {
      return OAuth2Error.REQUEST_NOT_SUPPORTED;
    }
    if (request.getCodeChallenge() == null) {
      return application.confidential()
          ? scopeProblem(application, request)
          : OAuth2Error.INVALID_REQUEST.setDescription("A public application needs PKCE");
    }
    return CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())
        ? scopeProblem(application, request)
        : OAuth2Error.INVALID_REQUEST.setDescription("The code_challenge_method must be S256");
  }

  private static @Nullable ErrorObject scopeProblem(
      Application application, AuthorizationRequest request) {
    return Scopes.mayAsk(application, request.getScope()) ? null : OAuth2Error.INVALID_SCOPE;
  }

  private static Asked sentBack(URI target, ErrorObject error, @Nullable State state) {
    return new Asked.SentBack(
        new AuthorizationErrorResponse(target, error, state, ResponseMode.QUERY).toURI());
  }
}
