package org.kitstream.api.surface.legacy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Set;
import java.util.function.Function;
import org.kitstream.api.ingest.LegacyDoor;
import org.kitstream.api.ingest.LegacyPost;

/**
 * Answers requests of SCK 1.x. The body is the time in every case, for a kit that has no clock
 * cannot do anything right; the status says the rest. Thread-safe.
 */
final class LegacyExchange {

  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH");

  private final Function<LegacyPost, LegacyDoor.Taken> door;
  private final KitClock clock;

  LegacyExchange(Function<LegacyPost, LegacyDoor.Taken> door, KitClock clock) {
    this.door = door;
    this.clock = clock;
  }

  /** The statuses of the answers. */
  enum Status {
    OK("200 OK"),
    NOT_FOUND("404 Not Found"),
    METHOD_NOT_ALLOWED("405 Method Not Allowed"),
    TOO_LONG("431 Request Header Fields Too Large"),
    UNAVAILABLE("503 Service Unavailable");

    private final String line;

    Status(String line) {
      this.line = line;
    }
  }

  /** Does what is asked for; the answer, ready to be sent. */
  byte[] answer(RequestHead request) {
    if (!METHODS.contains(request.method())) {
      return answer(Status.METHOD_NOT_ALLOWED);
    }
    return answer(
        switch (request.path()) {
          case "/datetime", "/v0/datetime" -> Status.OK;
          case "/add", "/v0/add" ->
              door.apply(request.post()) == LegacyDoor.Taken.DONE ? Status.OK : Status.UNAVAILABLE;
          default -> Status.NOT_FOUND;
        });
  }

  /** The answer of that status. */
  byte[] answer(Status status) {
    String body = clock.text();
    String answer =
        "HTTP/1.1 %s\r\nContent-Type: text/plain\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
            .formatted(status.line, body.length(), body);
    return answer.getBytes(US_ASCII);
  }
}
