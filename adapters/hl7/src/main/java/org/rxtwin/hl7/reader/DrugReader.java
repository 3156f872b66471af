package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;
import org.rxtwin.knowledge.NationalDrugCode;

/** Reads which drug is meant: the give code, and the supplementary codes that name it too. */
final class DrugReader {
  private final Reading reading;

  DrugReader(Reading reading) {
    this.reading = reading;
  }

  /** All codings of the drug as the pharmacy encoded it, else as it was asked for. */
  List<Coding> codings(OrderPart part, Troubles troubles) {
    for (Fields each : part.rxe().stream().toList()) {
      List<Coding> encoded = codings(DoseFields.of(each));
      if (!encoded.isEmpty()) {
        return encoded;
      }
    }
    List<Coding> requested = part.rxo().map(rxo -> codings(DoseFields.of(rxo))).orElse(List.of());
    return requested.isEmpty()
        ? part.drug().map(each -> shifted(each, troubles)).orElse(List.of())
        : requested;
  }

  /** All codings of the drug in one segment; empty where none stands. */
  List<Coding> codings(DoseFields at) {
    Fields segment = at.segment();
    List<Coding> drug = new ArrayList<>(list(segment, at.code(), 0));
    if (!drug.isEmpty()) {
      for (int i = 0; i < segment.repetitions(at.supplementary()); i++) {
        list(segment, at.supplementary(), i).stream()
            .filter(each -> !each.code().isEmpty() && !each.system().isEmpty())
            .filter(each -> !drug.contains(each))
            .forEach(drug::add);
      }
    }
    return drug;
  }

  /** The code of a drug that stands one field too far: it is screened, its dose is not read. */
  private List<Coding> shifted(Fields segment, Troubles troubles) {
    DoseFields at = DoseFields.of(segment);
    boolean named = segment.text(at.least(), 2).chars().anyMatch(Character::isLetter);
    if (!named) {
      return List.of();
    }
    troubles.refuse(
        segment, at.code(), "expected the drug; it stands in the next field, fields are shifted");
    return list(segment, at.least(), 0);
  }

  private List<Coding> list(Fields segment, int field, int repetition) {
    return Codes.list(segment, field, repetition, reading.profile());
  }

  /** Whether nothing in the two says that they are one drug. Knowledge may still know it. */
  static boolean differ(List<Coding> one, List<Coding> other) {
    return !one.isEmpty()
        && !other.isEmpty()
        && one.stream().noneMatch(each -> other.stream().anyMatch(o -> same(each, o)));
  }

  private static boolean same(Coding one, Coding other) {
    boolean coded = !one.code().isEmpty() && one.system().equals(other.system());
    boolean ndc = one.system().equals("NDC");
    return coded
        ? (ndc
            ? NationalDrugCode.same(one.code(), other.code())
            : one.code().equalsIgnoreCase(other.code()))
        : !one.text().isEmpty() && one.text().equalsIgnoreCase(other.text());
  }
}
