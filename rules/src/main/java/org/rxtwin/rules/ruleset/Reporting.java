package org.rxtwin.rules.ruleset;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.rxtwin.chart.RuleRef;
import org.rxtwin.chart.Tier;
import org.rxtwin.quantity.Figures;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/**
 * What a compiled rule calls: fills title and advice with the figures of the fact, then passes them
 * on. Public because compiled rules live in packages of their own.
 */
public final class Reporting {
  private final List<Reported> reported = new ArrayList<>();

  Reporting() {}

  /** What was reported so far. */
  List<Reported> list() {
    return List.copyOf(reported);
  }

  /** A compiled rule fired. */
  public void fired(
      String rule, String version, Tier tier, String title, String advice, ScreeningFact... facts) {
    ScreeningFact first = facts[0];
    reported.add(
        new Reported(
            new RuleRef(rule, version),
            tier,
            sentence(fill(title, first)),
            sentence(fill(advice, first)),
            List.of(facts)));
  }

  private static String sentence(String text) {
    String said = text.replaceAll(" {2,}", " ");
    return said.isEmpty() ? said : Character.toUpperCase(said.charAt(0)) + said.substring(1);
  }

  private static String fill(String template, ScreeningFact fact) {
    Matcher place = ReportReader.PLACE.matcher(template);
    StringBuilder text = new StringBuilder();
    while (place.find()) {
      place.appendReplacement(text, Matcher.quoteReplacement(word(place.group(1), fact)));
    }
    return place.appendTail(text).toString();
  }

  private static String word(String name, ScreeningFact fact) {
    if (name.equals("advice")) {
      return fact.grounds().advice().text();
    }
    for (RecordComponent each : fact.getClass().getRecordComponents()) {
      if (each.getName().equals(name)) {
        return text(component(each, fact));
      }
    }
    throw new IllegalStateException(
        "expected a component of the fact, came " + name + "\nMaybe an old set was loaded.");
  }

  private static Object component(RecordComponent component, ScreeningFact fact) {
    try {
      return component.getAccessor().invoke(fact);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(component.getName() + " could not be read", e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(component.getName() + " could not be read", e);
    }
  }

  private static String text(Object value) {
    if (value instanceof Double number) {
      return Figures.rounded(number, 2);
    }
    return value instanceof Enum<?> word
        ? word.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        : String.valueOf(value);
  }
}
