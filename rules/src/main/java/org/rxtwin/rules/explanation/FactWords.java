package org.rxtwin.rules.explanation;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/** A fact in the words a rule may use of it. */
public final class FactWords {
  private FactWords() {}

  /** All its components with their values; texts that are empty are left out. */
  public static String of(ScreeningFact fact) {
    List<String> words = new ArrayList<>();
    for (RecordComponent each : fact.getClass().getRecordComponents()) {
      if (each.getType() != Grounds.class) {
        String value = Components.known(() -> Components.value(fact, each.getName()));
        if (!value.isEmpty()) {
          words.add(each.getName() + " " + value);
        }
      }
    }
    return String.join(", ", words);
  }
}
