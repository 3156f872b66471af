package org.rxtwin.chart;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The twin's last word on each question. An answer that came late counts only while the question it
 * answers is still the last one asked; a later question makes it history.
 */
final class VerdictFold {
  private static final String TIMED_OUT = "the simulation did not end in time";

  private final Map<String, Word> words = new LinkedHashMap<>();

  /**
   * What stands of one question.
   *
   * @param asked fingerprint of the question; empty where it is not known or not to be relied on
   * @param answered whether the verdict answers it; else it is to be asked again
   */
  private record Word(Optional<String> asked, boolean answered, DoseVerdict verdict) {
    boolean waitsFor(String fingerprint) {
      return !answered && asked.map(fingerprint::equals).orElse(true);
    }
  }

  /** Takes the event if it is the twin's. */
  boolean took(ChartEvent event) {
    if (event instanceof ChartEvent.DoseJudged judged) {
      Optional<String> asked = Optional.of(judged.asked()).filter(each -> !each.isEmpty());
      put(new Word(asked, asked.isPresent(), judged.verdict()));
    } else if (event instanceof ChartEvent.TwinTimedOut late) {
      DoseVerdict cannot = new DoseVerdict.CannotTell(late.questionKey(), TIMED_OUT);
      put(new Word(late.asked(), false, cannot));
    } else if (event instanceof ChartEvent.DoseJudgedLate late) {
      Word before = words.get(late.verdict().questionKey());
      if (before == null || before.waitsFor(late.asked())) {
        put(new Word(Optional.of(late.asked()), true, late.verdict()));
      }
    } else {
      return false;
    }
    return true;
  }

  private void put(Word word) {
    words.put(word.verdict().questionKey(), word);
  }

  Optional<DoseVerdict> findVerdict(String questionKey) {
    return Optional.ofNullable(words.get(questionKey)).map(Word::verdict);
  }

  Optional<String> findAsked(String questionKey) {
    return Optional.ofNullable(words.get(questionKey)).filter(Word::answered).flatMap(Word::asked);
  }
}
