package org.rxtwin.app.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One key of {@code rxtwin.yaml}.
 *
 * @param name sections joined by dots, {@code mllp.maxFrame}
 * @param unset what is printed where nothing is set
 * @param whenUnset what is used where nothing is set
 * @param expected what a value must be, for the message
 * @param reading text to value, empty where the text is not as expected
 * @param meaning what it is for
 */
record SettingKey<T>(
    String name,
    String unset,
    T whenUnset,
    String expected,
    Function<String, Optional<T>> reading,
    String meaning) {

  /** {@code RXTWIN_MLLP_MAX_FRAME} for {@code mllp.maxFrame}. */
  String variable() {
    return "RXTWIN_"
        + name.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  static SettingKey<Integer> whole(String name, int unset, int least, int most, String meaning) {
    return new SettingKey<>(
        name,
        Integer.toString(unset),
        unset,
        "a whole number from " + least + " to " + most,
        text -> integer(text).filter(n -> n >= least && n <= most),
        meaning);
  }

  static SettingKey<String> text(
      String name, String unset, String expected, String pattern, String meaning) {
    return new SettingKey<>(
        name, unset, unset, expected, t -> Optional.of(t).filter(v -> v.matches(pattern)), meaning);
  }

  static SettingKey<Optional<String>> optional(
      String name, String expected, String pattern, String meaning) {
    return new SettingKey<>(
        name,
        "",
        Optional.empty(),
        expected,
        t -> t.matches(pattern) ? Optional.of(Optional.of(t)) : Optional.empty(),
        meaning);
  }

  static SettingKey<Boolean> yesOrNo(String name, boolean unset, String meaning) {
    return new SettingKey<>(
        name,
        Boolean.toString(unset),
        unset,
        "true or false",
        t -> Optional.of(t).filter(v -> v.matches("true|false")).map(Boolean::valueOf),
        meaning);
  }

  private static Optional<Integer> integer(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
