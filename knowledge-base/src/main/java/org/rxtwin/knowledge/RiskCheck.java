package org.rxtwin.knowledge;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Rows about QT, opioids and pregnancy that must agree with one another. */
final class RiskCheck {
  private static final String QT_CLASS = "qt-prolonging";

  private RiskCheck() {}

  static void risks(LocatedTables tables, List<KnowledgeProblem> problems) {
    qtClass(tables, problems);
    qtFactors(tables, problems);
    opioidFactors(tables, problems);
    opioidLimits(tables, problems);
    weeks(tables, problems);
  }

  /** Members of the class are judged by their sum, so each needs a row that tells its weight. */
  private static void qtClass(LocatedTables tables, List<KnowledgeProblem> problems) {
    Set<String> known = new TreeSet<>();
    tables.plain().list(Subject.QT_RISKS).forEach(each -> known.add(each.ingredient()));
    for (String each : new Formulary(tables.plain()).listMembers(QT_CLASS)) {
      if (!known.isEmpty() && !known.contains(each)) {
        problems.add(
            KnowledgeProblem.refused(
                tables.place(Subject.DRUG_CLASSES, QT_CLASS),
                "members",
                "drugs that qt_risks.csv has",
                each));
      }
    }
  }

  private static void qtFactors(LocatedTables tables, List<KnowledgeProblem> problems) {
    if (tables.plain().list(Subject.QT_RISKS).isEmpty()) {
      return;
    }
    Map<QtFactor.Factor, QtFactor> found = new EnumMap<>(QtFactor.Factor.class);
    tables.plain().list(Subject.QT_FACTORS).forEach(each -> found.put(each.factor(), each));
    for (QtFactor.Factor each : QtFactor.Factor.values()) {
      if (!found.containsKey(each)) {
        problems.add(
            KnowledgeProblem.refused(
                new Place("qt_factors", 1), "factor", "a row for " + each, "none"));
      }
    }
    above(tables, found, QtFactor.Factor.HIGH, QtFactor.Factor.MODERATE, problems);
    above(tables, found, QtFactor.Factor.POTASSIUM, QtFactor.Factor.POTASSIUM_CRITICAL, problems);
    above(tables, found, QtFactor.Factor.POTASSIUM_GOAL, QtFactor.Factor.POTASSIUM, problems);
    above(tables, found, QtFactor.Factor.MAGNESIUM_GOAL, QtFactor.Factor.MAGNESIUM, problems);
  }

  private static void above(
      LocatedTables tables,
      Map<QtFactor.Factor, QtFactor> found,
      QtFactor.Factor greater,
      QtFactor.Factor lesser,
      List<KnowledgeProblem> problems) {
    QtFactor more = found.get(greater);
    QtFactor less = found.get(lesser);
    if (more != null
        && less != null
        && more.threshold().orElseThrow() <= less.threshold().orElseThrow()) {
      problems.add(
          KnowledgeProblem.refused(
              tables.place(Subject.QT_FACTORS, more.key()),
              "threshold",
              "more than that of " + less.key(),
              Double.toString(more.threshold().orElseThrow())));
    }
  }

  /** One order calls up one factor. */
  private static void opioidFactors(LocatedTables tables, List<KnowledgeProblem> problems) {
    Set<String> taken = new TreeSet<>();
    for (OpioidFactor each : tables.plain().list(Subject.OPIOID_FACTORS)) {
      if (!taken.add(each.drug() + "|" + each.route() + "|" + each.form())) {
        problems.add(
            KnowledgeProblem.refused(
                tables.place(Subject.OPIOID_FACTORS, each.key()),
                "route",
                "a drug, route and form that no other row has",
                each.drug() + " " + each.route() + " " + each.form()));
      }
    }
  }

  /** The worse of two limits is the higher one. */
  private static void opioidLimits(LocatedTables tables, List<KnowledgeProblem> problems) {
    List<OpioidLimit> rows = tables.plain().list(Subject.OPIOID_LIMITS);
    for (OpioidLimit worse : rows) {
      for (OpioidLimit milder : rows) {
        if (worse.jurisdiction().equals(milder.jurisdiction())
            && worse.population() == milder.population()
            && worse.counts() == milder.counts()
            && worse.tier().compareTo(milder.tier()) < 0
            && worse.fromMme() <= milder.fromMme()) {
          problems.add(
              KnowledgeProblem.refused(
                  tables.place(Subject.OPIOID_LIMITS, worse.key()),
                  "from_mme",
                  "more than that of the milder " + milder.id(),
                  Double.toString(worse.fromMme())));
        }
      }
    }
  }

  /** One drug in one week of one state calls up one row. */
  private static void weeks(LocatedTables tables, List<KnowledgeProblem> problems) {
    List<PregnancyRisk> rows = tables.plain().list(Subject.PREGNANCY_RISKS);
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        PregnancyRisk one = rows.get(i);
        PregnancyRisk other = rows.get(j);
        if (one.drug().equals(other.drug())
            && one.state() == other.state()
            && one.fromWeek() < other.toWeek()
            && other.fromWeek() < one.toWeek()) {
          problems.add(
              KnowledgeProblem.refused(
                  tables.place(Subject.PREGNANCY_RISKS, other.key()),
                  "from_week",
                  "weeks that do not overlap those of " + one.id(),
                  other.fromWeek() + " to " + other.toWeek()));
        }
      }
    }
  }
}
