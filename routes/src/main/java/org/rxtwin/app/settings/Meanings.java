package org.rxtwin.app.settings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Timing;
import org.rxtwin.hl7.value.CodeSystems;
import org.rxtwin.hl7.value.DoseUnits;
import org.rxtwin.hl7.value.TimingText;
import org.rxtwin.hl7.value.Ucum;
import org.rxtwin.knowledge.Analyte;
import org.rxtwin.knowledge.DrugCode.CodeSystem;
import org.rxtwin.knowledge.DrugText;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.KnowledgeRefused;
import org.rxtwin.knowledge.RouteGroup;
import org.rxtwin.knowledge.search.NearestName;

/** Checks what a site says that a code means, so that no slip of the pen becomes another drug. */
final class Meanings {
  private static final List<String> DRUG_SYSTEMS = List.of("RXNORM", "ATC", "NDC", "SNOMED");
  private static final List<String> USUAL_UNITS =
      List.of(
          "mg",
          "g",
          "ug",
          "ng",
          "mL",
          "L",
          "[iU]",
          "mmol",
          "{tbl}",
          "{capsule}",
          "mg/dL",
          "mmol/L",
          "umol/L",
          "g/dL",
          "g/L",
          "ng/mL",
          "ug/L",
          "U/L",
          "10*3/uL",
          "10*9/L",
          "%");
  private static final List<String> USUAL_ROUTES =
      List.of(
          "PO", "SL", "BU", "IV", "IM", "SC", "IT", "TP", "TD", "VG", "PR", "OP", "OT", "NS", "IH");
  private static final List<String> USUAL_PATTERNS =
      List.of(
          "BID", "TID", "QID", "QD", "QOD", "QAM", "QPM", "QHS", "QW", "Q4H", "Q6H", "Q8H", "Q12H",
          "Q24H", "ONCE", "PRN", "C");

  private final Supplier<Knowledge> source;
  private final KnownWords words = new KnownWords(this::knowledge);
  private boolean asked;
  private Optional<Knowledge> loaded = Optional.empty();

  /** The knowledge is asked for only once a drug or a laboratory code has to be checked. */
  Meanings(Supplier<Knowledge> source) {
    this.source = source;
  }

  /** Why that is no meaning for a row of the table; empty where it is one. */
  Optional<String> fault(FeedTable table, String system, String code) {
    return switch (table) {
      case DRUGS -> system.isEmpty() ? drugName(code) : drugCode(system, code);
      case LABORATORY -> loinc(system, code);
      case UNITS -> unit(system, code);
      case ROUTES -> route(code);
      case FREQUENCIES -> frequency(code);
    };
  }

  /**
   * Why a word may not be given that meaning; empty where it may.
   *
   * @param overrides words that may mean another thing than to everybody
   */
  Optional<String> redefined(FeedTable table, Coding local, Coding meaning, Set<String> overrides) {
    return words.fault(table, local, meaning, overrides);
  }

  /** What the row means; words where it names no code system. */
  static Coding meaning(FeedTable table, String system, String code) {
    if (!table.coded()) {
      return new Coding(code, "", "");
    }
    if (table == FeedTable.LABORATORY) {
      return new Coding(code, "LOINC", "");
    }
    return system.isEmpty()
        ? Coding.ofText(code)
        : new Coding(code, CodeSystems.canonical(system), "");
  }

  private Optional<String> drugName(String name) {
    return knowledge()
        .map(KnownDrugs::new)
        .filter(drugs -> !drugs.names().contains(DrugText.normal(name)))
        .map(drugs -> expected("the name of a drug that is known", name, drugs.names()));
  }

  private Optional<String> drugCode(String system, String code) {
    String canonical = CodeSystems.canonical(system);
    if (!DRUG_SYSTEMS.contains(canonical)) {
      return Optional.of(
          expected(
              "means_system " + String.join(", ", DRUG_SYSTEMS) + " or nothing for a name",
              system,
              DRUG_SYSTEMS));
    }
    return knowledge()
        .map(known -> new KnownDrugs(known).codes(CodeSystem.valueOf(canonical)))
        .filter(codes -> !codes.containsKey(code))
        .map(
            codes ->
                NearestName.find(code, codes.keySet())
                    .map(near -> " Maybe " + near + " (" + codes.get(near) + ") was meant.")
                    .map(
                        maybe -> "expected a drug's code that is known, came " + code + "." + maybe)
                    .orElse("expected a drug's code that is known, came " + code + "."));
  }

  private Optional<String> loinc(String system, String code) {
    if (!system.isEmpty() && !CodeSystems.canonical(system).equals("LOINC")) {
      return Optional.of(expected("means_system LOINC or nothing", system, List.of("LOINC")));
    }
    if (Analyte.isLoinc(code)) {
      return Optional.empty();
    }
    List<String> known =
        knowledge()
            .map(all -> all.laboratory().list().stream().flatMap(a -> a.loinc().stream()).toList())
            .orElse(List.of());
    return Optional.of(expected("a LOINC with its check digit", code, known));
  }

  private static Optional<String> unit(String system, String code) {
    if (!system.isEmpty() && !CodeSystems.canonical(system).equals("UCUM")) {
      return Optional.of(expected("means_system UCUM or nothing", system, List.of("UCUM")));
    }
    boolean known = Ucum.shared().isCode(code) || DoseUnits.find(code, Map.of()).isPresent();
    return known
        ? Optional.empty()
        : Optional.of(expected("a UCUM unit or a known word for one", code, USUAL_UNITS));
  }

  private static Optional<String> route(String code) {
    return RouteGroup.find(code).filter(each -> each != RouteGroup.ANY).isPresent()
        ? Optional.empty()
        : Optional.of(expected("a route of HL7 table 0162 that is known", code, USUAL_ROUTES));
  }

  private static Optional<String> frequency(String code) {
    return TimingText.read(code).kind() != Timing.Kind.UNKNOWN
        ? Optional.empty()
        : Optional.of(expected("a pattern of HL7 table 0335 or plain words", code, USUAL_PATTERNS));
  }

  private static String expected(String what, String came, Collection<String> known) {
    return "expected "
        + what
        + ", came "
        + came
        + "."
        + NearestName.find(came, known).map(near -> " Maybe " + near + " was meant.").orElse("");
  }

  /** Empty where it cannot be loaded: whoever needs it says why. */
  private Optional<Knowledge> knowledge() {
    if (!asked) {
      asked = true;
      loaded = load();
    }
    return loaded;
  }

  private Optional<Knowledge> load() {
    try {
      return Optional.of(source.get());
    } catch (KnowledgeRefused e) {
      return Optional.empty();
    }
  }
}
