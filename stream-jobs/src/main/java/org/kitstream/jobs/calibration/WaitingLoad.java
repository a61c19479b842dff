package org.kitstream.jobs.calibration;

/** How much waits for one device. */
public record WaitingLoad(int readings, long bytes) {

  static final WaitingLoad NONE = new WaitingLoad(0, 0);

  WaitingLoad plus(int payloadBytes) {
    return new WaitingLoad(readings + 1, bytes + payloadBytes);
  }
}
