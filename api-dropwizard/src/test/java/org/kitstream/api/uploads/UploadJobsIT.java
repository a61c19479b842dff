package org.kitstream.api.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.util.DataSize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kitstream.api.ApiStack;
import org.kitstream.api.CompactedTopic;
import org.kitstream.api.TestDatabase;
import org.kitstream.api.raw.RawReadings;
import org.kitstream.contract.payload.PayloadParser;
import org.kitstream.contract.payload.PostedItem;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.topic.Topic;

/** Jobs of their own over a database of their own, so that they can be stopped and started. */
class UploadJobsIT {

  private static final int ROWS = 1_000;
  private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

  private static Jdbi jdbi;
  private static RawReadings raw;

  @BeforeAll
  static void connect() {
    jdbi = TestDatabase.empty();
    raw =
        new RawReadings(
            new KafkaProducer<>(
                Map.of("bootstrap.servers", ApiStack.shared().bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer()));
  }

  @AfterAll
  static void disconnect() {
    raw.stop();
  }

  @Test
  void afterARestartOnlyTheRestIsSent() throws Exception {
    long device = device();
    long upload = upload(device);
    UploadJobs first = jobs(200, 30);
    first.start();
    await().until(() -> rowsDone(upload) >= 200);
    first.stop();
    long noted = rowsDone(upload);
    assertThat(noted).isLessThan(ROWS);

    UploadJobs second = jobs(100_000, 30);
    second.start();
    await().until(() -> finished(upload));
    second.stop();
    List<PostedItem> items = items(device);
    assertThat(items.stream().map(PostedItem::recordedAt).distinct()).hasSize(ROWS);
    assertThat(items.size()).as("noted %d", noted).isBetween(ROWS, ROWS + 200);
    assertThat(report(upload).accepted()).isEqualTo(ROWS);
  }

  @Test
  void anotherNodeGoesOnWhenTheFirstHasDied() throws Exception {
    long device = device();
    long upload = upload(device);
    double lease = 1.5;
    jdbi.withExtension(UploadDao.class, dao -> dao.claim(UUID.randomUUID(), lease));
    UploadJobs jobs = jobs(100_000, 30);
    jobs.start();
    await().until(() -> finished(upload));
    jobs.stop();
    assertThat(items(device)).hasSize(ROWS);
  }

  @Test
  void twoNodesDoNotDoTheSameWork() throws Exception {
    long device = device();
    List<Long> uploads = List.of(upload(device), upload(device), upload(device));
    UploadJobs one = jobs(2_000, 30);
    UploadJobs other = jobs(2_000, 30);
    one.start();
    other.start();
    await().until(() -> uploads.stream().allMatch(UploadJobsIT::finished));
    one.stop();
    other.stop();
    assertThat(items(device)).hasSize(3 * ROWS);
  }

  @Test
  void rowsAreNotSentFasterThanIsAllowed() throws Exception {
    long upload = upload(device());
    UploadJobs jobs = jobs(500, 30);
    long begin = System.nanoTime();
    jobs.start();
    await().until(() -> finished(upload));
    jobs.stop();
    assertThat(System.nanoTime() - begin).isGreaterThan(1_900_000_000L);
  }

  @Test
  void anUploadOfADeletedDeviceRestsAndGoesWithIt() throws Exception {
    long device = device();
    long upload = upload(device);
    jdbi.useHandle(
        handle -> handle.execute("UPDATE devices SET archived_at = now() WHERE id = ?", device));
    Optional<ClaimedUpload> claimed =
        jdbi.withExtension(UploadDao.class, dao -> dao.claim(UUID.randomUUID(), 30));
    assertThat(claimed).isEmpty();
    jdbi.useHandle(handle -> handle.execute("DELETE FROM devices WHERE id = ?", device));
    Optional<UploadRow> left = jdbi.withExtension(UploadDao.class, dao -> dao.find(upload));
    assertThat(left).isEmpty();
    Optional<byte[]> piece = jdbi.withExtension(UploadDao.class, dao -> dao.piece(upload, 0));
    assertThat(piece).isEmpty();
  }

  @Test
  void aLargeFileIsNeverInMemory() throws Exception {
    HeapWatch watch = new HeapWatch();
    long device = device();
    Mebibytes looked = new Mebibytes(100, watch);
    UploadReport report =
        Uploads.report(PlainBytes.of(looked, Long.MAX_VALUE), Files.NAMES, Instant.now());
    assertThat(report.accepted()).isEqualTo(looked.rows());

    Mebibytes file = new Mebibytes(100, watch);
    long upload = upload(device, file);
    UploadJobs jobs = jobs(1_000_000, 30);
    jobs.start();
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(2))
        .until(
            () -> {
              watch.look();
              return finished(upload);
            });
    jobs.stop();
    assertThat(report(upload).accepted()).isEqualTo(file.rows());
    assertThat(watch.mebibytes()).as("%d rows", file.rows()).isLessThan(64);
  }

  private static UploadJobs jobs(int rowsPerSecond, int leaseSeconds) {
    UploadSettings settings =
        new UploadSettings(
            DataSize.mebibytes(100),
            rowsPerSecond,
            io.dropwizard.util.Duration.seconds(leaseSeconds));
    return new UploadJobs(
        jdbi, new UploadNews(), new UploadLine(raw, settings, new MetricRegistry()));
  }

  /** Its id is large, so that no other test's device has it in the shared Kafka. */
  private static long device() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    WITH owner AS (
                      INSERT INTO users (username, email, password_hash)
                      VALUES (:name, :name, '')
                      RETURNING id)
                    INSERT INTO devices (id, owner_id, name)
                    SELECT 1000000000 + id, id, 'd' FROM owner
                    RETURNING id
                    """)
                .bind("name", UUID.randomUUID().toString())
                .mapTo(Long.class)
                .one());
  }

  private static long upload(long device) throws IOException {
    StringBuilder csv = new StringBuilder("time,55\n");
    for (int i = 0; i < ROWS; i++) {
      csv.append(FIRST.plusSeconds(i)).append(',').append(i).append('\n');
    }
    return upload(device, new ByteArrayInputStream(csv.toString().getBytes(UTF_8)));
  }

  private static long upload(long device, InputStream file) throws IOException {
    long id = jdbi.withExtension(UploadDao.class, dao -> dao.begin(device));
    StoredFile.Written written = new StoredFile(jdbi, id).write(file);
    jdbi.useExtension(UploadDao.class, dao -> dao.received(id, written.sha256(), written.bytes()));
    return id;
  }

  private static long rowsDone(long upload) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT rows_done FROM uploads WHERE id = :id")
                .bind("id", upload)
                .mapTo(Long.class)
                .one());
  }

  private static boolean finished(long upload) {
    return find(upload).finishedAt() != null;
  }

  private static UploadReport report(long upload) {
    UploadReport report = find(upload).report();
    assertThat(report).isNotNull();
    return report;
  }

  private static Upload find(long upload) {
    return jdbi.withExtension(UploadDao.class, dao -> dao.find(upload)).orElseThrow().toUpload();
  }

  private static List<PostedItem> items(long device) {
    return CompactedTopic.valuesOf(
            ApiStack.shared().bootstrapServers(), Topic.READINGS_RAW, Long.toString(device))
        .stream()
        .flatMap(
            value ->
                PayloadParser.of(PayloadFormat.CSV_ROW)
                    .parse(value, Instant.EPOCH)
                    .items()
                    .stream())
        .toList();
  }
}
