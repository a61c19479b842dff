package org.kitstream.api.uploads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.contract.reading.RawReading;

/**
 * One node's work on one upload. The file is read from its beginning even when most of it was sent
 * before, so that the report is always of the whole; only rows that were not sent are. Used once.
 */
final class UploadRun {

  private static final long RETRY_PAUSE_MS = 1_000;

  private final Jdbi jdbi;
  private final ClaimedUpload upload;
  private final UploadLine line;
  private final List<RawReading> ready = new ArrayList<>();
  private long rows;
  private long rowsNoted;
  private long rowsSinceNote;
  private long refusedSinceNote;
  private long noteNanos = System.nanoTime();

  UploadRun(Jdbi jdbi, ClaimedUpload upload, UploadLine line) {
    this.jdbi = jdbi;
    this.upload = upload;
    this.line = line;
    this.rowsNoted = upload.rowsDone();
  }

  /** Returns when the upload is finished, or is no longer ours. */
  void run() throws InterruptedException {
    try {
      carry();
    } catch (LostException e) {
      // the device was deleted, or another node goes on with it
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      jdbi.useExtension(UploadDao.class, dao -> dao.release(upload.id(), upload.claim()));
    }
  }

  private void carry() throws IOException, LostException, InterruptedException {
    PlainBytes bytes = PlainBytes.of(new StoredFile(jdbi, upload.id()).read(), Long.MAX_VALUE);
    List<KnownSensor> sensors =
        jdbi.withExtension(UploadDao.class, dao -> dao.sensors(upload.deviceId()));
    try (CsvFile file = CsvFile.open(bytes, new SensorNames(sensors), upload.receivedAt())) {
      carry(file, bytes);
    } catch (UnreadableException e) {
      finish("failed");
    }
  }

  private void carry(CsvFile file, PlainBytes bytes)
      throws IOException, UnreadableException, LostException, InterruptedException {
    ReportBuilder report = new ReportBuilder(file.layout(), upload.receivedAt());
    RowBatch batch = new RowBatch(upload, file.layout());
    String error = null;
    try {
      for (Row row = file.next(); row != null; row = file.next()) {
        report.add(row);
        take(row, batch);
        if (rowsSinceNote >= line.rowsAtOnce()) {
          send(batch);
          note(report.report(null), bytes);
        }
      }
    } catch (UnreadableException e) {
      error = e.sentence();
    }
    send(batch);
    note(report.report(error), bytes);
    finish(error == null ? "done" : "failed");
  }

  private void take(Row row, RowBatch batch) {
    rows++;
    if (rows <= rowsNoted) {
      return;
    }
    rowsSinceNote++;
    if (row instanceof Row.Taken taken) {
      if (!taken.holdsNothing()) {
        batch.add(taken);
      }
      if (batch.isFull()) {
        ready.add(batch.take());
      }
    } else {
      refusedSinceNote++;
    }
  }

  private void send(RowBatch batch) throws LostException, InterruptedException {
    if (!batch.isEmpty()) {
      ready.add(batch.take());
    }
    while (!line.send(ready)) {
      int ours =
          jdbi.withExtension(
              UploadDao.class, dao -> dao.renew(upload.id(), upload.claim(), line.leaseSeconds()));
      stayOrLeave(ours);
      Thread.sleep(RETRY_PAUSE_MS);
    }
    ready.clear();
  }

  private void note(UploadReport report, PlainBytes bytes)
      throws LostException, InterruptedException {
    Progress progress = new Progress(rows, bytes.count(), UploadRow.written(report));
    int ours =
        jdbi.withExtension(
            UploadDao.class,
            dao -> dao.progress(upload.id(), upload.claim(), line.leaseSeconds(), progress));
    stayOrLeave(ours);
    line.count(rowsSinceNote - refusedSinceNote, refusedSinceNote);
    long spent = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - noteNanos);
    Thread.sleep(Math.max(0, line.pace(rowsSinceNote) - spent));
    rowsNoted = Math.max(rowsNoted, rows);
    rowsSinceNote = 0;
    refusedSinceNote = 0;
    noteNanos = System.nanoTime();
  }

  private void finish(String state) {
    jdbi.useTransaction(
        handle -> {
          UploadDao dao = handle.attach(UploadDao.class);
          if (dao.finish(upload.id(), upload.claim(), state) > 0) {
            dao.deletePieces(upload.id());
          }
        });
  }

  private static void stayOrLeave(int ours) throws LostException {
    if (ours == 0) {
      throw new LostException();
    }
  }

  /** The upload is no longer this node's. */
  private static final class LostException extends Exception {}
}
