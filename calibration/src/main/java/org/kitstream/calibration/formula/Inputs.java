package org.kitstream.calibration.formula;

import java.util.ArrayList;
import java.util.List;

/** Gives each input of a formula the slot it is evaluated from. */
final class Inputs {

  private final List<FormulaInput> list = new ArrayList<>();

  int slotOf(FormulaInput input) {
    int slot = list.indexOf(input);
    if (slot >= 0) {
      return slot;
    }
    list.add(input);
    return list.size() - 1;
  }

  List<FormulaInput> list() {
    return List.copyOf(list);
  }
}
