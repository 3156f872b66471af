package org.rxtwin.hl7.value;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
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

  private static final List<TimingClause> CLAUSES =
      List.of(
          TimingClause.of(
              I + " TIMES " + PER + "24 H", (m, told) -> told.rate().count(m.group(1), "D")),
          TimingClause.of(
              I + " TIMES " + PER + "([DWLY])",
              (m, told) -> told.rate().count(m.group(1), m.group(2))),
          TimingClause.of(
              I + " (?:-|TO) " + I + " TIMES " + PER + "([DWLY])",
              (m, told) -> told.rate().countRange(m.group(1), m.group(2), m.group(3))),
          TimingClause.of(
              "(?:/ ?|1 |Q )([DWLY]) " + I + " TIMES",
              (m, told) -> told.rate().count(m.group(2), m.group(1))),
          TimingClause.of("1 TIMES Q " + MOMENT, (m, told) -> told.moment(m.group(1))),
          TimingClause.of(
              "1 TIMES (?:/ |Q )+" + I + " " + UNIT,
              (m, told) -> told.rate().every(m.group(1), m.group(2))),
          TimingClause.of(
              "1 TIMES (?:ON |/ |IN |Q )+" + I + " ([DWLY])",
              (m, told) -> told.rate().every(m.group(1), m.group(2))),
          TimingClause.of(
              "MAX " + I + "(?: (?:DOSES|TIMES))? (?:" + PER + "D|" + PER + "(?:24 H|1 D))",
              (m, told) -> told.most(m.group(1))),
          TimingClause.of(
              "MAX Q " + I + " " + UNIT, (m, told) -> told.apart(m.group(1), m.group(2))),
          TimingClause.of(
              "(?:MIN )?" + I + " " + UNIT + " APART",
              (m, told) -> told.apart(m.group(1), m.group(2))),
          TimingClause.of(
              "APART " + I + " " + UNIT, (m, told) -> told.apart(m.group(1), m.group(2))),
          TimingClause.of(
              "Q " + I + " (?:-|TO) " + I + " " + UNIT,
              (m, told) -> told.rate().everyRange(m.group(1), m.group(2), m.group(3))),
          TimingClause.of(
              "Q (?!1 ORD)" + I + "(?: ORD)? " + UNIT + "(?: 1 TIMES| 1 DOSES)?",
              (m, told) -> told.rate().every(m.group(1), m.group(2))),
          TimingClause.of(I + " H 1 TIMES", (m, told) -> told.rate().every(m.group(1), "H")),
          TimingClause.of("Q ([HDWLY])", (m, told) -> told.rate().every("1", m.group(1))),
          TimingClause.of(I + "(?: -)? HLY", (m, told) -> told.rate().every(m.group(1), "H")),
          TimingClause.of("(?:Q )?HLY", (m, told) -> told.rate().every("1", "H")),
          TimingClause.of(
              "(?:DE " + I + " EM |(?:Q )?" + I + " / )" + I + " " + UNIT, TimingGrammar::fromTo),
          TimingClause.of(
              "/ ?([DWLY])(?! EXCEPT)", (m, told) -> told.rate().count("1", m.group(1))),
          TimingClause.of(
              "(AND |[,(] )?(?:1 / 2|" + N + "(?: (?:-|TO) " + N + ")?) =(\\w+)",
              TimingGrammar::amount),
          TimingClause.of(
              "(AND |[,(] )?((?:ON |Q )*)(?:" + I + " [MH] )?" + MOMENT,
              (m, told) -> told.moment(m.group(4), listed(m.group(1)), !m.group(2).isEmpty())),
          TimingClause.of(
              "(?:ON |Q )*J([1-7]) TO J([1-7])",
              (m, told) -> told.dayRange(m.group(1), m.group(2))),
          TimingClause.of(
              "(?:/D )?EXCEPT((?:(?: ,| AND| ON)* J[1-7])+)",
              (m, told) -> told.daysExcept(m.group(1))),
          TimingClause.of("Q " + I + "( ORD)? (J[1-7])", TimingGrammar::everyFewWeeks),
          TimingClause.of(
              "(?:ON |Q |/W )*(J[1-7](?:(?: [,/]| AND| ON)* J[1-7])*|J[1-7](?: - J[1-7]){2,})",
              (m, told) -> told.days(m.group(1))),
          TimingClause.of("(?:ON |AND )*@(\\d{4})", (m, told) -> told.rate().at(m.group(1))),
          TimingClause.of("(ON |AND )*((?:[01]\\d|2[0-4])[0-5]\\d)", TimingGrammar::bareTime),
          TimingClause.of(
              "PRN(?: (?:(?:FOR|AND|ON|TO|Q)(?= (?:\\?|CMP|NOT \\?))|CMP \\d+(?:\\.\\d+)?(?: \\?)?"
                  + "|(?:NOT|WATCH)(?= \\?|$)|\\?))*"
                  + "((?<=\\?) FOR \\d{1,3} [MHDWL])?",
              (m, told) -> told.needed(m.group().contains("?"))),
          TimingClause.of(
              "(?:FOR |TIMES )" + I + " ([MHDWL])(?: LONG)?",
              (m, told) -> told.lasts(m.group(1), m.group(2))),
          TimingClause.of(I + " ([MHDWL]) LONG", (m, told) -> told.lasts(m.group(1), m.group(2))),
          TimingClause.of("(?:FOR |TIMES )?" + I + " DOSES", (m, told) -> told.doses(m.group(1))),
          TimingClause.of("(?:STAT )?(?:ONCE|1 TIMES|TIMES 1)", (m, told) -> told.once()),
          TimingClause.of("STAT", (m, told) -> told.stat()),
          TimingClause.of("C", (m, told) -> told.continuous()),
          TimingClause.of(
              "(AND |[,(] )?(?:ON |Q )*(?:" + I + " [MH] )?([APC]C)(?: \\d{1,3} [MH])?",
              (m, told) -> told.meals(m.group(3), listed(m.group(1)))),
          TimingClause.of("TAKE|ON|,|\\(|\\)|IC", (m, told) -> {}));

  private static final List<List<TimingClause>> BY_FIRST = TimingClause.byFirst(CLAUSES);

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

  /** Where the clause ends that begins at that place, and is told; negative where none does. */
  static int clauseAt(String sentence, int at, TimingTold told) {
    for (TimingClause each : BY_FIRST.get(sentence.charAt(at))) {
      Matcher matcher = each.pattern().matcher(sentence).region(at, sentence.length());
      if (matcher.lookingAt()) {
        each.says().accept(matcher, told);
        return matcher.end();
      }
    }
    return -1;
  }

  /** What stands in brackets is told by another name, not added. */
  private static String listed(@Nullable String found) {
    return joiner(found).replace("(", "");
  }

  private static String joiner(@Nullable String found) {
    return found == null ? "" : found.strip();
  }

  /** {@code de 8 em 8 horas}, {@code 8/8 h}: the same number twice, else it is something else. */
  private static void fromTo(Matcher m, TimingTold told) {
    String first = Optional.ofNullable(m.group(1)).orElse(m.group(2));
    if (first.equals(m.group(3))) {
      told.rate().every(m.group(3), m.group(4));
    } else {
      told.contradict();
    }
  }

  /** "Every third Friday" is that of the month to many; only "every second" is said of weeks. */
  private static void everyFewWeeks(Matcher m, TimingTold told) {
    boolean ordinal = m.group(2) != null;
    if (ordinal && !m.group(1).equals("2")) {
      told.contradict();
    } else {
      told.rate().every(m.group(1), "W");
      told.days(m.group(3));
    }
  }

  private static void amount(Matcher m, TimingTold told) {
    String least = Optional.ofNullable(m.group(2)).orElse("0.5");
    String most = Optional.ofNullable(m.group(3)).orElse(least);
    told.amount(least, most, m.group(4), joiner(m.group(1)));
  }

  /**
   * Four figures alone may be an amount: a time only after a word or another time, or from zero.
   */
  private static void bareTime(Matcher m, TimingTold told) {
    if (m.group(1) != null || m.group(2).startsWith("0") || told.rate().tellsTimes()) {
      told.rate().at(m.group(2));
    } else {
      told.contradict();
    }
  }
}
