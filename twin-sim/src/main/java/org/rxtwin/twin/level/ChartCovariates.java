package org.rxtwin.twin.level;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.Level;
import org.rxtwin.chart.DoseQuestion.Reliability;
import org.rxtwin.chart.Sex;
import org.rxtwin.quantity.Creatinine;
import org.rxtwin.quantity.Figures;
import org.rxtwin.quantity.RenalFunction;
import org.rxtwin.twin.model.Covariate;
import org.rxtwin.twin.model.FromChart;
import org.rxtwin.twin.model.FromChart.Quantity;
import org.rxtwin.twin.model.PkPdModel;
import org.rxtwin.twin.question.ClearanceCourse;
import org.rxtwin.twin.question.Silent;

/**
 * The values a chart gives a model's covariates. A measured one holds from its time until the next;
 * before the first measurement the first holds. One that tells its day only holds from the end of
 * that day, or from now on where that is sooner. Where the chart has none the model file's own
 * value is used and said, or the twin stays silent.
 */
final class ChartCovariates {
  private static final double OLD_DAYS = 7;
  private static final double DAY = 24;

  private final DoseQuestion question;
  private final List<Covariate> covariates;
  private final Set<String> limits;
  private final List<Measured> creatinine = new ArrayList<>();
  private final List<Measured> albumin = new ArrayList<>();
  private final List<Measured> haematocrit = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private boolean doubtful;

  /** A value and when it began to hold, hours from the evaluation time. */
  private record Measured(double at, double value) {}

  ChartCovariates(PkPdModel model, DoseQuestion question) {
    this.question = question;
    this.covariates = model.text().covariates();
    this.limits = model.text().domain().limits().keySet();
    for (Level level : question.covariates()) {
      read(level);
    }
    List.of(creatinine, albumin, haematocrit)
        .forEach(list -> list.sort(Comparator.comparingDouble(Measured::at)));
    covariates.forEach(this::check);
    checkKidney();
  }

  private void read(Level level) {
    boolean dayOnly = level.reliability() == Reliability.DATE_ONLY;
    double told = ClearanceCourse.hours(question.at(), level.at());
    if (told > 0 || !(level.value() > 0) || !(dayOnly || level.reliability().measured())) {
      return;
    }
    double at = dayOnly ? Math.min(told + DAY, 0) : told;
    switch (level.analyte()) {
      case "creatinine-mass" -> creatinine.add(new Measured(at, level.value()));
      case "creatinine" -> creatinine.add(new Measured(at, Creatinine.mgPerDl(level.value())));
      case "albumin" ->
          MassConcentration.convert(level.value(), level.unit(), "g/L")
              .ifPresent(value -> albumin.add(new Measured(at, value)));
      case "haematocrit" -> haematocrit.add(new Measured(at, percent(level)));
      default -> {
        // No model asks for it.
      }
    }
  }

  /** Haematocrit is told in percent or as a fraction. */
  private static double percent(Level level) {
    return level.unit().equals("%") || level.value() > 1 ? level.value() : 100 * level.value();
  }

  private void check(Covariate covariate) {
    FromChart from =
        covariate
            .from()
            .orElseThrow(
                () ->
                    new Silent(
                        "the model file does not say where "
                            + covariate.name()
                            + " stands on a chart: add 'from' to it"));
    if (find(covariate, from, 0).isPresent()) {
      return;
    }
    Double otherwise = covariate.otherwise();
    if (otherwise == null) {
      throw new Silent(missing(from));
    }
    if (from.quantity() != Quantity.DIALYSIS) {
      notes.add(words(from) + " is not known: " + used(covariate, from, otherwise));
    }
  }

  private static String used(Covariate covariate, FromChart from, double otherwise) {
    return covariate.said().isEmpty()
        ? from.quantity().figure(otherwise) + " is used"
        : covariate.said();
  }

