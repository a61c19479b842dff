package org.kitstream.jobs.history;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Lines to one InfluxDB, at least once; what it refuses for good goes to the quarantine topic. */
final class InfluxSink implements Sink<HistoryLine> {

  private final HistorySettings settings;

  InfluxSink(HistorySettings settings) {
    this.settings = settings;
  }

  @Override
  public SinkWriter<HistoryLine> createWriter(WriterInitContext context) {
    var refused = new QuarantinedLines(settings.job().bootstrapServers());
    var delivery =
        new InfluxDelivery(
            new InfluxClient(settings.influx()),
            refused,
            new DeliveryCounters(context.metricGroup()));
    return new InfluxWriter(
        settings.influx(), delivery, refused, context.getProcessingTimeService());
  }
}
