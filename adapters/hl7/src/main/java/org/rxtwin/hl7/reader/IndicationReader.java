package org.rxtwin.hl7.reader;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;

/**
 * Reads what a drug is ordered for: RXE-27, else RXO-20, and the diagnoses of the order (DG1). The
 * answer is text that keeps the codes of ICD and SNOMED behind their words: {@code Atrial
 * fibrillation (I48.0); ...}.
 */
final class IndicationReader {
  private static final int OF_RXE = 27;
  private static final int OF_RXO = 20;
  private static final int ACTION = 21;
  private static final Set<String> KEPT = Set.of("ICD10", "ICD9", "SNOMED");

  private final Reading reading;
  private final ConditionReader conditions;

  IndicationReader(Reading reading) {
    this.reading = reading;
    this.conditions = new ConditionReader(reading);
  }

  /** What the order is for; empty where nobody told. */
  Optional<String> read(OrderPart part, Troubles troubles) {
    Set<String> told = new LinkedHashSet<>();
    part.rxe().ifPresent(rxe -> told.addAll(field(rxe, OF_RXE)));
    if (told.isEmpty()) {
      part.rxo().ifPresent(rxo -> told.addAll(field(rxo, OF_RXO)));
    }
    for (Fields dg1 : part.diagnoses()) {
      List<Coding> codes = conditions.codes(dg1);
      if (codes.isEmpty()) {
        troubles.lacks(dg1, 3, "expected the diagnosis an order is for, came none");
      } else if (!dg1.text(ACTION).equalsIgnoreCase("D")) {
        told.add(text(codes));
      }
    }
    return told.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", told));
  }

  private Set<String> field(Fields segment, int field) {
    Set<String> told = new LinkedHashSet<>();
    for (int i = 0; i < segment.repetitions(field); i++) {
      List<Coding> codes =
          Codes.list(segment, field, i, reading.profile()).stream()
              .map(ClinicalCodes::plain)
              .toList();
      if (!codes.isEmpty()) {
        told.add(text(codes));
      }
    }
    return told;
  }

  private static String text(List<Coding> codes) {
    String words =
        codes.stream().map(Coding::text).filter(each -> !each.isEmpty()).findFirst().orElse("");
    Optional<String> code =
        codes.stream().filter(each -> KEPT.contains(each.system())).map(Coding::code).findFirst();
    if (words.isEmpty()) {
      return code.orElseGet(() -> codes.get(0).code());
    }
    return words + code.map(each -> " (" + each + ")").orElse("");
  }
}
