package org.kitstream.calibration.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The manual of the language must not rot. */
class ReadmeTest {

  private final String readme = Files.readString(Path.of("README.md"));

  ReadmeTest() throws IOException {}

  @Test
  void showsFormulasThatParse() {
    List<String> examples = readme.split("```", -1)[1].strip().lines().toList();

    assertThat(examples).hasSize(4);
    assertThat(examples)
        .allSatisfy(text -> assertThatCode(() -> Formula.parse(text)).doesNotThrowAnyException());
  }

  @Test
  void explainsEveryFunction() {
    assertThat(Functions.names()).allSatisfy(name -> assertThat(readme).contains('`' + name + '('));
  }
}
