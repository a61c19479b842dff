package org.kitstream.ops.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsInOrderTest {

  private final List<String> events = new ArrayList<>();

  @Test
  void stopsInReverseAndPastAPartThatFails() throws Exception {
    try (var parts = new PartsInOrder(recorder())) {
      parts.start("first", () -> () -> events.add("first closed"));
      parts.start(
          "second",
          () ->
              () -> {
                throw new IllegalStateException("stuck");
              });
      parts.start("third", () -> () -> events.add("third closed"));
    }

    assertThat(events)
        .containsExactly(
            "starting first",
            "ready first",
            "starting second",
            "ready second",
            "starting third",
            "ready third",
            "stopping third",
            "third closed",
            "stopping second",
            "stopping first",
            "first closed");
  }

  @Test
  void aPartThatDoesNotStartIsNotStopped() {
    assertThatThrownBy(
            () -> {
              try (var parts = new PartsInOrder(recorder())) {
                parts.start("first", () -> () -> events.add("first closed"));
                parts.start(
                    "second",
                    () -> {
                      throw new BoxException("no");
                    });
              }
            })
        .hasMessage("no");

    assertThat(events).endsWith("starting second", "stopping first", "first closed");
  }

  private Progress recorder() {
    return new Progress() {
      @Override
      public void starting(String part) {
        events.add("starting " + part);
      }

      @Override
      public void ready(String part, Duration took) {
        events.add("ready " + part);
      }

      @Override
      public void stopping(String part) {
        events.add("stopping " + part);
      }
    };
  }
}
