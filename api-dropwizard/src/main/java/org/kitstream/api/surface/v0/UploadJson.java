package org.kitstream.api.surface.v0;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.uploads.Upload;
import org.kitstream.api.uploads.UploadReport;

/** An upload and how far it is. */
record UploadJson(
    long id,
    long deviceId,
    String state,
    int percent,
    long rows,
    long accepted,
    long refused,
    List<UploadReport.Refusals> reasons,
    @Nullable String error,
    @Nullable Instant eta,
    Instant createdAt,
    @Nullable Instant finishedAt,
    @Nullable UploadReport report) {

  static UploadJson of(Upload upload, Instant now) {
    UploadReport report = upload.report();
    return new UploadJson(
        upload.id(),
        upload.deviceId(),
        upload.state().name().toLowerCase(Locale.ROOT),
        upload.percent(),
        report == null ? 0 : report.rows(),
        report == null ? 0 : report.accepted(),
        report == null ? 0 : report.refused(),
        report == null ? List.of() : report.reasons(),
        report == null ? null : report.error(),
        upload.eta(now),
        upload.createdAt(),
        upload.finishedAt(),
        report);
  }
}
