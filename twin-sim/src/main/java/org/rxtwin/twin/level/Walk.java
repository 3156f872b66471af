package org.rxtwin.twin.level;

import java.util.Arrays;
import org.rxtwin.twin.engine.Body;
import org.rxtwin.twin.model.Output;

/**
 * One person's way through time under doses. A look at the moment of a dose comes before it. Copies
 * go their own way from where this one stands.
 */
final class Walk {
  private static final double SAME = 1e-9;

  private final Surroundings around;
  private final double[] slots;
  private final double[] logs;
  private final Body body;
  private final Doses doses;
  private double now;
  private int stretch;
  private int next;
  private double lag;
  private double share;
  private double[] endAt = new double[4];
  private double[] endRate = new double[4];
  private int running;

  /**
   * @param start hours from the evaluation time, at the first stretch of the surroundings or later
   * @param etas of the model
   * @param logs logarithm of the clearance each drug leaves in this person
   */
  Walk(Surroundings around, double start, Doses doses, double[] etas, double[] logs) {
    this.around = around;
    this.slots = around.model().layout().slots(etas);
    this.logs = logs;
    this.body = around.body();
    this.doses = doses;
    this.now = start;
    load(around.at(start));
  }

  private Walk(Walk other, Doses doses) {
    this.around = other.around;
    this.slots = other.slots.clone();
    this.logs = other.logs;
    this.body = other.body.copy();
    this.doses = doses;
    this.now = other.now;
    this.stretch = other.stretch;
    this.next = other.next;
    this.lag = other.lag;
    this.share = other.share;
    this.endAt = other.endAt.clone();
    this.endRate = other.endRate.clone();
    this.running = other.running;
  }

  /** Goes on from here under doses that begin with those taken so far. */
  Walk fork(Doses longer) {
    return new Walk(this, longer);
  }

  private void load(int newStretch) {
    stretch = newStretch;
    around.load(stretch, slots, logs);
    share = around.share(slots);
    lag = around.lag(slots);
    body.parameters(slots);
  }

  /** Stands as after endless doses of {@code rate} (amount per hour as given). */
  void settle(double rate) {
    body.settle(rate * share);
  }

  /** Moves to {@code time}; a dose that enters at that very moment is still to come. */
  void to(double time) {
    while (true) {
      double event = Math.min(nextDose(), Math.min(nextEnd(), nextStretch()));
      if (!(event < time - SAME)) {
        break;
      }
      advance(event);
      if (event == nextStretch()) {
        load(stretch + 1);
      } else if (event == nextEnd()) {
        end();
      } else {
        enter(doses.get(next++));
      }
    }
    advance(time);
  }

  /** Lets what changes at this very moment hold: {@link #to} stops before it, as a level does. */
  void changeHere() {
    while (nextStretch() <= now + SAME) {
      load(stretch + 1);
    }
  }

  private void advance(double time) {
    if (time > now) {
      body.advance(time - now);
      now = time;
    }
  }

  private double nextDose() {
    return next < doses.size() ? doses.get(next).at() + lag : Double.POSITIVE_INFINITY;
  }

  private double nextStretch() {
    return stretch + 1 < around.size() ? around.from(stretch + 1) : Double.POSITIVE_INFINITY;
  }

  private double nextEnd() {
    double first = Double.POSITIVE_INFINITY;
    for (int i = 0; i < running; i++) {
      first = Math.min(first, endAt[i]);
    }
    return first;
  }

  private void end() {
    double at = nextEnd();
    for (int i = 0; i < running; i++) {
      if (endAt[i] == at) {
        body.infuse(-endRate[i]);
        running--;
        endAt[i] = endAt[running];
        endRate[i] = endRate[running];
        return;
      }
    }
  }

  private void enter(Doses.One dose) {
    double amount = dose.amount() * share;
    if (dose.hours() <= 0) {
      body.give(amount);
      return;
    }
    if (running == endAt.length) {
      endAt = Arrays.copyOf(endAt, running * 2);
      endRate = Arrays.copyOf(endRate, running * 2);
    }
    endAt[running] = now + dose.hours();
    endRate[running++] = amount / dose.hours();
    body.infuse(amount / dose.hours());
  }

  /** Concentration of the first output now. */
  double concentration() {
    return body.concentration();
  }

  /** Area under the first output since the start. */
  double area() {
    return body.area();
  }

  /** Any output now. */
  double value(Output output) {
    slots[0] = now;
    body.amounts(slots, around.model().layout().amounts());
    around.model().programs().outputs().run(slots);
    return slots[output.slot()];
  }

  /** Mean concentration under so much a time, as given, for ever. */
  double steady(double rate) {
    return body.steady(rate * share);
  }

  /** Concentration before a dose of a regimen kept for ever. */
  double steadyTrough(double amount, double interval, double hours) {
    return body.steadyTrough(amount * share, interval, hours, lag);
  }

  /** Time constant with which so much a time settles, hours. */
  double settling(double rate) {
    return body.settling(rate * share);
  }
}
