package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.segment.RawSegment;

/** What could not be read in one part of a message: where and why, never what stood there. */
final class Troubles {
  private final List<ReadProblem> all = new ArrayList<>();
  private final List<ReadProblem> refused = new ArrayList<>();

  /** Something stood there, and it is not used. */
  void refuse(Fields at, int field, String reason) {
    ReadProblem problem = problem(at, field, reason);
    all.add(problem);
    refused.add(problem);
  }

  /** Something stood in a part of a field, and it is not used. */
  void refusePart(Fields at, String field, String reason) {
    ReadProblem problem = new ReadProblem(at.label(), field, reason);
    all.add(problem);
    refused.add(problem);
  }

  /** Nothing stood where something is needed. */
  void lacks(Fields at, int field, String reason) {
    all.add(problem(at, field, reason));
  }

  /** Nothing stood where something is needed, in a segment that may itself be missing. */
  void lacks(Fields near, String field, String reason) {
    all.add(new ReadProblem(near.label(), field, reason));
  }

  /** Why a whole message is not used; comes before all else. */
  void quarantine(String field, String reason) {
    String segment = field.substring(0, 3) + "[1]";
    all.add(0, new ReadProblem(segment, field, reason));
  }

  /** A known segment that cannot be taken apart. */
  void unparsed(RawSegment raw) {
    all.add(new ReadProblem(raw.label(), raw.name(), "expected fields of the standard; not read"));
  }

  /** Takes over what was noted in a part. */
  void addAll(Troubles part) {
    all.addAll(part.all);
    refused.addAll(part.refused);
  }

  /** Takes over the notes of a part that held all of these too. */
  void replacedBy(Troubles part) {
    all.clear();
    refused.clear();
    addAll(part);
  }

  /** Takes over what was noted in a part on which nothing hangs: it is told, and no more. */
  void noteAll(Troubles part) {
    all.addAll(part.all);
  }

  /** Everything. */
  List<ReadProblem> all() {
    return List.copyOf(all);
  }

  /** The first of what stood there and is not used. */
  List<ReadProblem> refused(int most) {
    return List.copyOf(refused.subList(0, Math.min(most, refused.size())));
  }

  /** What stood there and is not used. */
  List<ReadProblem> refused() {
    return List.copyOf(refused);
  }

  static ReadProblem problem(Fields at, int field, String reason) {
    return new ReadProblem(at.label(), at.name() + "-" + field, reason);
  }
}
