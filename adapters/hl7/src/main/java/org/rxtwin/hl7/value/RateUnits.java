package org.rxtwin.hl7.value;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.hl7.value.DoseUnits.Measure;
import org.rxtwin.quantity.DoseUnit;

/**
 * Units of an amount over time ({@code mL/h}, {@code mcg/min}, {@code mL/24h}) and times an amount
 * is given in ({@code H1}, {@code M30}, {@code 30 min}). Amounts by weight or body surface are no
 * amounts yet: the sender has to work them out.
 */
public final class RateUnits {
  private static final double MILLIS_PER_HOUR = 3_600_000;
  private static final Pattern PER =
      Pattern.compile("(.+?)\\s?(?:/|\\bper\\b)\\s?(\\d{1,3})?\\s?([a-z]+)\\.?");
  private static final Pattern BODY =
      Pattern.compile(".*(?:/|\\bper\\b)\\s?(?:kg|m2|m\u00b2|m\\^2|sqm|qm|\\[?bsa).*");
  private static final Pattern TABLE = Pattern.compile("([SMHDW])(\\d{1,4})");
  private static final Pattern WORDS =
      Pattern.compile("(?:OVER |PER |/)?\\s?(\\d{1,4}(?:\\.\\d{1,2})?)?\\s?([A-Z]+)");

  private RateUnits() {}

  /** What one of these is in an hour; empty where the word is no rate that can be read. */
  public static Optional<Measure> find(String word, Map<String, String> localUnits) {
    String plain = word.strip();
    String written = localUnits.getOrDefault(plain.toLowerCase(Locale.ROOT), plain);
    if (byBody(written)) {
      return Optional.empty();
    }
    Matcher per = PER.matcher(written.toLowerCase(Locale.ROOT));
    if (!per.matches()) {
      return Optional.empty();
    }
    String of = written.substring(0, per.end(1)).strip();
    String count = per.group(2) == null ? "1" : per.group(2);
    Optional<Double> hours = hours(count + " " + per.group(3));
    return DoseUnits.find(of, localUnits)
        .filter(each -> each.unit() != DoseUnit.PIECE)
        .flatMap(each -> hours.map(h -> new Measure(each.unit(), each.factor() / h)));
  }

  /** Whether an amount is told by weight or body surface. */
  public static boolean byBody(String word) {
    return BODY.matcher(word.strip().toLowerCase(Locale.ROOT)).matches();
  }

  /** How many hours a time is that an amount is given in; empty where it cannot be told. */
  public static Optional<Double> hours(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    Matcher table = TABLE.matcher(upper);
    if (table.matches()) {
      return DurationText.find(upper).map(RateUnits::hours).filter(each -> each > 0);
    }
    Matcher words = WORDS.matcher(upper);
    if (!words.matches()) {
      return Optional.empty();
    }
    double count = words.group(1) == null ? 1 : Double.parseDouble(words.group(1));
    return DurationText.find("1 " + words.group(2))
        .map(each -> count * hours(each))
        .filter(each -> each > 0);
  }

  private static double hours(Duration length) {
    return length.toMillis() / MILLIS_PER_HOUR;
  }
}
