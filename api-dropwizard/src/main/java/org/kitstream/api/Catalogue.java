package org.kitstream.api;

import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.devices.DeviceReader;
import org.kitstream.api.devices.ProfilePublication;
import org.kitstream.api.kits.KitEditor;
import org.kitstream.api.outbox.Outbox;
import org.kitstream.api.sensors.CatalogueEditor;
import org.kitstream.api.sensors.CataloguePublication;
import org.kitstream.api.sensors.SensorTags;
import org.kitstream.api.tags.Tags;

/** The services that change what devices are built from and tagged with. */
record Catalogue(CatalogueEditor editor, KitEditor kitEditor, SensorTags sensorTags, Tags tags) {

  static Catalogue of(Jdbi jdbi, Outbox outbox, DeviceReader.Catalogue present) {
    ProfilePublication profiles = new ProfilePublication(outbox);
    return new Catalogue(
        new CatalogueEditor(jdbi, present.sensors(), new CataloguePublication(outbox)),
        new KitEditor(jdbi, present.kits(), present.sensors(), profiles::publishDevicesOf),
        new SensorTags(jdbi),
        new Tags(jdbi));
  }
}
