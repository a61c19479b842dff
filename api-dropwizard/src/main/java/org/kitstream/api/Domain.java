package org.kitstream.api;

import java.security.SecureRandom;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.auth.AccessTokens;
import org.kitstream.api.config.ApiConfiguration;
import org.kitstream.api.devices.ComponentAdoption;
import org.kitstream.api.devices.ComponentLookup;
import org.kitstream.api.devices.DeviceReader;
import org.kitstream.api.devices.Devices;
import org.kitstream.api.devices.ProfilePublication;
import org.kitstream.api.history.ReadingsService;
import org.kitstream.api.kits.Components;
import org.kitstream.api.kits.Kits;
import org.kitstream.api.live.LiveView;
import org.kitstream.api.outbox.Outbox;
import org.kitstream.api.sensors.CataloguePublication;
import org.kitstream.api.sensors.Sensors;
import org.kitstream.api.users.NewUser;
import org.kitstream.api.users.Users;

/** The services that the surfaces translate to, made once. */
record Domain(
    Clock clock,
    Users users,
    Sensors sensors,
    Kits kits,
    Components components,
    Devices devices,
    DeviceReader deviceReader,
    ReadingsService readings) {

  private static final int ADMIN_MASK = 5;

  static Domain of(ApiConfiguration configuration, Jdbi jdbi, Outbox outbox, LiveView liveView) {
    Users users = new Users(jdbi, new AccessTokens(jdbi, configuration.auth().tokenSecret()));
    Sensors sensors = new Sensors(jdbi);
    Kits kits = new Kits(jdbi, sensors);
    ProfilePublication profiles = new ProfilePublication(outbox);
    DeviceReader reader =
        new DeviceReader(
            jdbi,
            users,
            new DeviceReader.Catalogue(kits, sensors),
            new ComponentAdoption(jdbi, sensors, profiles),
            liveView);
    Domain domain =
        new Domain(
            Clock.systemUTC(),
            users,
            sensors,
            kits,
            new Components(jdbi),
            new Devices(jdbi, profiles, new SecureRandom()),
            reader,
            ReadingsService.over(configuration.history(), new ComponentLookup(reader)));
    jdbi.useTransaction(handle -> new CataloguePublication(outbox).publish(handle));
    domain.makeAdmin(configuration.auth().adminPassword());
    return domain;
  }

  private void makeAdmin(String password) {
    if (!password.isEmpty()) {
      users.ensure(
          new NewUser(
              "admin", "admin@localhost", password, null, null, null, null, null, null, null),
          ADMIN_MASK);
    }
  }
}
