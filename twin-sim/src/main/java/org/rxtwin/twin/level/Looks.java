package org.rxtwin.twin.level;

import java.util.List;
import java.util.TreeSet;
import org.hipparchus.util.FastMath;

/** When a forecast is looked at, and which looks make the exposure of a day. */
final class Looks {
  private static final double DAY = 24;

  private final double[] times;
  private final int[] from;
  private final int[] to;
  private final int firstDay;
  private final Exposure exposure;

  /**
   * @param days whose exposure is wanted, from now
   * @param first hours until the next dose
   * @param interval between doses
   * @param firstDayEnd when the first 24 hours of therapy end; only looked at where it is ahead
   */
  Looks(Exposure exposure, List<Double> days, double first, double interval, double firstDayEnd) {
    this.exposure = exposure;
    TreeSet<Double> all = new TreeSet<>();
    double[] begins = new double[days.size()];
    double[] ends = new double[days.size()];
    for (int d = 0; d < ends.length; d++) {
      double end = DAY * days.get(d);
      ends[d] = exposure == Exposure.TROUGH ? beforeDose(end, first, interval) : end;
      begins[d] = exposure == Exposure.TROUGH ? ends[d] : end - DAY;
      all.add(begins[d]);
      all.add(ends[d]);
    }
    boolean ahead = firstDayEnd > 0 && firstDayEnd <= DAY * days.get(days.size() - 1);
    if (ahead) {
      all.add(firstDayEnd);
    }
    List<Double> order = List.copyOf(all);
    this.times = order.stream().mapToDouble(Double::doubleValue).toArray();
    this.from = places(order, begins);
    this.to = places(order, ends);
    this.firstDay = ahead ? order.indexOf(firstDayEnd) : -1;
  }

  private static int[] places(List<Double> order, double[] wanted) {
    int[] places = new int[wanted.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = order.indexOf(wanted[i]);
    }
    return places;
  }

  /** The moment before a dose that lies nearest to the end of a day, after now. */
  private static double beforeDose(double end, double first, double interval) {
    double doses = Math.max(0, FastMath.rint((end - first) / interval));
    double look = first + doses * interval;
    return look > 0 ? look : first + interval;
  }

  /** What a walk from now shows. */
  final class Seen {
    private final double[] areas = new double[times.length];
    private final double[] levels = new double[times.length];

    Seen(Walk walk) {
      for (int i = 0; i < times.length; i++) {
        walk.to(times[i]);
        areas[i] = walk.area();
        levels[i] = walk.concentration();
      }
    }

    /** The exposure of each day. */
    double[] daily() {
      double[] daily = new double[to.length];
      for (int d = 0; d < daily.length; d++) {
        double area = areas[to[d]] - areas[from[d]];
        daily[d] =
            switch (exposure) {
              case AUC24 -> area;
              case AVERAGE -> area / DAY;
              case TROUGH -> levels[to[d]];
            };
      }
      return daily;
    }

    /**
     * Area since {@code before} of the first day of therapy, where it ends ahead; else the other.
     */
    double firstDay(double before, double otherwise) {
      return firstDay < 0 ? otherwise : areas[firstDay] - before;
    }
  }
}
