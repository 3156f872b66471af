package org.rxtwin.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Figures of several rows that must agree with one another. */
final class FigureCheck {
  /**
   * UCUM units that limits and analytes are written in; a site that needs another adds it here with
   * its test.
   */
  private static final Set<String> UNITS =
      Set.of(
          "{INR}",
          "mmol/L",
          "umol/L",
          "mg/dL",
          "mg/L",
          "ug/L",
          "ng/mL",
          "g/L",
          "g/dL",
          "mL/min",
          "mL/min/{1.73_m2}",
          "10*9/L",
          "10*3/uL",
          "U/L",
          "%",
          "ms",
          "m[IU]/L",
          "[IU]/mL",
          "pmol/L",
          "/min",
          "mm[Hg]",
          "{presence}",
          "s",
          "kg",
          "cm");

  private FigureCheck() {}

  /** The shares of one drug's clearance sum to at most 1. */
  static void shares(LocatedTables tables, List<KnowledgeProblem> problems) {
    Map<String, Double> sums = new TreeMap<>();
    for (EnzymeRole role : tables.plain().list(Subject.ENZYME_ROLES)) {
      if (role.role().perpetrator()) {
        continue;
      }
      double sum = sums.getOrDefault(role.ingredient(), 0.0) + role.figure().value();
      sums.put(role.ingredient(), sum);
      if (sum > 1.0005) {
        problems.add(
            KnowledgeProblem.refused(
                tables.place(Subject.ENZYME_ROLES, role.key()),
                "figure",
                "shares of one drug's clearance that sum to at most 1",
                Double.toString(sum)));
      }
    }
  }

  /**
   * For one drug, route, indication, estimator and jurisdiction one kidney function calls up one
   * row.
   */
  static void renalBands(LocatedTables tables, List<KnowledgeProblem> problems) {
    List<RenalLimit> rows = tables.plain().list(Subject.RENAL_LIMITS);
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        if (overlap(rows.get(i), rows.get(j))) {
          problems.add(
              KnowledgeProblem.refused(
                  tables.place(Subject.RENAL_LIMITS, rows.get(j).key()),
                  "from",
                  "a band that does not overlap that of " + rows.get(i).id(),
                  rows.get(j).from() + " to " + rows.get(j).below()));
        }
      }
    }
  }

  private static boolean overlap(RenalLimit one, RenalLimit other) {
    return one.ingredient().equals(other.ingredient())
        && (one.route().covers(other.route()) || other.route().covers(one.route()))
        && one.indication().equals(other.indication())
        && one.estimator() == other.estimator()
        && one.jurisdiction().equals(other.jurisdiction())
        && one.from() < other.below()
        && other.from() < one.below();
  }

  /** Units are known, and no LOINC or local name means two analytes. */
  static void analytes(LocatedTables tables, List<KnowledgeProblem> problems) {
    Map<String, String> owners = new TreeMap<>();
    for (Analyte one : tables.plain().list(Subject.ANALYTES)) {
      Place place = tables.place(Subject.ANALYTES, one.key());
      if (!UNITS.contains(one.unit())) {
        problems.add(
            KnowledgeProblem.refused(place, "unit", "a UCUM unit that is known here", one.unit()));
      }
      one.loinc().forEach(c -> taken(place, "loinc", owners, c, one.id(), problems));
      one.localNames().stream()
          .map(DrugText::normal)
          .distinct()
          .forEach(n -> taken(place, "local_names", owners, n, one.id(), problems));
    }
  }

  private static void taken(
      Place place,
      String column,
      Map<String, String> owners,
      String value,
      String id,
      List<KnowledgeProblem> problems) {
    String owner = owners.putIfAbsent(column + value, id);
    if (owner != null) {
      problems.add(
          KnowledgeProblem.refused(
              place, column, "a code or name that " + owner + " has not taken", value));
    }
  }

  /** A limit is in its analyte's unit, and the worse of two limits is the further one. */
  static void thresholds(LocatedTables tables, List<KnowledgeProblem> problems) {
    Lookup<Analyte> analytes = Lookup.by(tables.plain().list(Subject.ANALYTES), Analyte::id);
    List<LabLimit> rows = tables.plain().list(Subject.LAB_LIMITS);
    for (LabLimit row : rows) {
      Place place = tables.place(Subject.LAB_LIMITS, row.key());
      analytes
          .find(row.analyte())
          .filter(a -> !a.unit().equals(row.unit()))
          .ifPresent(
              a ->
                  problems.add(
                      KnowledgeProblem.refused(
                          place, "unit", a.unit() + ", the unit of " + a.id(), row.unit())));
      rows.stream()
          .filter(other -> contradict(row, other))
          .forEach(
              other ->
                  problems.add(
                      KnowledgeProblem.refused(
                          place,
                          "threshold",
                          "a threshold beyond that of the milder " + other.id(),
                          Double.toString(row.threshold()))));
    }
  }

  private static boolean contradict(LabLimit worse, LabLimit milder) {
    boolean comparable =
        worse.drug().equals(milder.drug())
            && worse.analyte().equals(milder.analyte())
            && worse.side() == milder.side()
            && worse.jurisdiction().equals(milder.jurisdiction())
            && worse.tier().compareTo(milder.tier()) < 0;
    boolean beyond =
        worse.side() == LabLimit.Side.ABOVE
            ? worse.threshold() > milder.threshold()
            : worse.threshold() < milder.threshold();
    return comparable && !beyond;
  }
}
