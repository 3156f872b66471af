package org.rxtwin.twin.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads which doses can be given. */
final class GivingReader {
  private static final List<String> KEYS =
      List.of(
          "step",
          "least",
          "most",
          "most_daily",
          "interval_hours",
          "intervals_hours",
          "route",
          "infusion",
          "active_fraction",
          "most_change",
          "most_raise",
          "loading",
          "source");

  private GivingReader() {}

  static Optional<Giving> read(YamlSection file) {
    if (!file.has("giving")) {
      return Optional.empty();
    }
    YamlSection one = file.section("giving");
    one.allowOnly(KEYS);
    return Optional.of(
        new Giving(
            one.number("step"),
            one.number("least"),
            one.number("most"),
            one.number("most_daily", Double.POSITIVE_INFINITY),
            intervals(one),
            one.text("route", ""),
            infusion(one),
            one.number("active_fraction", 1),
            one.number("most_change", Double.POSITIVE_INFINITY),
            raise(one),
            loading(one),
            one.text("source")));
  }

  private static List<Double> intervals(YamlSection one) {
    if (one.has("interval_hours") && one.has("intervals_hours")) {
      throw new ModelProblem(
          one.at("intervals_hours"), "stands beside interval_hours", "keep one of them");
    }
    if (!one.has("intervals_hours")) {
      return List.of(one.number("interval_hours"));
    }
    List<Double> hours = new ArrayList<>();
    for (Object item : one.list("intervals_hours")) {
      hours.add(YamlSection.number(one.at("intervals_hours"), item));
    }
    return hours;
  }

  private static Optional<InfusionRule> infusion(YamlSection one) {
    if (!one.has("infusion")) {
      return Optional.empty();
    }
    YamlSection rule = one.section("infusion");
    rule.allowOnly(List.of("most_mg_per_hour", "least_hours"));
    return Optional.of(
        new InfusionRule(rule.number("most_mg_per_hour"), rule.number("least_hours")));
  }

  private static Optional<RaiseRule> raise(YamlSection one) {
    if (!one.has("most_raise")) {
      return Optional.empty();
    }
    YamlSection rule = one.section("most_raise");
    rule.allowOnly(List.of("above_daily", "mg_daily"));
    return Optional.of(new RaiseRule(rule.number("above_daily"), rule.number("mg_daily")));
  }

  private static Optional<LoadingRule> loading(YamlSection one) {
    if (!one.has("loading")) {
      return Optional.empty();
    }
    YamlSection rule = one.section("loading");
    rule.allowOnly(List.of("least_mg_per_kg", "most_mg_per_kg", "most", "step"));
    return Optional.of(
        new LoadingRule(
            rule.number("least_mg_per_kg"),
            rule.number("most_mg_per_kg"),
            rule.number("most"),
            rule.number("step")));
  }
}
