package org.rxtwin.knowledge;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What tells whether a patient is pregnant, and for how long it tells it.
 *
 * @param id slug
 * @param source where it stands
 * @param codes beginnings of ICD-10 codes, {@code system|code}, or LOINC codes
 * @param answers words or codes of the answer that says it; none where the code alone does
 * @param from least value, or least age in years, included
 * @param below value or age under which it holds
 * @param says what it says
 * @param validDays days after which it says nothing any more
 */
public record PregnancySign(
    String id,
    Source source,
    List<String> codes,
    List<String> answers,
    OptionalDouble from,
    OptionalDouble below,
    Says says,
    OptionalInt validDays,
    Provenance provenance)
    implements KnowledgeRow {
  /** Where it stands. */
  public enum Source {
    CONDITION,
    RESULT,
    /** A result that is a date: the day on which the child is due. */
    DUE_DATE,
    AGE
  }

  /** What it says. */
  public enum Says {
    PREGNANT,
    NOT_PREGNANT,
    /** A pregnancy was, and is over. */
    ENDED,
    /** No pregnancy can be: no womb, or after menopause. */
    NOT_POSSIBLE,
    /** The ages at which one can be. */
    POSSIBLE
  }

  public PregnancySign {
    Must.slug("sign", id);
    codes = List.copyOf(codes);
    answers = List.copyOf(answers);
    Must.be(codes.isEmpty() == (source == Source.AGE), "codes", "codes, except for an age", codes);
    Must.be(
        (source == Source.AGE) == (says == Says.POSSIBLE),
        "says",
        "possible for an age only",
        says);
    Must.be(
        source != Source.AGE || (from.isPresent() && below.isPresent()), "from", "two ages", from);
    Must.be(
        source != Source.RESULT || !answers.isEmpty() || from.isPresent() || below.isPresent(),
        "answers",
        "an answer or a value",
        answers);
    Must.be(
        says != Says.NOT_PREGNANT || validDays.isPresent(),
        "valid_days",
        "an end: nobody is not pregnant for ever",
        validDays);
    Must.be(
        says != Says.NOT_POSSIBLE || provenance.confirmed(),
        "evidence",
        "seen: what silences for ever was read",
        "remembered");
  }

  @Override
  public String key() {
    return id;
  }
}
