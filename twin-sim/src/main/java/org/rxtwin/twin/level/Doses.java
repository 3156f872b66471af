package org.rxtwin.twin.level;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Doses in order of time: those given, then those of a regimen tried. */
final class Doses {
  /**
   * One dose.
   *
   * @param at hours from the evaluation time
   * @param amount of the modelled substance, in the model's unit
   * @param hours over which it runs in, 0 at once
   */
  record One(double at, double amount, double hours) {}

  private final List<One> all;

  Doses(List<One> all) {
    this.all = all.stream().sorted(Comparator.comparingDouble(One::at)).toList();
  }

  int size() {
    return all.size();
  }

  One get(int place) {
    return all.get(place);
  }

  List<One> list() {
    return all;
  }

  /** These and others after them. */
  Doses then(List<One> later) {
    List<One> both = new ArrayList<>(all);
    both.addAll(later);
    return new Doses(both);
  }
}
