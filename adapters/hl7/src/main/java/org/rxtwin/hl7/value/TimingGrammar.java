package org.rxtwin.hl7.value;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sentence of {@link TimingScanner} clause by clause. A sentence of which one word fits no
 * clause tells nothing.
 */
final class TimingGrammar {
  private static final String N = "(\\d{1,6}(?:\\.\\d{1,4})?)";
  private static final String I = "(\\d{1,3})";
  private static final String UNIT = "([SMHDWLY])";
  private static final String PER = "(?:ON )?(?:/ ?|Q )";
  private static final String MOMENT = "(Q(?:AM|NN|PM|HS)|[API]C[MDV]|C[MDV])";

  /** One way to say something, and what it says. */
  private record Clause(Pattern pattern, BiConsumer<Matcher, TimingTold> says) {}

  private static final List<Clause> CLAUSES =
      List.of(
          clause(I + " TIMES " + PER + "24 H", (m, told) -> told.count(m.group(1), "D")),
          clause(I + " TIMES " + PER + "([DWLY])", (m, told) -> told.count(m.group(1), m.group(2))),
          clause(
              I + " (?:-|TO) " + I + " TIMES " + PER + "([DWLY])",
              (m, told) -> told.countRange(m.group(1), m.group(2), m.group(3))),
          clause(
              "(?:/ ?|1 |Q )([DWLY]) " + I + " TIMES",
              (m, told) -> told.count(m.group(2), m.group(1))),
          clause("1 TIMES Q " + MOMENT, (m, told) -> told.moment(m.group(1))),
          clause(
              "1 TIMES (?:/ |Q )+" + I + " " + UNIT,
              (m, told) -> told.every(m.group(1), m.group(2))),
          clause(
              "1 TIMES (?:ON |/ |IN |Q )+" + I + " ([DWLY])",
              (m, told) -> told.every(m.group(1), m.group(2))),
          clause(
              "MAX " + I + "(?: (?:DOSES|TIMES))? (?:" + PER + "D|" + PER + "(?:24 H|1 D))",
              (m, told) -> told.most(m.group(1))),
          clause("MAX Q " + I + " " + UNIT, (m, told) -> told.apart(m.group(1), m.group(2))),
          clause(
              "(?:MIN )?" + I + " " + UNIT + " APART",
              (m, told) -> told.apart(m.group(1), m.group(2))),
          clause("APART " + I + " " + UNIT, (m, told) -> told.apart(m.group(1), m.group(2))),
          clause(
              "Q " + I + " (?:-|TO) " + I + " " + UNIT,
              (m, told) -> told.everyRange(m.group(1), m.group(2), m.group(3))),
          clause(
              "Q " + I + "(?: ORD)? " + UNIT + "(?: 1 TIMES| 1 DOSES)?",
              (m, told) -> told.every(m.group(1), m.group(2))),
          clause(I + " H 1 TIMES", (m, told) -> told.every(m.group(1), "H")),
          clause("Q ([HDWLY])", (m, told) -> told.every("1", m.group(1))),
          clause(I + "(?: -)? HLY", (m, told) -> told.every(m.group(1), "H")),
          clause("(?:Q )?HLY", (m, told) -> told.every("1", "H")),
          clause(
              "(?:DE " + I + " EM |(?:Q )?" + I + " / )" + I + " " + UNIT, TimingGrammar::fromTo),
          clause("/ ?([DWLY])(?! EXCEPT)", (m, told) -> told.count("1", m.group(1))),
          clause(
              "(?:(?:AND |, )?1 / 2|(?:AND |, )?" + N + "(?: (?:-|TO) " + N + ")?) =(\\w+)",
              TimingGrammar::amount),
          clause(
              "(AND |, )?(?:ON |Q )*(?:" + I + " [MH] )?" + MOMENT,
              (m, told) -> told.moment(m.group(3), joiner(m.group(1)))),
          clause(
              "(?:ON |Q )*J([1-7]) TO J([1-7])",
              (m, told) -> told.dayRange(m.group(1), m.group(2))),
          clause(
              "(?:/D )?EXCEPT((?:(?: ,| AND| ON)* J[1-7])+)",
              (m, told) -> told.daysExcept(m.group(1))),
          clause(
              "Q " + I + "(?: ORD)? (J[1-7])",
              (m, told) -> {
                told.every(m.group(1), "W");
                told.days(m.group(2));
              }),
          clause(
              "(?:ON |Q |/W )*(J[1-7](?:(?: [,/]| AND| ON)* J[1-7])*|J[1-7](?: - J[1-7]){2,})",
              (m, told) -> told.days(m.group(1))),
          clause("(?:ON |AND )*@(\\d{4})", (m, told) -> told.at(m.group(1))),
          clause("(ON |AND )*((?:[01]\\d|2[0-4])[0-5]\\d)", TimingGrammar::bareTime),
          clause(
              "PRN(?: (?:(?:FOR|AND|ON|TO|Q)(?= (?:\\?|CMP))|CMP \\d+(?:\\.\\d+)?(?: \\?)?|\\?))*",
              (m, told) -> told.needed(m.group().contains("?"))),
          clause(
              "(?:FOR |TIMES )" + I + " ([MHDWL])(?: LONG)?",
              (m, told) -> told.lasts(m.group(1), m.group(2))),
          clause(I + " ([MHDWL]) LONG", (m, told) -> told.lasts(m.group(1), m.group(2))),
          clause("(?:FOR |TIMES )?" + I + " DOSES", (m, told) -> told.doses(m.group(1))),
          clause("(?:STAT )?(?:ONCE|1 TIMES|TIMES 1)", (m, told) -> told.once()),
          clause("STAT", (m, told) -> told.stat()),
          clause("C", (m, told) -> told.continuous()),
          clause(
              "(?:ON |Q )*(?:" + I + " [MH] )?([APC]C)(?: \\d{1,3} [MH])?",
              (m, told) -> told.meals(m.group(2))),
          clause("TAKE|ON|,|IC", (m, told) -> {}));

