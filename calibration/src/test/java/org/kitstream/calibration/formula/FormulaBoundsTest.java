package org.kitstream.calibration.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaBoundsTest {

  @Test
  void takesTwoThousandCharactersAndNotOneMore() {
    String longest = "x" + " ".repeat(Formula.MAX_LENGTH - 1);

    assertThat(Formula.parse(longest).evaluate(3)).isEqualTo(3);
    assertThatThrownBy(() -> Formula.parse(longest + " "))
        .isInstanceOf(FormulaException.class)
        .hasMessage("line 1, column 2001: longer than 2000 characters");
  }

  /** 128 operands and 127 operations make 255 nodes; a sign makes 256; one more is too many. */
  @Test
  void takes256NodesAndNotOneMore() {
    String sum = "x" + "+x".repeat(127);

    assertThat(Formula.parse(sum).evaluate(1)).isEqualTo(128);
    assertThat(Formula.parse("-" + sum).evaluate(1)).isEqualTo(126);
    assertThatThrownBy(() -> Formula.parse("--" + sum))
        .isInstanceOf(FormulaException.class)
        .hasMessageContaining("more than 256 operations and operands");
  }

  @Test
  void countsEveryKindOfNode() {
    String fill = "+x".repeat(127);

    // Each prefix has one node more than the plain "x" and is refused in front of 255 nodes - 1 +
    // 2.
    for (String two :
        new String[] {"abs(-x)", "x*x", "x/x", "x-x", "x^x", "pow(x,1)", "sensor(\"a\").raw-x"}) {
      assertThatThrownBy(() -> Formula.parse(two + fill))
          .as(two)
          .isInstanceOf(FormulaException.class)
          .hasMessageContaining("more than 256");
    }
  }

  @Test
  void countsConditions() {
    String condition = "if(x>1" + " and x>1".repeat(62) + ",1,1)";

    // 63 comparisons of 3 nodes, 62 ands, two branches, the if itself: 254 nodes.
    assertThat(Formula.parse(condition + "+1").evaluate(2)).isEqualTo(2);
    assertThatThrownBy(() -> Formula.parse(condition + "+1+1"))
        .hasMessageContaining("more than 256");
    String negated = condition.replaceFirst("x>1 and", "not x>1 or").replace(" and ", " or ");
    assertThatThrownBy(() -> Formula.parse(negated + "+1")).hasMessageContaining("more than 256");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (       | x | )
          abs(    | x | )
          -       | x | ''
          2^      | x | ''
          if(x>1,1, | x | )
          min(1,  | x | )
          interp( | x | , 1, 2)
          table({1:2}, | x | )
          """)
  void takes32LevelsAndNotOneMore(String open, String inside, String close) {
    Formula deepest = Formula.parse(open.repeat(32) + inside + close.repeat(32));

    assertThat(deepest.evaluate(1)).isNotNaN();
    assertThatThrownBy(() -> Formula.parse(open.repeat(33) + inside + close.repeat(33)))
        .isInstanceOf(FormulaException.class)
        .hasMessageContaining("nested deeper than 32 levels");
  }

  @Test
  void countsTheLevelsOfNot() {
    assertThat(Formula.parse("if(" + "not ".repeat(31) + "x>1,1,0)").evaluate(1)).isEqualTo(1);
    assertThatThrownBy(() -> Formula.parse("if(" + "not ".repeat(32) + "x>1,1,0)"))
        .hasMessageContaining("nested deeper than 32 levels");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (x)                      | 40
          abs(x)                   | 40
          -x                       | -40
          x^x                      | 40
          """)
  void comesBackUpAfterEachLevel(String term, double sum) {
    assertThat(Formula.parse("0" + ("+" + term).repeat(40)).evaluate(1)).isEqualTo(sum);
  }

  @Test
  void comesBackUpAfterEachNot() {
    String conditions = "not x > 1" + " and not x > 1".repeat(39);

    assertThat(Formula.parse("if(" + conditions + ", 1, 0)").evaluate(1)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"'('", "'-'", "'2^'", "'abs('", "'if('", "'not '", "'x+'", "'{'", "'9'", "'\"'"})
  void refusesTenMegabytesAtOnce(String repeated) {
    String text = repeated.repeat(10_000_000 / repeated.length());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(1),
        () ->
            assertThatThrownBy(() -> Formula.parse(text))
                .isInstanceOf(FormulaException.class)
                .hasMessageEndingWith("longer than 2000 characters"));
  }

  @ParameterizedTest
  @CsvSource({"'('", "'-'", "'2^'", "'abs('", "'if('", "'not '", "'x+'", "'sensor('"})
  void neverOverflowsASmallStack(String repeated) throws InterruptedException {
    String text = repeated.repeat(Formula.MAX_LENGTH / repeated.length());
    Throwable[] thrown = new Throwable[1];
    Runnable parse = () -> Formula.parse(text);

    Thread small = new Thread(null, parse, "small stack", 512 * 1024);
    small.setUncaughtExceptionHandler((thread, e) -> thrown[0] = e);
    small.start();
    small.join();

    assertThat(thrown[0]).isInstanceOf(FormulaException.class);
  }
}
