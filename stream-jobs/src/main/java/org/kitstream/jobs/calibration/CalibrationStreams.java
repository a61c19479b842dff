package org.kitstream.jobs.calibration;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.QuarantinedReading;

/** What the calibration job makes. */
public record CalibrationStreams(
    DataStream<ProcessedReading> processed,
    DataStream<LatestDocument> latest,
    DataStream<QuarantinedReading> quarantined) {}
