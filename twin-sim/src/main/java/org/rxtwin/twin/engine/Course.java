package org.rxtwin.twin.engine;

import java.util.List;
import java.util.PriorityQueue;
import org.rxtwin.twin.model.Covariate;
import org.rxtwin.twin.model.Layout;
import org.rxtwin.twin.model.Layout.DoseProperty;
import org.rxtwin.twin.model.PkPdModel;

/**
 * One person's way through the records. Values on a record hold from the record before it up to
 * itself; a lagged or additional dose takes the bioavailability in force when it enters.
 */
final class Course {
  /** Sums such as 0.1 + 2 * 0.1 miss the time they mean by a rounding; relative. */
  private static final double SAME_TIME = 1e-12;

  private final PkPdModel model;
  private final Layout layout;
  private final double[] slots;
  private final double[] amounts;
  private final double[] rates;
  private final PriorityQueue<Entry> pending = new PriorityQueue<>();
  private final Flow flow;
  private double now;
  private long entries;

  Course(PkPdModel model, double[] etas, Budget budget) {
    this.model = model;
    this.layout = model.layout();
    this.slots = layout.slots(etas);
    this.amounts = new double[layout.compartments().size()];
    this.rates = new double[amounts.length];
    this.flow =
        model.structure().linear() ? new LinearFlow(model, budget) : new OdeFlow(model, budget);
  }

  /** The value of each record's output, in order. */
  double[] run(List<DosingRecord> records) {
    double[] values = new double[records.size()];
    for (int i = 0; i < values.length; i++) {
      DosingRecord record = records.get(i);
      load(record);
      if (i == 0) {
        now = record.time();
        initialise();
      }
      boolean resets = record.evid() >= 3;
      if (record.time() < now && !resets) {
        throw new IllegalArgumentException(
            "expected times that do not decrease, record "
                + (i + 1)
                + " does\nMaybe sort the data by ID and TIME");
      }
      if (resets) {
        reset(record.time());
      } else {
        moveTo(record.time());
      }
      if (record.isDose()) {
        give(record);
      }
      values[i] = measure(record.cmt());
    }
    return values;
  }

  private void load(DosingRecord record) {
    slots[0] = record.time();
    for (Covariate covariate : model.text().covariates()) {
      slots[layout.slot(covariate.name())] = layout.value(covariate, record.covariates());
    }
    model.programs().parameters().run(slots);
    for (String parameter : layout.parameters()) {
      double value = slots[layout.slot(parameter)];
      if (!Double.isFinite(value)) {
        throw new NoCourse(
            "expected a number for parameter "
                + parameter
                + ", came "
                + value
                + "\nMaybe it divides by a covariate that is zero, or takes the logarithm of zero");
      }
    }
    model.programs().doses().run(slots);
  }

  private void initialise() {
    java.util.Arrays.fill(slots, layout.amounts(), layout.amounts() + amounts.length, 0);
    model.programs().initial().run(slots);
    System.arraycopy(slots, layout.amounts(), amounts, 0, amounts.length);
  }

  private void reset(double time) {
    pending.clear();
    java.util.Arrays.fill(rates, 0);
    now = time;
    initialise();
  }

  private void moveTo(double time) {
    double until = time + SAME_TIME * Math.max(1, Math.abs(time));
    for (Entry next = pending.peek(); next != null && next.time() <= until; next = pending.peek()) {
      pending.remove();
      flow.advance(slots, amounts, rates, now, next.time());
      now = Math.max(now, next.time());
      happen(next);
    }
    flow.advance(slots, amounts, rates, now, time);
    now = time;
  }

  private void happen(Entry entry) {
    if (entry.end()) {
      rates[entry.cmt()] = without(rates[entry.cmt()], entry.rate());
    } else {
      enter(entry.cmt(), entry.amount(), entry.rate());
    }
  }

  /** What is left of a rate; rounding of sums of rates never leaves an infusion running. */
  private static double without(double rate, double taken) {
    double left = rate - taken;
    return Math.abs(left) < 1e-12 * Math.abs(taken) ? 0 : left;
  }

  private void enter(int cmt, double amount, double rate) {
    Infusion infusion = Infusion.of(layout, slots, cmt, amount, rate);
    if (infusion.duration() == 0) {
      amounts[cmt] += infusion.amount();
    } else {
      rates[cmt] += infusion.rate();
      if (infusion.duration() < Double.POSITIVE_INFINITY) {
        schedule(now + infusion.duration(), cmt, 0, infusion.rate(), true);
      }
    }
  }

  private void schedule(double time, int cmt, double amount, double rate, boolean end) {
    pending.add(new Entry(time, entries++, cmt, amount, rate, end));
  }

  private void give(DosingRecord record) {
    int cmt = Math.max(record.cmt(), 1) - 1;
    if (cmt >= amounts.length) {
      throw new IllegalArgumentException(
          "expected a dose into one of "
              + amounts.length
              + " compartments, came CMT "
              + record.cmt()
              + "\nMaybe the number of an output stands on a dose");
    }
    double lag = slots[layout.dose(DoseProperty.ALAG, cmt + 1)];
    if (record.ss() > 0) {
      steady(record, cmt, lag);
      if (record.amt() == 0) {
        return;
      }
    }
    if (lag > 0) {
      schedule(now + lag, cmt, record.amt(), record.rate(), false);
    } else {
      enter(cmt, record.amt(), record.rate());
    }
    for (int k = 1; k <= record.addl(); k++) {
      schedule(now + lag + k * record.ii(), cmt, record.amt(), record.rate(), false);
    }
  }

  private void steady(DosingRecord record, int cmt, double lag) {
    Infusion infusion = Infusion.of(layout, slots, cmt, record.amt(), record.rate());
    double[] before = amounts.clone();
    if (record.ss() == 1) {
      pending.clear();
      java.util.Arrays.fill(rates, 0);
    }
    SteadyState steady = new SteadyState(flow, slots, cmt, infusion, record.ii(), amounts.length);
    double[] settled = steady.amounts(amounts, lag);
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] = settled[i] + (record.ss() == 2 ? before[i] : 0);
    }
    if (infusion.duration() == Double.POSITIVE_INFINITY) {
      return; // NONMEM's steady infusion ends with its record
    }
    for (double left : steady.stillRunning(lag)) {
      rates[cmt] += infusion.rate();
      schedule(now + left, cmt, 0, infusion.rate(), true);
    }
    // With a lag longer than the interval, doses taken earlier are still on their way.
    for (double due = now + lag - record.ii(); due >= now; due -= record.ii()) {
      schedule(due, cmt, record.amt(), record.rate(), false);
    }
  }

  private double measure(int cmt) {
    slots[0] = now;
    System.arraycopy(amounts, 0, slots, layout.amounts(), amounts.length);
    model.programs().outputs().run(slots);
    return slots[model.output(cmt).slot()];
  }
}
