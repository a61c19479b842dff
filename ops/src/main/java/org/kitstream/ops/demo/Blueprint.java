package org.kitstream.ops.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** How a kind of kit speaks: its topic and its payload. */
enum Blueprint {

  /** SCK 2.1: physical units in the short format. */
  SCK_2_1(26, "readings/raw") {
    @Override
    byte[] payload(DemoKit kit, Instant at) {
      var weather = new Weather(kit);
      double fine = weather.fineParticles(at);
      var text = new StringJoiner(",", "{", "}").add("t:" + at);
      text.add("10:" + rounded(98)).add("14:" + rounded(weather.light(at)));
      text.add("53:" + rounded(weather.noiseLevel(at)));
      text.add("55:" + rounded(weather.temperature(at)));
      text.add("56:" + rounded(weather.humidity(at)));
      text.add("58:" + rounded(weather.pressure(at)));
      text.add("87:" + rounded(fine)).add("88:" + rounded(fine * 1.4));
      text.add("89:" + rounded(fine * 0.7));
      text.add("112:" + rounded(420 + 600 * weather.gas(at)));
      text.add("113:" + rounded(300 * weather.gas(at)));
      return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
  },

  /** SCK 1.1: the scaled integers of its converters, in a JSON batch. */
  SCK_1_1(3, "readings") {
    @Override
    byte[] payload(DemoKit kit, Instant at) {
      var weather = new Weather(kit);
      Map<Integer, Long> posted = new TreeMap<>();
      posted.put(12, Math.round((weather.temperature(at) + 53) / 175.72 * 65_536));
      posted.put(13, Math.round((weather.humidity(at) - 7) / 125 * 65_536));
      posted.put(14, Math.round(weather.light(at) * 10));
      posted.put(7, Math.round((weather.noiseLevel(at) - 45) * 8));
      posted.put(15, Math.round(60_000 + 80_000 * weather.gas(at)));
      posted.put(16, Math.round(300_000 - 120_000 * weather.gas(at)));
      posted.put(17, 980L);
      posted.put(18, Math.round(Math.min(5_200, weather.light(at))));
      posted.put(21, 13L);
      var sensors = new StringJoiner(",");
      posted.forEach((id, number) -> sensors.add("{\"id\":" + id + ",\"value\":" + number + "}"));
      return ("{\"data\":[{\"recorded_at\":\"" + at + "\",\"sensors\":[" + sensors + "]}]}")
          .getBytes(StandardCharsets.US_ASCII);
    }
  };

  private final int kitId;
  private final String channel;

  Blueprint(int kitId, String channel) {
    this.kitId = kitId;
    this.channel = channel;
  }

  static Blueprint ofKitId(int kitId) {
    for (Blueprint blueprint : values()) {
      if (blueprint.kitId == kitId) {
        return blueprint;
      }
    }
    throw new IllegalArgumentException("no simulated kit has blueprint " + kitId);
  }

  /** What a kit sends of one moment. */
  abstract byte[] payload(DemoKit kit, Instant at);

  /** The blueprint's id in the catalogue. */
  int kitId() {
    return kitId;
  }

  String topic(String token) {
    return "device/sck/" + token + "/" + channel;
  }

  private static String rounded(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
