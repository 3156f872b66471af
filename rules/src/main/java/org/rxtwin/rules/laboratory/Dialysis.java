package org.rxtwin.rules.laboratory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Condition;
import org.rxtwin.chart.ConditionState;

/**
 * Dialysis or filtration on record. ICD-10: N18.6 end-stage kidney disease (in ICD-10-CM the
 * dialysed stage), Z49 care involving dialysis, Z99.2 dependence on dialysis. A patient taken for
 * dialysed by mistake only loses a forecast.
 */
final class Dialysis {
  private static final List<String> CODES = List.of("N186", "Z49", "Z992");
  private static final Pattern CODE_IN_WORDS = Pattern.compile("\\((?i:N18\\.?6|Z49|Z99\\.?2)");
  private static final List<String> WORDS =
      List.of("dialysis", "hemofiltration", "haemofiltration", "crrt");
  private static final List<String> NOT =
      List.of("not on ", "no ", "no longer on ", "without ", "pre", "pre-");

  private static final Duration DIALYSED = Duration.ofDays(90);

  private Dialysis() {}

  static boolean isOnRecord(Chart chart, Instant at) {
    return chart.conditions().stream()
            .map(each -> each.condition())
            .filter(each -> standsAt(each, at))
            .flatMap(each -> each.codes().stream())
            .anyMatch(Dialysis::names)
        || chart.procedures().stream()
            .filter(each -> doneLately(each, at))
            .flatMap(each -> each.condition().codes().stream())
            .anyMatch(each -> names(each) || DialysisCodes.holds(each))
        || chart.orders().stream()
            .filter(each -> each.runsAt(at))
            .flatMap(each -> each.order().indication().stream())
            .anyMatch(Dialysis::named);
  }

  private static boolean standsAt(Condition condition, Instant at) {
    boolean begun =
        condition.since().map(ClinicalTime::instant).map(t -> !t.isAfter(at)).orElse(true);
    boolean ended =
        condition.until().map(ClinicalTime::instant).map(t -> !t.isAfter(at)).orElse(false);
    return begun && !ended;
  }

  /** A dialysis of long ago tells nothing of today: acute failure recovers within three months. */
  private static boolean doneLately(ConditionState procedure, Instant at) {
    Instant done = procedure.condition().since().orElse(procedure.at()).instant();
    return !done.isAfter(at) && !done.plus(DIALYSED).isBefore(at);
  }

  private static boolean names(Coding coding) {
    String code = coding.code().replace(".", "").toUpperCase(Locale.ROOT);
    return CODES.stream().anyMatch(code::startsWith) || named(coding.text());
  }

  /** An order brings its diagnosis as words, the code behind them: {@code (Z99.2)}. */
  private static boolean named(String words) {
    String text = words.toLowerCase(Locale.ROOT);
    return CODE_IN_WORDS.matcher(words).find()
        || WORDS.stream()
            .anyMatch(
                word ->
                    text.contains(word)
                        && NOT.stream().noneMatch(not -> text.contains(not + word)));
  }
}
