package org.rxtwin.twin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.ClearanceChange;
import org.rxtwin.chart.DoseQuestion.DoseTaken;
import org.rxtwin.chart.DoseQuestion.Level;
import org.rxtwin.chart.DoseQuestion.Reliability;
import org.rxtwin.chart.Regimen;
import org.rxtwin.chart.Sex;
import org.rxtwin.quantity.Dose;

/** A patient on warfarin, described day by day; each step is a new patient. */
record Patient(
    String drug,
    double daily,
    Optional<Regimen> regimen,
    List<DoseTaken> doses,
    List<Level> levels,
    Map<String, String> genes,
    List<ClearanceChange> changes,
    Optional<Double> age,
    Optional<String> gap) {

  /** Evaluation time of all stories. */
  static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  static Patient onWarfarin(double milligrams) {
    return starting(milligrams, 100);
  }

  static Patient starting(double milligrams, int daysAgo) {
    List<DoseTaken> doses = new ArrayList<>();
    for (int day = daysAgo; day >= 0; day--) {
      doses.add(new DoseTaken(day(-day), milligrams));
    }
    return new Patient(
        "warfarin",
        milligrams,
        Optional.of(new Regimen("warfarin", Dose.milligrams(milligrams), 24, "PO")),
        doses,
        List.of(),
        Map.of(),
        List.of(),
        Optional.of(68.0),
        Optional.empty());
  }

  static Instant day(double day) {
    return NOW.plus(Duration.ofMinutes((long) (day * 24 * 60)));
  }

  private Patient but(
      List<DoseTaken> newDoses,
      List<Level> newLevels,
      Map<String, String> newGenes,
      List<ClearanceChange> newChanges) {
    return new Patient(drug, daily, regimen, newDoses, newLevels, newGenes, newChanges, age, gap);
  }

  Patient reducedTo(double milligrams, double from) {
    List<DoseTaken> changed =
        doses.stream()
            .map(d -> d.at().isBefore(day(from)) ? d : new DoseTaken(d.at(), milligrams))
            .toList();
    return new Patient(
        drug,
        milligrams,
        Optional.of(new Regimen(drug, Dose.milligrams(milligrams), 24, "PO")),
        changed,
        levels,
        genes,
        changes,
        age,
        gap);
  }

  Patient withInr(double day, double value) {
    return but(
        doses,
        plus(levels, new Level("inr", value, "{INR}", day(day), Reliability.SOUND)),
        genes,
        changes);
  }

  Patient withInr(double day, double value, Reliability reliability) {
    return but(
        doses,
        plus(levels, new Level("inr", value, "{INR}", day(day), reliability)),
        genes,
        changes);
  }

  Patient withGene(String gene, String diplotype) {
    Map<String, String> more = new LinkedHashMap<>(genes);
    more.put(gene, diplotype);
    return but(doses, levels, more, changes);
  }

  Patient withFluconazole(double start) {
    return with(change("fluconazole", 0.4, 0.3, 0.53, start, Optional.empty(), true));
  }

  Patient withFluconazole(double start, double stop) {
    return with(change("fluconazole", 0.4, 0.3, 0.53, start, Optional.of(stop), true));
  }

  Patient withInhibitor(double left, double start) {
    return with(
        change("fluconazole", left, 0.85 * left, 1.15 * left, start, Optional.empty(), true));
  }

  Patient withInhibitor(double left, double low, double high) {
    return with(change("fluconazole", left, low, high, 0, Optional.empty(), true));
  }

  Patient withRifampicin(double start) {
    return with(change("rifampicin", 2.5, 2, 3.1, start, Optional.empty(), true));
  }

  Patient withUnconfirmed(String ingredient, double start) {
    return with(change(ingredient, 0.8, 0.7, 0.9, start, Optional.empty(), false));
  }

  Patient withUnread() {
    return with(change("unread", 0.5, 0, 1, 0, Optional.empty(), false));
  }

  private static ClearanceChange change(
      String ingredient,
      double left,
      double low,
      double high,
      double start,
      Optional<Double> stop,
      boolean confirmed) {
    return new ClearanceChange(
        ingredient,
        left,
        low,
        high,
        "CYP2C9",
        day(start),
        stop.map(Patient::day),
        3,
        6,
        confirmed,
        "a figure of the test");
  }

  private Patient with(ClearanceChange change) {
    return but(doses, levels, genes, plus(changes, change));
  }

  Patient ofDrug(String other) {
    return new Patient(other, daily, regimen, doses, levels, genes, changes, age, gap);
  }

  Patient aged(double years) {
    return new Patient(
        drug, daily, regimen, doses, levels, genes, changes, Optional.of(years), gap);
  }

  Patient withoutAge() {
    return new Patient(drug, daily, regimen, doses, levels, genes, changes, Optional.empty(), gap);
  }

  Patient withoutRegimen() {
    return new Patient(drug, daily, Optional.empty(), doses, levels, genes, changes, age, gap);
  }

  Patient incomplete() {
    return new Patient(
        drug, daily, regimen, doses, levels, genes, changes, age, Optional.of("a message is lost"));
  }

  DoseQuestion question() {
    return new DoseQuestion(
        drug,
        new ChartId("0123456789abcdef0123456789abcdef"),
        "chart:event",
        drug,
        NOW,
        regimen,
        doses,
        true,
        age,
        Optional.of(80.0),
        Optional.of(175.0),
        Sex.FEMALE,
        genes,
        levels,
        changes,
        gap);
  }

  private static <T> List<T> plus(List<T> list, T one) {
    List<T> more = new ArrayList<>(list);
    more.add(one);
    return more;
  }
}
