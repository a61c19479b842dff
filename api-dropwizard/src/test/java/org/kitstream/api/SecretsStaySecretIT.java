package org.kitstream.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** That the guard of the logs would bark. */
class SecretsStaySecretIT {

  private static final Logger LOGGER = LoggerFactory.getLogger("org.kitstream.guarded");

  @Test
  void whatIsLoggedIsSearchedForWhatWasUsed() throws IOException {
    String word = UUID.randomUUID().toString();
    LOGGER.atTrace().addKeyValue("word", word).log("A word that is no secret yet");
    assertThat(SecretsStaySecret.leaks()).noneMatch(line -> line.contains(word));
    UsedSecrets.use(word);
    assertThat(SecretsStaySecret.leaks()).anyMatch(line -> line.contains(word));
    UsedSecrets.forget(word);
  }
}
