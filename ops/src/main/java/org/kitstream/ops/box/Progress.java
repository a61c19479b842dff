package org.kitstream.ops.box;

import java.time.Duration;

/** Hears how far the start or the stop of a box has come. Called from one thread. */
public interface Progress {

  /** A part begins to start. */
  void starting(String part);

  /** The part is ready. */
  void ready(String part, Duration took);

  /** A part is asked to stop. */
  void stopping(String part);
}