  private TimingGrammar() {}

  /** What a sentence tells; empty where a part of it is not understood. */
  static Optional<TimingTold> read(String sentence) {
    TimingTold told = new TimingTold();
    int at = 0;
    while (at < sentence.length()) {
      int end = clauseAt(sentence, at, told);
      if (end < 0) {
        return Optional.empty();
      }
      at = end + 1;
    }
    return Optional.of(told);
  }

  private static int clauseAt(String sentence, int at, TimingTold told) {
    for (Clause each : CLAUSES) {
      Matcher matcher = each.pattern().matcher(sentence).region(at, sentence.length());
      if (matcher.lookingAt()) {
        each.says().accept(matcher, told);
        return matcher.end();
      }
    }
    return -1;
  }

  private static Clause clause(String words, BiConsumer<Matcher, TimingTold> says) {
    return new Clause(Pattern.compile("(?:" + words + ")(?= |$)"), says);
  }

  private static String joiner(@Nullable String found) {
    return found == null ? "" : found.strip();
  }

  /** {@code de 8 em 8 horas}, {@code 8/8 h}: the same number twice, else it is something else. */
  private static void fromTo(Matcher m, TimingTold told) {
    String first = Optional.ofNullable(m.group(1)).orElse(m.group(2));
    if (first.equals(m.group(3))) {
      told.every(m.group(3), m.group(4));
    } else {
      told.contradict();
    }
  }

  private static void amount(Matcher m, TimingTold told) {
    String least = Optional.ofNullable(m.group(1)).orElse("0.5");
    told.amount(least, Optional.ofNullable(m.group(2)).orElse(least), m.group(3));
  }

  /**
   * Four figures alone may be an amount: a time only after a word or another time, or from zero.
   */
  private static void bareTime(Matcher m, TimingTold told) {
    if (m.group(1) != null || m.group(2).startsWith("0") || told.tellsTimes()) {
      told.at(m.group(2));
    } else {
      told.contradict();
    }
  }
}
