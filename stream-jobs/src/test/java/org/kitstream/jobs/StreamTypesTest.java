package org.kitstream.jobs;

import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.device.DeviceStatus;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.device.SensorCatalogue;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.QuarantinedReading;
import org.kitstream.contract.reading.RawReading;
import org.kitstream.jobs.calibration.DeviceEvent;
import org.kitstream.jobs.calibration.ProfileChange;
import org.kitstream.jobs.calibration.RawArrival;
import org.kitstream.jobs.calibration.WaitingLoad;
import org.kitstream.jobs.calibration.WaitingReading;
import org.kitstream.jobs.history.HistoryLine;
import org.kitstream.jobs.status.LastHeard;

class StreamTypesTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        DeviceEvent.class,
        DeviceProfile.class,
        DeviceStatus.class,
        HistoryLine.class,
        LastHeard.class,
        LatestDocument.class,
        ProcessedReading.class,
        ProfileChange.class,
        QuarantinedReading.class,
        RawArrival.class,
        RawReading.class,
        SensorCatalogue.class,
        WaitingLoad.class,
        WaitingReading.class
      })
  void isSerializedByFlinkItself(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }
}
