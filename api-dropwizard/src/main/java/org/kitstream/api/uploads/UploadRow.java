package org.kitstream.api.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.json.JsonCodec;

/**
 * An upload as it is stored.
 *
 * @param report JSON text
 */
public record UploadRow(
    long id,
    long deviceId,
    String state,
    long bytes,
    long bytesDone,
    @Nullable Instant claimedAt,
    long bytesAtClaim,
    @Nullable String report,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  private static final JsonCodec<UploadReport> REPORT = JsonCodec.of(UploadReport.class);

  static String written(UploadReport report) {
    return new String(REPORT.encode(report), UTF_8);
  }

  Upload toUpload() {
    return new Upload(
        id,
        deviceId,
        Upload.State.valueOf(state.toUpperCase(Locale.ROOT)),
        bytes,
        bytesDone,
        claimedAt,
        bytesAtClaim,
        report == null ? null : REPORT.decode(report.getBytes(UTF_8)),
        createdAt,
        finishedAt);
  }
}
