package org.kitstream.api.oauth;

import com.nimbusds.oauth2.sdk.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scopes: words that a token carries. None of them restricts what it may do. */
final class Scopes {

  private Scopes() {}

  /** Whether all that is asked for is registered; an application without scopes may ask any. */
  static boolean mayAsk(Application application, @Nullable Scope asked) {
    List<String> registered = split(application.scopes());
    return asked == null || registered.isEmpty() || registered.containsAll(asked.toStringList());
  }

  /** What was asked for; all that is registered when nothing was. */
  static List<String> granted(Application application, @Nullable Scope asked) {
    return asked == null || asked.isEmpty() ? split(application.scopes()) : asked.toStringList();
  }

  static List<String> split(String scopes) {
    return scopes.isBlank() ? List.of() : List.of(scopes.trim().split("\\s+"));
  }
}
