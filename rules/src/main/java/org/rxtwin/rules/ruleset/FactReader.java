package org.rxtwin.rules.ruleset;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/**
 * Makes a fact of the words of a case: {@code fact: DoseFact, ordered: 5000, ...}. Texts that are
 * left out are empty, numbers unknown, questions answered no; enum words must be given.
 */
final class FactReader {
  private final String file;

  FactReader(String file) {
    this.file = file;
  }

  ScreeningFact read(Map<String, Object> words) {
    String name = String.valueOf(words.get("fact"));
    FactType type =
        FactType.find(name)
            .orElseThrow(
                () -> refused("fact: one of " + FactType.names(), "'" + name + "'", "a slip."));
    for (String each : words.keySet()) {
      if (!each.equals("fact") && !type.components().containsKey(each)) {
        throw refused("a component of " + name, "'" + each + "'", "it is misspelt.");
      }
    }
    RecordComponent[] components = type.type().getRecordComponents();
    Object[] arguments =
        Arrays.stream(components).map(each -> argument(each, words)).toArray(Object[]::new);
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.type().getDeclaredConstructor(types);
      return (ScreeningFact) constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw refused("a fact " + name, e.getClass().getSimpleName(), "a figure is impossible.");
    }
  }

  private Object argument(RecordComponent component, Map<String, Object> words) {
    Class<?> type = component.getType();
    if (type == Grounds.class) {
      return Grounds.ofCase();
    }
    Object word = words.get(component.getName());
    if (word == null || (word.equals("unknown") && type == double.class)) {
      return absent(component);
    }
    if (type == String.class) {
      return word.toString();
    }
    if (type == boolean.class && word instanceof Boolean) {
      return word;
    }
    if (type == double.class && word instanceof Number number) {
      return number.doubleValue();
    }
    if (type == int.class && word instanceof Number number) {
      return number.intValue();
    }
    return constant(component, word);
  }

  private Object constant(RecordComponent component, Object word) {
    Object[] all = component.getType().getEnumConstants();
    return Arrays.stream(all == null ? new Object[0] : all)
        .filter(each -> ((Enum<?>) each).name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    component.getName() + " as " + Literal.kind(component.getType()),
                    "'" + word + "'",
                    "it is quoted, or belongs to another component."));
  }

  private Object absent(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == String.class) {
      return "";
    }
    if (type == boolean.class) {
      return false;
    }
    if (type == double.class) {
      return Double.NaN;
    }
    if (type == int.class) {
      return 0;
    }
    throw refused(component.getName(), "nothing", "the word was left out; enums have no default.");
  }

  private RuleRefusedException refused(String expected, String came, String maybe) {
    return new RuleRefusedException(file, 0, expected, came, maybe);
  }
}
