package org.rxtwin.twin.engine;

/**
 * Something that happens between records: a lagged or additional dose, or the end of an infusion.
 *
 * @param time when
 * @param order keeps entries of the same time in the order they were made
 * @param cmt compartment, from 0
 * @param amount of a dose; 0 at the end of an infusion
 * @param rate of a dose as in the record; the rate to take away at the end of an infusion
 * @param end whether an infusion ends
 */
record Entry(double time, long order, int cmt, double amount, double rate, boolean end)
    implements Comparable<Entry> {
  @Override
  public int compareTo(Entry other) {
    int byTime = Double.compare(time, other.time);
    return byTime != 0 ? byTime : Long.compare(order, other.order);
  }
}
