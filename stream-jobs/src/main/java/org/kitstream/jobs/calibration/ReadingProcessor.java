package org.kitstream.jobs.calibration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.payload.ParsedPayload;
import org.kitstream.contract.payload.PayloadParser;
import org.kitstream.contract.payload.PostedItem;
import org.kitstream.contract.payload.PostedValue;
import org.kitstream.contract.reading.Cause;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.RawReading;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;
import org.kitstream.contract.reading.Via;

/**
 * One payload to its outcome: parse, check, calibrate, merge. A function of its arguments alone.
 * Not thread-safe.
 */
final class ReadingProcessor {

  private final Map<PayloadFormat, PayloadParser> parsers = new EnumMap<>(PayloadFormat.class);

  /**
   * What becomes of the payload.
   *
   * @param latest the device's latest document so far, if it has one
   * @param now when this is done
   */
  Outcome process(
      RawReading raw, PreparedDevice device, @Nullable LatestDocument latest, Instant now) {
    ParsedPayload payload =
        parsers
            .computeIfAbsent(raw.format(), PayloadParser::of)
            .parse(raw.payload(), raw.receivedAt());
    var refusals = new Refusals();
    payload.refusals().forEach(refusals::add);
    SortedMap<Instant, SortedMap<Integer, Double>> posted = new TreeMap<>();
    for (PostedItem item : payload.items()) {
      Refusal refusal = TimeRange.refusal(item.recordedAt(), raw.receivedAt());
      if (refusal == null) {
        resolve(item, device, posted, refusals);
      } else {
        refusals.add(refusal);
      }
    }
    List<ProcessedReading> processed = calibrate(posted, raw, device, latest, now);
    return new Outcome(processed, latestAfter(processed, latest, raw.via()), refusals.toList());
  }

  /** Files the item's numbers under its time: a sensor that is named again gets the last number. */
  private static void resolve(
      PostedItem item,
      PreparedDevice device,
      SortedMap<Instant, SortedMap<Integer, Double>> posted,
      Refusals refusals) {
    for (PostedValue value : item.values()) {
      int sensorId = device.sensorId(value.sensor());
      if (sensorId == PreparedDevice.UNKNOWN_SENSOR) {
        String name = value.sensor().text();
        refusals.add(new Refusal(Reason.UNKNOWN_SENSOR, "There is no sensor " + name + ".", name));
      } else {
        posted
            .computeIfAbsent(item.recordedAt(), time -> new TreeMap<>())
            .put(sensorId, value.number());
      }
    }
  }

  private static List<ProcessedReading> calibrate(
      SortedMap<Instant, SortedMap<Integer, Double>> posted,
      RawReading raw,
      PreparedDevice device,
      @Nullable LatestDocument latest,
      Instant now) {
    List<ProcessedReading> processed = new ArrayList<>(posted.size());
    posted.forEach(
        (recordedAt, numbers) ->
            processed.add(
                new ProcessedReading(
                    raw.deviceId(),
                    recordedAt,
                    raw.receivedAt(),
                    now,
                    isNews(recordedAt, latest) ? Cause.LIVE : Cause.LATE,
                    device.revision(),
                    raw.messageId(),
                    device.calibrate(recordedAt, numbers))));
    return processed;
  }

  private static boolean isNews(Instant recordedAt, @Nullable LatestDocument latest) {
    return TimeRange.isPlausible(recordedAt)
        && (latest == null || recordedAt.isAfter(latest.recordedAt()));
  }

  /** Only the newest item may move the document, and only if it is not older than that. */
  private static @Nullable LatestDocument latestAfter(
      List<ProcessedReading> processed, @Nullable LatestDocument latest, Via via) {
    if (processed.isEmpty()) {
      return null;
    }
    ProcessedReading newest = processed.get(processed.size() - 1);
    boolean moves =
        TimeRange.isPlausible(newest.recordedAt())
            && (latest == null || !newest.recordedAt().isBefore(latest.recordedAt()));
    if (!moves) {
      return null;
    }
    return via == Via.ADD ? LatestMerge.replace(latest, newest) : LatestMerge.merge(latest, newest);
  }
}
