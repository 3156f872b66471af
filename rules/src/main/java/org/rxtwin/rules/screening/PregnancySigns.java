package org.rxtwin.rules.screening;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.ConditionState;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.ResultState;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.knowledge.DrugText;
import org.rxtwin.knowledge.PregnancySign;
import org.rxtwin.knowledge.PregnancySign.Says;

/** What conditions and results of a chart say of a pregnancy, as far as it still holds. */
final class PregnancySigns {
  private static final List<String> UNITS =
      List.of("", "[iu]/l", "m[iu]/ml", "u/l", "iu/l", "miu/ml");
  private static final int DAYS_PAST_DUE = 14;

  /** ICD-10-CM tells the week: Z3A.10 is the tenth, Z3A.00 one that nobody knows. */
  private static final Pattern WEEK = Pattern.compile("Z3A\\.?([0-9]{2})");

  private final Scene scene;

  PregnancySigns(Scene scene) {
    this.scene = scene;
  }

  List<Pregnancy.Told> list() {
    List<Pregnancy.Told> all = new ArrayList<>();
    for (PregnancySign sign : scene.knowledge().pregnancy().listSigns()) {
      switch (sign.source()) {
        case CONDITION ->
            scene.chart().conditions().forEach(each -> condition(sign, each).ifPresent(all::add));
        case RESULT ->
            scene.chart().results().forEach(each -> result(sign, each).ifPresent(all::add));
        case DUE_DATE ->
            scene.chart().results().forEach(each -> dueDate(sign, each).ifPresent(all::add));
        case AGE -> {}
      }
    }
    return all;
  }

  /**
   * A birth ends a pregnancy for good: only what it excludes lapses, which {@link Pregnancy} knows.
   */
  private boolean holds(PregnancySign sign, Instant from) {
    return !from.isAfter(scene.at()) && (sign.says() == Says.ENDED || valid(sign, from));
  }

  private boolean valid(PregnancySign sign, Instant from) {
    return (sign.validDays().isEmpty()
        || !from.plus(Duration.ofDays(sign.validDays().getAsInt())).isBefore(scene.at()));
  }

  private Optional<Pregnancy.Told> condition(PregnancySign sign, ConditionState state) {
    Instant from = Diagnoses.since(state).isAfter(scene.at()) ? scene.at() : Diagnoses.since(state);
    List<Coding> codes = state.condition().codes();
    if (!(Diagnoses.coded(codes, sign.codes()) || Diagnoses.inWords(codes, sign.answers()))
        || (Diagnoses.ended(state, scene.at()) && sign.says() != Says.ENDED)
        || !holds(sign, from)) {
      return Optional.empty();
    }
    return Optional.of(
        new Pregnancy.Told(
            sign.says(),
            from,
            Diagnoses.reason(state, "diagnosis: " + words(sign.says())),
            lastPeriod(state),
            valid(sign, from) && !Diagnoses.ended(state, scene.at())));
  }

  private static Optional<Instant> lastPeriod(ConditionState state) {
    return state.condition().codes().stream()
        .map(each -> WEEK.matcher(each.code().toUpperCase(Locale.ROOT)))
        .filter(Matcher::matches)
        .map(each -> Integer.parseInt(each.group(1)))
        .filter(weeks -> weeks > 0)
        .findFirst()
        .map(weeks -> Diagnoses.since(state).minus(Duration.ofDays(7L * weeks)));
  }

  private Optional<Pregnancy.Told> result(PregnancySign sign, ResultState state) {
    LabResult result = state.result();
    boolean says = result.value().filter(each -> answers(sign, each)).isPresent();
    boolean early = (result.preliminary() || result.undated()) && sign.says() != Says.PREGNANT;
    Instant from = at(state);
    if (!isOf(sign, result) || !says || early || !holds(sign, from)) {
      return Optional.empty();
    }
    return Optional.of(
        new Pregnancy.Told(
            sign.says(),
            from,
            reason(state, "result: " + words(sign.says())),
            Optional.empty(),
            valid(sign, from)));
  }

  private Optional<Pregnancy.Told> dueDate(PregnancySign sign, ResultState state) {
    if (!isOf(sign, state.result())) {
      return Optional.empty();
    }
    return state
        .result()
        .value()
        .flatMap(PregnancySigns::day)
        .map(due -> due.atStartOfDay(ZoneOffset.UTC).toInstant())
        .filter(due -> !due.plus(Duration.ofDays(DAYS_PAST_DUE)).isBefore(scene.at()))
        .map(
            due ->
                new Pregnancy.Told(
                    sign.says(),
                    at(state),
                    reason(state, "a child is expected on " + due.toString().substring(0, 10)),
                    Optional.of(Pregnancy.lastPeriod(due)),
                    true));
  }

  private Instant at(ResultState state) {
    Instant told = state.at().instant();
    return told.isAfter(scene.at()) ? scene.at() : told;
  }

  private static Optional<LocalDate> day(ResultValue value) {
    String text =
        value instanceof ResultValue.Text words
            ? words.text()
            : value instanceof ResultValue.Coded coded ? coded.coding().text() : "";
    String digits = text.replaceAll("[^0-9]", "");
    if (digits.length() < 8) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(digits.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static boolean isOf(PregnancySign sign, LabResult result) {
    return result.analyte().stream()
        .anyMatch(each -> each.system().equals("LOINC") && sign.codes().contains(each.code()));
  }

  private static boolean answers(PregnancySign sign, ResultValue value) {
    if (value instanceof ResultValue.Numeric number) {
      return sign.answers().isEmpty() && within(sign, number);
    }
    if (value instanceof ResultValue.Coded coded) {
      Coding coding = coded.coding();
      return sign.answers().contains(coding.code())
          || isWord(sign, coding.code())
          || isWord(sign, coding.text());
    }
    return value instanceof ResultValue.Text text && isWord(sign, text.text());
  }

  private static boolean isWord(PregnancySign sign, String text) {
    String said = DrugText.normal(text);
    return !said.isEmpty()
        && sign.answers().stream().anyMatch(each -> DrugText.normal(each).equals(said));
  }

  private static boolean within(PregnancySign sign, ResultValue.Numeric number) {
    boolean less = number.comparator() == ResultValue.Comparator.LESS;
    double value = less ? Math.nextDown(number.value()) : number.value();
    return UNITS.contains(number.unit().toLowerCase(Locale.ROOT))
        && (sign.from().isEmpty() || value >= sign.from().getAsDouble())
        && (sign.below().isEmpty() || value < sign.below().getAsDouble());
  }

  private static Reason reason(ResultState state, String words) {
    return Reason.told("result", words, "", "", state.at(), state.messageId());
  }

  private static String words(Says says) {
    return switch (says) {
      case PREGNANT -> "pregnant";
      case NOT_PREGNANT -> "not pregnant";
      case ENDED -> "a pregnancy that is over";
      case NOT_POSSIBLE -> "no pregnancy is possible";
      case POSSIBLE -> "a pregnancy is possible";
    };
  }
}
