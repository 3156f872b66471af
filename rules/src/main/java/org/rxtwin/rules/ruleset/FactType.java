package org.rxtwin.rules.ruleset;

import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/**
 * A kind of fact a rule may ask about.
 *
 * @param type the record
 * @param components the words a rule may use of it, with their types
 */
public record FactType(Class<?> type, Map<String, Class<?>> components) {
  private static final Map<String, FactType> TYPES = types();
  private static final Map<String, Class<?>> ENUMS = enums();

  public FactType {
    components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
  }

  /** The word rules use for it. */
  public String name() {
    return type.getSimpleName();
  }

  static Optional<FactType> find(String name) {
    return Optional.ofNullable(TYPES.get(name));
  }

  static List<String> names() {
    return List.copyOf(TYPES.keySet());
  }

  static Optional<Class<?>> findEnum(String name) {
    return Optional.ofNullable(ENUMS.get(name));
  }

  /** Class names that an import may name. */
  static boolean importable(String target) {
    return target.equals(ScreeningFact.class.getPackageName() + ".*")
        || TYPES.values().stream().anyMatch(each -> each.type().getName().equals(target))
        || ENUMS.values().stream().anyMatch(each -> target.equals(each.getCanonicalName()));
  }

  /** Changes when the vocabulary of rules changes: compiled sets of another one do not fit. */
  static String fingerprint() {
    StringBuilder words = new StringBuilder();
    TYPES.forEach((name, type) -> words.append(name).append(type.components()).append('\n'));
    ENUMS.forEach(
        (name, type) -> words.append(name).append(List.of(type.getEnumConstants())).append('\n'));
    return words.toString();
  }

  private static Map<String, FactType> types() {
    Map<String, FactType> all = new TreeMap<>();
    for (Class<?> type : ScreeningFact.class.getPermittedSubclasses()) {
      Map<String, Class<?>> components = new LinkedHashMap<>();
      for (RecordComponent each : type.getRecordComponents()) {
        if (each.getType() != Grounds.class) {
          components.put(each.getName(), each.getType());
        }
      }
      all.put(type.getSimpleName(), new FactType(type, components));
    }
    return Collections.unmodifiableMap(all);
  }

  private static Map<String, Class<?>> enums() {
    Map<String, Class<?>> all = new TreeMap<>();
    all.put("Tier", org.rxtwin.chart.Tier.class);
    for (FactType each : TYPES.values()) {
      for (Class<?> component : each.components().values()) {
        if (component.isEnum()) {
          all.put(component.getSimpleName(), component);
        }
      }
    }
    return Collections.unmodifiableMap(all);
  }
}
