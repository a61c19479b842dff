package org.kitstream.api.surface.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.api.failure.Failure;

class ParametersTest {

  @Takes(value = "name", required = true, about = "A name.")
  @Takes(value = "size", as = Kind.INTEGER, about = "A size.")
  @Takes(value = "open", as = Kind.FLAG, about = "Yes or no.")
  @Takes(value = "inner", as = Kind.OBJECT, members = Inner.class, about = "More.")
  private static final class Form {}

  @Takes(value = "depth", as = Kind.NUMBER, about = "A depth.")
  private static final class Inner {}

  interface Resource {
    @POST
    @TakesAllOf(Form.class)
    void create();

    @PATCH
    @TakesAllOf(Form.class)
    @Takes(value = "more", required = true, about = "More.")
    void update();
  }

  @Test
  void whatIsNotDeclaredCannotBeReadWhetherItIsGivenOrNot() {
    for (Parameters given : new Parameters[] {form(), form("other", "x")}) {
      assertThatThrownBy(() -> given.text("other"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("other")
          .hasMessageContaining("@Takes");
      assertThatThrownBy(() -> given.has("other")).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void whatIsDeclaredCanOnlyBeReadAsWhatItIs() {
    assertThat(form("size", "3").integer("size", null)).isEqualTo(3);
    assertThatThrownBy(() -> form("size", "3").number("size", null))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> form("name", "3").integer("name", null))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void membersAreDeclaredToo() {
    Parameters inner = form("inner[depth]", "1.5").object("inner").orElseThrow();
    assertThat(inner.number("depth", null)).isEqualTo(1.5);
    assertThatThrownBy(() -> inner.text("name")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatMakesSomethingIsNotNeededToChangeIt() throws NoSuchMethodException {
    assertThat(declared("create").all()).filteredOn(Parameter::required).hasSize(1);
    assertThat(declared("update").all())
        .filteredOn(Parameter::required)
        .extracting(Parameter::name)
        .containsExactly("more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"maybe", "2", "NaN", "-1"})
  void aFlagIsYesOrNo(String text) {
    assertThatThrownBy(() -> form("open", text).flag("open", true))
        .isInstanceOfSatisfying(
            Failure.Invalid.class, wrong -> assertThat(wrong.errors()).containsKey("open"));
  }

  @Test
  void anObjectIsNoText() {
    ObjectNode object = JsonNodeFactory.instance.objectNode().put("a", 1);
    Parameters given = new Parameters(Map.of("name", object), Declared.by(Form.class));
    assertThatThrownBy(() -> given.text("name"))
        .isInstanceOf(Failure.BadRequest.class)
        .hasMessageContaining("name");
  }

  private static Declared declared(String name) throws NoSuchMethodException {
    Method method = Resource.class.getDeclaredMethod(name);
    return Declared.by(method);
  }

  private static Parameters form(String... namesAndValues) {
    Map<String, JsonNode> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], JsonNodeFactory.instance.textNode(namesAndValues[i + 1]));
    }
    return new Parameters(values, Declared.by(Form.class));
  }
}
