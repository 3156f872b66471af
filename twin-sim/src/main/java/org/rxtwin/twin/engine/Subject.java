package org.rxtwin.twin.engine;

import java.util.List;

/**
 * The records of one person, in order.
 *
 * @param id as in the data
 * @param records at least one
 */
public record Subject(String id, List<DosingRecord> records) {
  public Subject {
    records = List.copyOf(records);
    if (records.isEmpty()) {
      throw new IllegalArgumentException("expected at least one record, came none");
    }
  }

  @Override
  public String toString() {
    return "Subject[" + records.size() + " records]";
  }
}
