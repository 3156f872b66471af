package org.rxtwin.twin.level;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.ClearanceChange;
import org.rxtwin.chart.DoseQuestion.DoseTaken;
import org.rxtwin.chart.DoseQuestion.Level;
import org.rxtwin.chart.DoseQuestion.Reliability;
import org.rxtwin.chart.Regimen;
import org.rxtwin.chart.Sex;
import org.rxtwin.quantity.Dose;

/** A patient on a drug dosed by level; hours are counted from the first dose or the order. */
final class Treated {
  /** Hour 0 of all stories. */
  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private final String drug;
  private final Regimen regimen;
  private final List<DoseTaken> doses = new ArrayList<>();
  private final List<Level> levels = new ArrayList<>();
  private final List<Level> covariates = new ArrayList<>();
  private final List<ClearanceChange> changes = new ArrayList<>();
  private final List<String> running = new ArrayList<>();
  private final Map<String, String> genes = new TreeMap<>();
  private double now;
  private boolean assumed = true;
  private Optional<Double> age = Optional.of(60.0);
  private Optional<Double> weight = Optional.of(82.0);
  private Optional<Double> height = Optional.of(176.0);
  private Sex sex = Sex.MALE;
  private Optional<String> unsteady = Optional.empty();
  private Optional<String> gap = Optional.empty();

  private Treated(String drug, Regimen regimen) {
    this.drug = drug;
    this.regimen = regimen;
  }

  static Treated on(String drug, double milligrams, double interval, String route, double hours) {
    return new Treated(
        drug, new Regimen(drug, Dose.milligrams(milligrams), interval, route, hours));
  }

  /** Vancomycin over an hour for each gram, in a man of 60 years and 82 kg. */
  static Treated onVancomycin(double milligrams, double interval) {
    return on("vancomycin", milligrams, interval, "IV", Math.max(1, milligrams / 1000));
  }

  /** The creatinine that Cockcroft and Gault turn into that clearance. */
  Treated withCrcl(double millilitresPerMinute) {
    double creatinine =
        (140 - age.orElseThrow()) * weight.orElseThrow() / (72 * millilitresPerMinute);
    return measured("creatinine-mass", creatinine, "mg/dL", -6);
  }

  Treated measured(String analyte, double value, String unit, double hour) {
    covariates.add(new Level(analyte, value, unit, at(hour), Reliability.SOUND));
    return this;
  }

  /** As many doses as given, one an interval, from hour 0 on. */
  Treated given(int count) {
    for (int k = 0; k < count; k++) {
      dose(k * regimen.intervalHours(), regimen.dose().amount());
    }
    return this;
  }

  Treated dose(double hour, double milligrams) {
    doses.add(new DoseTaken(at(hour), milligrams, regimen.infusionHours(), !assumed));
    return this;
  }

  Treated recorded() {
    assumed = false;
    return this;
  }

  Treated shuffled() {
    java.util.Collections.reverse(doses);
    return this;
  }

  Treated level(double hour, double value) {
    return level(hour, value, "mg/L", Reliability.SOUND);
  }

  Treated level(double hour, double value, String unit, Reliability reliability) {
    levels.add(new Level(drug + "-level", value, unit, at(hour), reliability));
    return this;
  }

  Treated level(String analyte, double hour, double value) {
    levels.add(new Level(analyte, value, "mg/L", at(hour), Reliability.SOUND));
    return this;
  }

  Treated peak(double hour, double value) {
    return level(drug + "-peak", hour, value);
  }

  /** A covariate of the day that begins at that hour. */
  Treated dayOnly(String analyte, double value, String unit, double hour) {
    covariates.add(new Level(analyte, value, unit, at(hour), Reliability.DATE_ONLY));
    return this;
  }

  Treated trough(double hour, double value, String unit) {
    levels.add(new Level(drug + "-trough", value, unit, at(hour), Reliability.SOUND));
    return this;
  }

  Treated beside(
      String ingredient, double left, double low, double high, double from, Optional<Double> to) {
    changes.add(
        new ClearanceChange(
            ingredient,
            left,
            low,
            high,
            "CYP3A4",
            at(from),
            to.map(Treated::at),
            3,
            6,
            true,
            "a figure of the test"));
    return this;
  }

  Treated running(String other) {
    running.add(other);
    return this;
  }

  Treated gene(String name, String diplotype) {
    genes.put(name, diplotype);
    return this;
  }

  Treated aged(double years) {
    age = Optional.of(years);
    return this;
  }

  Treated withoutAge() {
    age = Optional.empty();
    return this;
  }

  Treated weighing(double kg) {
    weight = Optional.of(kg);
    return this;
  }

  Treated withoutWeight() {
    weight = Optional.empty();
    return this;
  }

  Treated sex(Sex other) {
    sex = other;
    return this;
  }

  Treated kidneyUnsteady(String why) {
    unsteady = Optional.of(why);
    return this;
  }

  Treated incomplete() {
    gap = Optional.of("a message is lost");
    return this;
  }

  static Instant at(double hour) {
    return START.plus(Duration.ofMinutes(Math.round(hour * 60)));
  }

  /** The question asked at that hour. */
  DoseQuestion at(double hour, Optional<Regimen> current) {
    now = hour;
    return new DoseQuestion(
        drug,
        new ChartId("0123456789abcdef0123456789abcdef"),
        "chart:event",
        drug,
        at(now),
        current,
        doses,
        assumed,
        age,
        weight,
        height,
        sex,
        genes,
        levels,
        changes,
        gap,
        covariates,
        unsteady,
        running);
  }

  DoseQuestion asked(double hour) {
    return at(hour, Optional.of(regimen));
  }
}
