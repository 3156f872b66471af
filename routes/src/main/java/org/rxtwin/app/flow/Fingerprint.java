package org.rxtwin.app.flow;

import java.util.ArrayList;
import java.util.List;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.KeyedHash;

/**
 * What a dose question hangs on besides the passing of time. The same fingerprint means that
 * nothing has happened since which the twin could know of; the stored verdict then still stands.
 */
final class Fingerprint {
  private Fingerprint() {}

  static String of(DoseQuestion question, KeyedHash keys) {
    List<String> parts = new ArrayList<>();
    parts.add("question");
    parts.add(question.key());
    parts.add(question.drug());
    parts.add(question.current().toString());
    parts.add(question.weightKg().toString());
    parts.add(question.heightCm().toString());
    parts.add(question.sex().name());
    parts.add(question.genotypes().toString());
    parts.add(question.levels().toString());
    parts.add(question.perpetrators().toString());
    parts.add(question.incomplete().toString());
    parts.add(question.covariates().toString());
    parts.add(question.kidneyUnsteady().toString());
    parts.add(question.running().toString());
    parts.add(question.doses().stream().filter(each -> each.given()).toList().toString());
    parts.add(amounts(question));
    parts.add(question.unrecorded().toString());
    parts.add(question.ageYears().map(years -> Integer.toString(years.intValue())).orElse(""));
    return keys.of(parts.toArray(String[]::new));
  }

  /** Amounts of assumed doses beside those of the regimen in force: a loading dose, an old dose. */
  private static String amounts(DoseQuestion question) {
    return question.doses().stream()
        .filter(each -> !each.given())
        .map(DoseQuestion.DoseTaken::milligrams)
        .filter(mg -> question.current().map(now -> now.dose().amount() != mg).orElse(true))
        .distinct()
        .sorted()
        .toList()
        .toString();
  }
}
