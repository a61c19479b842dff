package org.kitstream.api.oauth;

import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Violations;

/** What somebody wants an application to be. */
public record ApplicationDraft(
    @Nullable String name,
    @Nullable String redirectUri,
    @Nullable String scopes,
    boolean confidential) {

  /** Of which nothing is said yet. */
  public static final ApplicationDraft EMPTY = new ApplicationDraft(null, null, "", true);

  private static final int MAX_NAME = 255;
  private static final int MAX_TEXT = 4000;

  static ApplicationDraft of(Application application) {
    return new ApplicationDraft(
        application.name(),
        application.redirectUri(),
        application.scopes(),
        application.confidential());
  }

  Violations violations() {
    Violations violations = new Violations();
    violations.addIf(name == null || name.isBlank(), "name", Violations.BLANK);
    if (name != null) {
      violations.addUnlessLength(name, 0, MAX_NAME, "name");
    }
    violations.addUnlessLength(storedScopes(), 0, MAX_TEXT, "scopes");
    if (redirectUri == null || redirectUri.isBlank()) {
      return violations.addIf(true, "redirect_uri", Violations.BLANK);
    }
    violations.addUnlessLength(redirectUri, 0, MAX_TEXT, "redirect_uri");
    RedirectUris.problem(redirectUri)
        .ifPresent(problem -> violations.addIf(true, "redirect_uri", problem));
    return violations;
  }

  /** Apart by single spaces. */
  public String storedScopes() {
    return scopes == null ? "" : scopes.trim().replaceAll("\\s+", " ");
  }
}
