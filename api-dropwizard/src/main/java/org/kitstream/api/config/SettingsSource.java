package org.kitstream.api.config;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.dropwizard.configuration.ResourceConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import java.util.Map;
import org.apache.commons.text.StringSubstitutor;
import org.apache.commons.text.lookup.StringLookup;
import org.jspecify.annotations.Nullable;

/** Fills settings into {@code api.yml}. */
public final class SettingsSource {

  /** The configuration that comes with the api. */
  public static final String PACKAGED = "api.yml";

  private SettingsSource() {}

  /**
   * Reads a packaged configuration. A setting that has no default and is not among these stops the
   * start. A value is text and nothing else: it cannot end its quotes or name another setting.
   */
  public static ConfigurationSourceProvider of(Map<String, String> settings) {
    StringLookup lookup = name -> quoted(settings.get(name));
    StringSubstitutor substitutor =
        new StringSubstitutor(lookup)
            .setEnableUndefinedVariableException(true)
            .setDisableSubstitutionInValues(true);
    return new SubstitutingSourceProvider(new ResourceConfigurationSourceProvider(), substitutor);
  }

  private static @Nullable String quoted(@Nullable String value) {
    return value == null ? null : new String(JsonStringEncoder.getInstance().quoteAsString(value));
  }
}