  /** Where clearance goes by the kidney, or the model speaks for some kidneys only. */
  private void checkKidney() {
    boolean asked =
        covariates.stream().flatMap(c -> c.from().stream()).anyMatch(FromChart::kidneyFunction);
    if (!asked && !limits.contains(domainWord(Quantity.CRCL))) {
      return;
    }
    question
        .kidneyUnsteady()
        .ifPresent(
            why -> {
              throw new Silent(
                  "kidney function is not steady ("
                      + why
                      + (asked
                          ? "), so no forecast by creatinine clearance holds: measure the "
                          : "), and the model speaks for a steady one only: measure the ")
                      + question.drug()
                      + " level before the next dose, and creatinine again within 24 hours");
            });
    double age = creatinine.isEmpty() ? 0 : -creatinine.get(creatinine.size() - 1).at / 24;
    if (age > OLD_DAYS) {
      doubtful = true;
      notes.add(
          "The last creatinine is "
              + Figures.rounded(age, 0)
              + " days old: measure it again today; the forecast lowers no finding");
    }
  }

  /** What a reader must know of the values. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Whether a value is too old to lower a finding. */
  boolean doubtful() {
    return doubtful;
  }

  /** When a value changes, hours from the evaluation time, ascending. */
  List<Double> changes() {
    TreeSet<Double> times = new TreeSet<>();
    List.of(creatinine, albumin, haematocrit).forEach(l -> l.forEach(m -> times.add(m.at)));
    return List.copyOf(times);
  }

  /** The value in force at {@code time}. */
  double value(Covariate covariate, double time) {
    Double otherwise = covariate.otherwise();
    return find(covariate, covariate.from().orElseThrow(), time)
        .orElse(otherwise == null ? Double.NaN : otherwise);
  }

  /**
   * The value at the evaluation time of a quantity that the model's domain limits: measured, else
   * the one the model file gives for it, which is said. Without either nobody knows whether the
   * model speaks for this patient.
   */
  double now(Quantity quantity) {
    FromChart from = new FromChart(quantity, "");
    Covariate asked =
        covariates.stream()
            .filter(c -> c.from().equals(Optional.of(from)))
            .findFirst()
            .orElse(
                new Covariate(quantity.word(), null, "", Optional.of(from), Optional.empty(), ""));
    Double otherwise = asked.otherwise();
    OptionalDouble found = find(asked, from, 0);
    if (found.isEmpty() && otherwise == null) {
      throw new Silent(missing(from));
    }
    return found.orElse(otherwise == null ? Double.NaN : otherwise);
  }

  private static String domainWord(Quantity quantity) {
    return quantity.word().replace('-', '_');
  }

  private OptionalDouble find(Covariate covariate, FromChart from, double time) {
    return switch (from.quantity()) {
      case AGE_YEARS -> of(question.ageYears());
      case WEIGHT_KG -> of(question.weightKg());
      case HEIGHT_CM -> of(question.heightCm());
      case FEMALE -> female();
      case CRCL -> crcl(covariate, time);
      case CREATININE_MG_DL -> at(creatinine, time, 1);
      case CREATININE_UMOL_L -> at(creatinine, time, Creatinine.micromolesPerLitre(1));
      case ALBUMIN -> at(albumin, time, 1);
      case HAEMATOCRIT -> at(haematocrit, time, 1);
      case CLEARANCE_LEFT -> OptionalDouble.of(1);
      case RUNNING -> OptionalDouble.of(question.running().contains(from.of()) ? 1 : 0);
      case GENE -> {
        String result = question.genotypes().get(from.of());
        yield result == null ? OptionalDouble.empty() : FunctionAlleles.count(from.of(), result);
      }
      case DIALYSIS -> OptionalDouble.empty();
      default -> size(from.quantity());
    };
  }

  private static OptionalDouble of(Optional<Double> value) {
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }

