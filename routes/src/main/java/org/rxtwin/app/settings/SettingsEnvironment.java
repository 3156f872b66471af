package org.rxtwin.app.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The variables {@code RXTWIN_*}. */
final class SettingsEnvironment {
  private static final String PREFIX = "RXTWIN_";

  /** Read by the launcher and by {@code Home}, not settings. */
  private static final List<String> OTHERS =
      List.of("RXTWIN_HOME", "RXTWIN_CONFIG", "RXTWIN_JAVA_OPTS");

  /** Kubernetes puts these beside every container that can see a service called rxtwin. */
  private static final String SERVICE = "RXTWIN_(SERVICE|PORT)(_.*)?";

  private SettingsEnvironment() {}

  static Map<String, WrittenValue> read(Map<String, String> environment, List<String> problems) {
    Map<String, SettingKey<?>> known =
        SettingKeys.list().stream()
            .collect(Collectors.toMap(SettingKey::variable, Function.identity()));
    Map<String, WrittenValue> entries = new TreeMap<>();
    environment.forEach(
        (variable, text) -> {
          SettingKey<?> key = known.get(variable);
          if (key != null) {
            entries.put(key.name(), new WrittenValue(text, variable));
          } else if (variable.startsWith(PREFIX) && !other(variable)) {
            problems.add(unknown(variable, List.copyOf(known.keySet())));
          }
        });
    return entries;
  }

  private static boolean other(String variable) {
    return OTHERS.contains(variable) || variable.matches(SERVICE);
  }

  private static String unknown(String variable, List<String> known) {
    return variable.equals("RXTWIN_FEEDS")
        ? "RXTWIN_FEEDS: feeds can be set in the file only"
        : variable + " is no setting." + SettingKeys.meant(variable, known);
  }
}
