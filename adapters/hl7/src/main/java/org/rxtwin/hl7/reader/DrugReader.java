package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;

/** Reads which drug is meant, components of a mixture included. */
final class DrugReader {
  private static final int RXC_CODE = 2;
  private final Reading reading;

  DrugReader(Reading reading) {
    this.reading = reading;
  }

  /** All codings of the drug; empty where none stands. */
  List<Coding> codings(OrderPart part, Troubles troubles) {
    List<Coding> encoded = part.rxe().map(rxe -> codings(rxe, 2)).orElse(List.of());
    List<Coding> requested = part.rxo().map(rxo -> codings(rxo, 1)).orElse(List.of());
    List<Coding> drug = new ArrayList<>(encoded.isEmpty() ? requested : encoded);
    if (disagree(encoded, requested)) {
      troubles.refuse(
          part.head(), 1, "expected one drug; request (RXO-1) and encoding (RXE-2) name two");
      requested.forEach(each -> add(drug, each));
    }
    for (Fields rxc : part.components()) {
      List<Coding> component = codings(rxc, RXC_CODE);
      component.forEach(each -> add(drug, each));
      troubles.refuse(
          rxc,
          RXC_CODE,
          component.isEmpty()
              ? "expected the drug of a component, came none"
              : "a component of a mixture is screened as a drug; its amount is not read");
    }
    return drug;
  }

  private List<Coding> codings(Fields segment, int field) {
    return Codes.list(segment, field, 0, reading.profile());
  }

  /** Two codes of one system that are not the same. */
  private static boolean disagree(List<Coding> encoded, List<Coding> requested) {
    return encoded.stream()
        .filter(each -> !each.code().isEmpty() && !each.system().isEmpty())
        .anyMatch(
            each ->
                requested.stream()
                    .anyMatch(
                        other ->
                            other.system().equals(each.system())
                                && !other.code().isEmpty()
                                && !plain(other).equals(plain(each))));
  }

  private static String plain(Coding coding) {
    return coding.code().replace("-", "").toLowerCase(Locale.ROOT);
  }

  private static void add(List<Coding> drug, Coding coding) {
    if (!drug.contains(coding)) {
      drug.add(coding);
    }
  }
}
