package org.rxtwin.twin.engine;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The records of one person, in order.
 *
 * @param id as in the data
 * @param records at least one
 * @param places where each record stands among those of all people, from 0
 */
public record Subject(String id, List<DosingRecord> records, List<Integer> places) {
  public Subject {
    records = List.copyOf(records);
    places = List.copyOf(places);
    if (records.isEmpty() || places.size() != records.size()) {
      throw new IllegalArgumentException(
          "expected at least one record and a place for each, came "
              + records.size()
              + " and "
              + places.size());
    }
  }

  /** A person whose records stand alone. */
  public Subject(String id, List<DosingRecord> records) {
    this(id, records, IntStream.range(0, records.size()).boxed().toList());
  }

  @Override
  public String toString() {
    return "Subject[" + records.size() + " records]";
  }
}