  private OptionalDouble female() {
    return question.sex() == Sex.UNKNOWN
        ? OptionalDouble.empty()
        : OptionalDouble.of(question.sex() == Sex.FEMALE ? 1 : 0);
  }

  private OptionalDouble size(Quantity quantity) {
    if (question.weightKg().isEmpty() || question.heightCm().isEmpty()) {
      return OptionalDouble.empty();
    }
    double kg = question.weightKg().get();
    double cm = question.heightCm().get();
    if (quantity == Quantity.BSA_DUBOIS) {
      return OptionalDouble.of(BodySize.duBois(kg, cm));
    }
    if (quantity == Quantity.BSA_MOSTELLER) {
      return OptionalDouble.of(BodySize.mosteller(kg, cm));
    }
    if (female().isEmpty()) {
      return OptionalDouble.empty();
    }
    boolean female = question.sex() == Sex.FEMALE;
    return OptionalDouble.of(
        switch (quantity) {
          case LBM_BOER -> BodySize.boer(kg, cm, female);
          case LBM_JAMES -> BodySize.james(kg, cm, female);
          default -> BodySize.janmahasatian(kg, cm, female);
        });
  }

  private OptionalDouble crcl(Covariate covariate, double time) {
    OptionalDouble value = at(creatinine, time, 1);
    if (value.isEmpty()
        || question.ageYears().isEmpty()
        || question.weightKg().isEmpty()
        || question.sex() == Sex.UNKNOWN) {
      return OptionalDouble.empty();
    }
    double age = question.ageYears().get();
    double used =
        covariate.floor().map(f -> f.used(value.getAsDouble(), age)).orElse(value.getAsDouble());
    return OptionalDouble.of(
        RenalFunction.cockcroftGault(
                age, question.weightKg().get(), used, question.sex() == Sex.FEMALE)
            .value());
  }

  private static OptionalDouble at(List<Measured> measured, double time, double factor) {
    if (measured.isEmpty()) {
      return OptionalDouble.empty();
    }
    double value = measured.get(0).value;
    for (Measured one : measured) {
      value = one.at <= time ? one.value : value;
    }
    return OptionalDouble.of(value * factor);
  }

  private String missing(FromChart from) {
    return switch (from.quantity()) {
      case AGE_YEARS -> "the age is not known: record the date of birth";
      case WEIGHT_KG -> "the weight is not known: record the weight in kg before the next dose";
      case HEIGHT_CM -> "the height is not known: record the height in cm";
      case FEMALE -> "the sex is not known: record it";
      case CRCL -> "creatinine clearance is not known: record " + lacksForCrcl();
      case CREATININE_MG_DL, CREATININE_UMOL_L ->
          "creatinine is not known: measure creatinine before the next dose";
      case ALBUMIN -> "albumin is not known: measure albumin with the next level";
      case HAEMATOCRIT -> "haematocrit is not known: measure haematocrit with the next level";
      case GENE -> "the genotype of " + from.of() + " is not known: record it";
      case DIALYSIS, RUNNING, CLEARANCE_LEFT -> words(from) + " is not known: record it";
      default -> words(from) + " is not known: record weight in kg, height in cm and sex";
    };
  }

  private String lacksForCrcl() {
    List<String> lacks = new ArrayList<>();
    if (creatinine.isEmpty()) {
      lacks.add("a creatinine measured before the next dose");
    }
    if (question.weightKg().isEmpty()) {
      lacks.add("the weight in kg");
    }
    if (question.ageYears().isEmpty()) {
      lacks.add("the date of birth");
    }
    if (question.sex() == Sex.UNKNOWN) {
      lacks.add("the sex");
    }
    return String.join(", ", lacks);
  }

  private static String words(FromChart from) {
    String said = from.quantity().said();
    return from.quantity() == Quantity.GENE
        ? "The genotype of " + from.of()
        : Character.toUpperCase(said.charAt(0)) + said.substring(1);
  }
}
