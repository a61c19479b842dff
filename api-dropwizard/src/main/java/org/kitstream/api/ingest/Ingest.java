package org.kitstream.api.ingest;

import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.devices.KitMoves;

/** The doors, made once. */
public record Ingest(ReadingsDoor readings, LegacyDoor legacy) {

  /** The doors over these. */
  public static Ingest of(Jdbi jdbi, KitMoves moves, Inlet inlet, Clock clock) {
    Intake intake = new Intake(inlet, clock);
    return new Ingest(new ReadingsDoor(jdbi, intake), new LegacyDoor(jdbi, moves, inlet, clock));
  }
}
