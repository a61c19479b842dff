package org.kitstream.jobs.calibration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.reading.Refusal;

/**
 * What is refused of one payload. Each refusal is quarantined with the whole payload, so their
 * number is bounded: past the bound, one more stands for all the rest.
 */
final class Refusals {

  /** Refusals that are told one by one. */
  static final int BOUND = 16;

  private final List<Refusal> told = new ArrayList<>();
  private int untold;
  private @Nullable Refusal firstUntold;

  void add(Refusal refusal) {
    if (told.size() < BOUND) {
      told.add(refusal);
      return;
    }
    untold++;
    if (firstUntold == null) {
      firstUntold = refusal;
    }
  }

  List<Refusal> toList() {
    if (firstUntold == null) {
      return told;
    }
    List<Refusal> all = new ArrayList<>(told);
    all.add(
        new Refusal(
            firstUntold.reason(),
            untold + " more parts are refused; the first: " + firstUntold.sentence(),
            firstUntold.field()));
    return all;
  }
}
