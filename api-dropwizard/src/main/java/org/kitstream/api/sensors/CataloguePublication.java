package org.kitstream.api.sensors;

import org.jdbi.v3.core.Handle;
import org.kitstream.api.outbox.Outbox;
import org.kitstream.contract.device.SensorCatalogue;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.topic.Topic;

/** Tells the stream which sensors exist. Thread-safe. */
public final class CataloguePublication {

  private static final JsonCodec<SensorCatalogue> CODEC = JsonCodec.of(SensorCatalogue.class);

  private final Outbox outbox;

  public CataloguePublication(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Publishes the catalogue once the handle's transaction commits. */
  public void publish(Handle handle) {
    SensorDao dao = handle.attach(SensorDao.class);
    SensorCatalogue catalogue =
        new SensorCatalogue(dao.nextCatalogueRevision(), dao.recordingSensors());
    outbox.append(
        handle, Topic.SENSORS_CATALOGUE, SensorCatalogue.RECORD_KEY, CODEC.encode(catalogue));
  }
}
