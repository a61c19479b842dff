package org.kitstream.api;

import java.security.SecureRandom;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.config.ApiConfiguration;
import org.kitstream.api.devices.ComponentAdoption;
import org.kitstream.api.devices.ComponentLookup;
import org.kitstream.api.devices.DeviceMap;
import org.kitstream.api.devices.DeviceReader;
import org.kitstream.api.devices.Devices;
import org.kitstream.api.devices.ProfilePublication;
import org.kitstream.api.events.KitReports;
import org.kitstream.api.experiments.Experiments;
import org.kitstream.api.forwarding.Forwarding;
import org.kitstream.api.history.ReadingsService;
import org.kitstream.api.kits.Components;
import org.kitstream.api.kits.Kits;
import org.kitstream.api.live.LiveView;
import org.kitstream.api.onboarding.Onboarding;
import org.kitstream.api.outbox.Outbox;
import org.kitstream.api.sensors.CataloguePublication;
import org.kitstream.api.sensors.Sensors;
import org.kitstream.api.users.Pictures;

/** The services that the surfaces translate to, made once. */
record Domain(
    Clock clock,
    Identity identity,
    Sensors sensors,
    Kits kits,
    Components components,
    Devices devices,
    DeviceReader deviceReader,
    DeviceMap deviceMap,
    ReadingsService readings,
    Catalogue catalogue,
    Experiments experiments,
    Onboarding onboarding,
    Forwarding forwarding,
    KitReports kitReports,
    Overview overview) {

  static Domain of(ApiConfiguration configuration, Jdbi jdbi, Outbox outbox, LiveView liveView) {
    Sensors sensors = new Sensors(jdbi);
    Kits kits = new Kits(jdbi, sensors);
    ProfilePublication profiles = new ProfilePublication(outbox);
    int pictureSize = Math.toIntExact(configuration.surface().pictureSize().toBytes());
    Identity identity =
        Identity.of(configuration.auth(), jdbi, profiles, new Pictures(jdbi, pictureSize));
    DeviceReader reader =
        new DeviceReader(
            jdbi,
            identity.users(),
            new DeviceReader.Catalogue(kits, sensors),
            new ComponentAdoption(jdbi, sensors, profiles),
            liveView);
    Devices devices = new Devices(jdbi, profiles, new SecureRandom());
    Domain domain =
        new Domain(
            Clock.systemUTC(),
            identity,
            sensors,
            kits,
            new Components(jdbi),
            devices,
            reader,
            new DeviceMap(jdbi, identity.users(), liveView),
            ReadingsService.over(configuration.history(), new ComponentLookup(reader)),
            Catalogue.of(jdbi, outbox, new DeviceReader.Catalogue(kits, sensors)),
            new Experiments(jdbi),
            new Onboarding(jdbi, devices),
            new Forwarding(jdbi),
            new KitReports(jdbi, reader),
            Overview.of(jdbi));
    jdbi.useTransaction(handle -> new CataloguePublication(outbox).publish(handle));
    identity.makeAdmin(configuration.auth().adminPassword());
    return domain;
  }
}
