package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.api.ApiStack;
import org.kitstream.api.RawTopic;
import org.kitstream.api.RawTopic.Raw;
import org.kitstream.api.surface.v0.People.Person;
import org.kitstream.contract.topic.RawHeader;

/** {@code /add} and {@code /datetime}, over HTTP and over the port for broken HTTP. */
class LegacyIT {

  private static final Person ALICE = People.citizen("alice");
  private static final String TIME = "UTC:\\d{4},\\d{1,2},\\d{1,2},\\d\\d,\\d\\d,\\d\\d#";
  private static final String DATA = "[{\"temp\":\"25768\",\"timestamp\":\"2026-5-1 1:2:3\"}]";

  private final String mac = newMac();

  @ParameterizedTest
  @ValueSource(strings = {"/add", "/v0/add", "/datetime", "/v0/datetime"})
  void p35_theAnswerIsTheTime(String path) {
    for (String method : List.of("GET", "POST", "PUT", "PATCH")) {
      Http.Answer answer = Http.anonymous().send(method, path, BodyPublishers.noBody());
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.raw().body()).matches(TIME);
      assertThat(answer.header("Content-Type")).startsWith("text/plain");
    }
  }

  @Test
  void whatAKitSaysInBrokenHttpIsStored() throws IOException {
    long id = ALICE.device(Map.of("name", "old", "mac_address", mac, "kit_id", 3));
    String answer = overThePort(mac.toUpperCase(Locale.ROOT), "1.1-0.9.4", DATA);

    assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).matches(TIME);
    assertThat(raw(id)).extracting(Raw::payload).containsExactly(DATA);
    assertThat(raw(id).get(0).header(RawHeader.FORMAT)).isEqualTo("legacy");
    assertThat(raw(id).get(0).header(RawHeader.VIA)).isEqualTo("add");
  }

  @ParameterizedTest
  @CsvSource({"1.0-0.8.5-A,2", "1.1-0.9.4,3", "1.5-1.0.0,26", "'',26"})
  void hardwareFindsItsKit(String version, int kit) {
    long id = ALICE.device(Map.of("name", "old", "mac_address", mac, "kit_id", 26));
    Http.anonymous()
        .with("X-SmartCitizenMacADDR", mac)
        .with("X-SmartCitizenVersion", version)
        .with("X-SmartCitizenData", DATA)
        .send("PUT", "/add", BodyPublishers.noBody());
    assertThat(raw(id)).hasSize(1);
    Http.Answer device = ALICE.asks().get("/v0/devices/" + id);
    assertThat(device.json().path("kit").path("id").asInt()).isEqualTo(kit);
  }

  @Test
  void anUnknownOrArchivedKitIsToldTheTimeAndNothingIsStored() throws IOException {
    long id = ALICE.device(Map.of("name", "old", "mac_address", mac));
    ALICE.asks().delete("/v0/devices/" + id);
    assertThat(overThePort(mac, "1.1-0.9.4", DATA)).startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(overThePort("nonsense", "1.1-0.9.4", DATA)).startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(raw(id)).isEmpty();
  }

  private static String overThePort(String mac, String version, String data) throws IOException {
    return LegacyKit.add(ApiStack.shared().legacyPort(), mac, version, data);
  }

  private static String newMac() {
    long number = ThreadLocalRandom.current().nextLong(1L << 40);
    return "02:" + "%010x".formatted(number).replaceAll("(..)(?!$)", "$1:");
  }

  private static List<Raw> raw(long id) {
    return RawTopic.of(ApiStack.shared().bootstrapServers(), id);
  }
}
