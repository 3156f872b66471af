package org.rxtwin.hl7.reader;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.hl7.value.DoseAmount;
import org.rxtwin.hl7.value.DoseUnits;
import org.rxtwin.hl7.value.DoseUnits.Measure;
import org.rxtwin.quantity.Dose;

/**
 * The most of a drug that instructions allow in a day: {@code max 4 g/24 h}. Beside a dose as
 * needed it tells how many there may be.
 */
final class DailyCeiling {
  private static final Pattern CEILING =
      Pattern.compile(
          "(?:\\bmax(?:imum|imal|\\.)?|\\bnte|\\bnot? (?:to )?exceed|\\bno more than|h\u00f6chstens)"
              + "(?: of| dose)?:? ?(\\d{1,6}(?:[.,]\\d{1,2})?) ?([a-z\u00b5\u03bc]{1,12})"
              + " ?(?:/|\\b(?:per|in|a|par|pro|por|al)\\b) ?(?:24 ?(?:h|hrs?|hours|std)|d|day|tag|jour"
              + "|d\u00eda|giorno)\\b");

  private DailyCeiling() {}

  /** How many doses a day it allows; empty where none is told, or in another unit than the dose. */
  static Optional<Double> doses(String instructions, DoseRange dose, Map<String, String> units) {
    Matcher told = CEILING.matcher(instructions.toLowerCase(Locale.ROOT));
    Optional<Dose> one = dose.most().or(dose::least);
    if (one.isEmpty() || !told.find()) {
      return Optional.empty();
    }
    Optional<Measure> measure =
        DoseUnits.find(told.group(2), units).filter(each -> each.unit() == one.get().unit());
    return DoseAmount.find(told.group(1))
        .filter(each -> !each.thousands())
        .flatMap(each -> measure.map(unit -> each.least() * unit.factor()))
        .map(total -> Math.floor(total / one.get().amount() + 1e-9))
        .filter(doses -> doses >= 1);
  }
}
