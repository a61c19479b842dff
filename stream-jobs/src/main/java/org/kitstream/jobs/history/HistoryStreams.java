package org.kitstream.jobs.history;

import org.apache.flink.streaming.api.datastream.DataStream;

/** What the history job writes. */
public record HistoryStreams(DataStream<HistoryLine> readings, DataStream<HistoryLine> status) {}
