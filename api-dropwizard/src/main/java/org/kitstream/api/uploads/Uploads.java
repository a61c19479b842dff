package org.kitstream.api.uploads;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipException;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.devices.DeviceReader;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.paging.Page;
import org.kitstream.api.paging.Paged;
import org.kitstream.api.users.Caller;

/** Takes in files of history, looks into them, and tells how far they are. Thread-safe. */
public final class Uploads {

  /** Uploads of one device that are not finished. */
  static final int UNFINISHED_BOUND = 20;

  private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

  private final Jdbi jdbi;
  private final DeviceReader devices;
  private final UploadSettings settings;
  private final UploadNews news;
  private final Clock clock;

  public Uploads(
      Jdbi jdbi, DeviceReader devices, UploadSettings settings, UploadNews news, Clock clock) {
    this.jdbi = jdbi;
    this.devices = devices;
    this.settings = settings;
    this.news = news;
    this.clock = clock;
  }

  /**
   * Who may upload for the device; asked before a body is read.
   *
   * @throws Failure.NotFound if there is no such device
   * @throws Failure.Forbidden if the caller may not change it
   */
  public void check(Caller caller, long deviceId) {
    devices.changeable(caller, deviceId);
  }

  /**
   * What is in a file, of which nothing is kept.
   *
   * @param file CSV, perhaps compressed with gzip
   * @throws Failure.Unprocessable if it is no table of readings
   * @throws Failure.BodyTooLarge if it is longer than may be
   */
  public UploadReport look(Caller caller, long deviceId, InputStream file) {
    check(caller, deviceId);
    return translated(() -> report(plain(file), names(deviceId), clock.instant()));
  }

  /**
   * Stores a file and has its rows sent; returns when it is stored safely.
   *
   * @param file CSV, perhaps compressed with gzip
   * @throws Failure.Unprocessable if it is no table of readings
   * @throws Failure.BodyTooLarge if it is longer than may be
   */
  public Upload take(Caller caller, long deviceId, InputStream file) {
    check(caller, deviceId);
    long id = jdbi.inTransaction(handle -> begin(handle.attach(UploadDao.class), deviceId));
    boolean stored = false;
    try {
      translated(() -> store(id, deviceId, plain(file)));
      stored = true;
    } finally {
      if (!stored) {
        jdbi.useExtension(UploadDao.class, dao -> dao.delete(id));
      }
    }
    news.announce();
    return get(caller, id);
  }

  /**
   * One upload.
   *
   * @throws Failure.NotFound if there is none
   * @throws Failure.Forbidden if the caller may not change its device
   */
  public Upload get(Caller caller, long id) {
    Upload upload =
        jdbi.withExtension(UploadDao.class, dao -> dao.find(id))
            .map(UploadRow::toUpload)
            .orElseThrow(() -> new Failure.NotFound("Upload", "id", id));
    check(caller, upload.deviceId());
    return upload;
  }

  /** The device's uploads, newest first. */
  public Paged<Upload> ofDevice(Caller caller, long deviceId, Page page) {
    check(caller, deviceId);
    return jdbi.withExtension(
            UploadDao.class,
            dao -> new Paged<>(dao.ofDevice(deviceId, page), page, dao.count(deviceId)))
        .map(rows -> rows.stream().map(UploadRow::toUpload).toList());
  }

  /** Forgets files that stopped coming; how many. */
  public int purge() {
    return jdbi.withExtension(
        UploadDao.class, dao -> dao.deleteAbandoned(ABANDONED_AFTER.toSeconds()));
  }

  /** Uploads that are stored and not finished. */
  public long backlog() {
    return jdbi.withExtension(UploadDao.class, UploadDao::backlog);
  }

  /** Reads all of a file. */
  static UploadReport report(PlainBytes plain, SensorNames names, Instant receivedAt)
      throws IOException, UnreadableException {
    try (CsvFile file = CsvFile.open(plain, names, receivedAt)) {
      ReportBuilder report = new ReportBuilder(file.layout(), receivedAt);
      try {
        for (Row row = file.next(); row != null; row = file.next()) {
          report.add(row);
        }
      } catch (UnreadableException e) {
        return report.report(e.sentence());
      }
      return report.report(null);
    }
  }

  private static long begin(UploadDao dao, long deviceId) {
    if (dao.countUnfinished(deviceId) >= UNFINISHED_BOUND) {
      throw new Failure.Unprocessable("Too many uploads of this device are still under way.");
    }
    return dao.begin(deviceId);
  }

  /** A file without any row that could be sent is refused at once, not by the job. */
  private StoredFile.Written store(long id, long deviceId, PlainBytes plain)
      throws IOException, UnreadableException {
    StoredFile file = new StoredFile(jdbi, id);
    StoredFile.Written written = file.write(plain);
    PlainBytes again = PlainBytes.of(file.read(), written.bytes());
    try (CsvFile csv = CsvFile.open(again, names(deviceId), clock.instant())) {
      if (csv.layout().matched().isEmpty()) {
        throw new UnreadableException("No column is of a sensor that is known here.");
      }
    }
    jdbi.useExtension(UploadDao.class, dao -> dao.received(id, written.sha256(), written.bytes()));
    return written;
  }

  private SensorNames names(long deviceId) {
    List<KnownSensor> sensors = jdbi.withExtension(UploadDao.class, dao -> dao.sensors(deviceId));
    return new SensorNames(sensors);
  }

  private PlainBytes plain(InputStream file) throws IOException, UnreadableException {
    try {
      return PlainBytes.of(file, settings.maxSize().toBytes());
    } catch (ZipException | EOFException e) {
      throw new UnreadableException("The compressed file is damaged.");
    }
  }

  private <T> T translated(Reading<T> reading) {
    try {
      return reading.read();
    } catch (UnreadableException e) {
      throw new Failure.Unprocessable(e.sentence());
    } catch (TooLongException e) {
      throw new Failure.BodyTooLarge(settings.maxSize().toBytes());
    } catch (ZipException | EOFException e) {
      throw new Failure.Unprocessable("The compressed file is damaged or cut off.");
    } catch (IOException e) {
      throw new Failure.BadRequest("The file did not come to its end.");
    }
  }

  /** Something that reads a file. */
  @FunctionalInterface
  private interface Reading<T> {
    T read() throws IOException, UnreadableException;
  }
}
