package org.kitstream.api.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/** Files and sensors that the tests share. */
final class Files {

  static final Instant RECEIVED = Instant.parse("2024-03-06T00:00:00Z");

  static final SensorNames NAMES =
      new SensorNames(
          List.of(
              new KnownSensor(10, "bat", "Battery", "%", "bat", "BATT", "battery"),
              new KnownSensor(53, "noise_dba", "ICS43432", "dBA", "noise_dba", "NOISE_A", "noise"),
              new KnownSensor(55, "t", "SHT31", "ºC", "t", "TEMP", "temp"),
              new KnownSensor(56, "h", "SHT31", "%", "h", "HUM", "hum"),
              new KnownSensor(87, null, "PMS5003", "ug/m3", "pm_avg_2.5", "PMS_PM_25", "PM 2.5"),
              new KnownSensor(4, null, "DHT22", "ºC", "temp", null, "temp"),
              new KnownSensor(12, null, "HPP828E031", "ºC", "temp", null, "temp")));

  private Files() {}

  static byte[] sdCard() {
    try (InputStream in = Files.class.getResourceAsStream("/sd-card.csv")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] compressed(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static UploadReport report(String text) throws IOException, UnreadableException {
    return report(text.getBytes(UTF_8));
  }

  static UploadReport report(byte[] file) throws IOException, UnreadableException {
    PlainBytes plain = PlainBytes.of(new ByteArrayInputStream(file), 1 << 20);
    return Uploads.report(plain, NAMES, RECEIVED);
  }
}
