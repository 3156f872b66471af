package org.rxtwin.twin.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the part of a model file that is not arithmetic. */
final class ModelTextReader {
  private ModelTextReader() {}

  static ModelText read(YamlSection file) {
    YamlSection population = file.section("population");
    population.allowOnly(List.of("n", "describe"));
    return new ModelText(
        file.text("model"),
        file.text("version", "1"),
        file.text("drug"),
        file.flag("confirmed"),
        source(file),
        population.text("describe"),
        (int) population.number("n"),
        domain(file),
        units(file.section("units")),
        covariates(file),
        targets(file),
        giving(file),
        texts(file, "notes"),
        texts(file, "proof"));
  }

  private static Source source(YamlSection file) {
    YamlSection source = file.section("source");
    source.allowOnly(List.of("citation", "doi", "table"));
    return new Source(source.text("citation"), source.text("doi", ""), source.text("table", ""));
  }

  private static Units units(YamlSection units) {
    units.allowOnly(List.of("amount", "time", "volume", "concentration"));
    return new Units(
        units.text("amount"),
        units.text("time"),
        units.text("volume"),
        units.text("concentration"));
  }

  private static List<String> texts(YamlSection file, String key) {
    List<String> texts = new ArrayList<>();
    file.list(key).forEach(t -> texts.add(String.valueOf(t)));
    return texts;
  }

  private static List<Covariate> covariates(YamlSection file) {
    List<Covariate> covariates = new ArrayList<>();
    for (Object item : file.list("covariates")) {
      if (item instanceof Map<?, ?>) {
        YamlSection one = YamlSection.of("covariates", item);
        one.allowOnly(List.of("name", "default", "describe"));
        covariates.add(
            new Covariate(
                one.text("name"),
                one.has("default") ? one.number("default") : null,
                one.text("describe", "")));
      } else {
        covariates.add(new Covariate(String.valueOf(item), null, ""));
      }
    }
    return covariates;
  }

  private static Domain domain(YamlSection file) {
    Map<String, Domain.Limits> limits = new LinkedHashMap<>();
    if (file.has("domain")) {
      YamlSection domain = file.section("domain");
      for (String quantity : domain.entries().keySet()) {
        String where = domain.at(quantity);
        if (domain.get(quantity) instanceof List<?> both) {
          Range range = range(where, both);
          limits.put(quantity, new Domain.Limits(range, range));
        } else {
          YamlSection split = domain.section(quantity);
          split.allowOnly(List.of("hard", "soft"));
          Range hard = range(split.at("hard"), split.list("hard"));
          Range soft = range(split.at("soft"), split.list("soft"));
          if (!hard.contains(soft.low()) || !hard.contains(soft.high())) {
            throw new ModelProblem(
                split.at("soft"), "expected a range inside hard", "exchange hard and soft");
          }
          limits.put(quantity, new Domain.Limits(hard, soft));
        }
      }
    }
    return new Domain(limits);
  }

  private static Range range(String where, List<?> ends) {
    if (ends.size() != 2) {
      throw new ModelProblem(where, "expected [low, high]", "write two numbers");
    }
    double low = YamlSection.number(where, ends.get(0));
    double high = YamlSection.number(where, ends.get(1));
    if (low > high) {
      throw new ModelProblem(where, "low is above high", "exchange them");
    }
    return new Range(low, high);
  }

  private static List<Target> targets(YamlSection file) {
    List<Target> targets = new ArrayList<>();
    for (Object item : file.list("targets")) {
      YamlSection one = YamlSection.of("targets", item);
      one.allowOnly(
          List.of(
              "name",
              "low",
              "high",
              "unit",
              "toxic_above",
              "max_p_toxic",
              "max_p_low",
              "confirmed",
              "source"));
      targets.add(
          new Target(
              one.text("name"),
              one.number("low"),
              one.number("high"),
              one.text("unit"),
              one.number("toxic_above"),
              one.number("max_p_toxic"),
              one.number("max_p_low"),
              one.flag("confirmed"),
              one.text("source")));
    }
    return targets;
  }

  private static Optional<Giving> giving(YamlSection file) {
    if (!file.has("giving")) {
      return Optional.empty();
    }
    YamlSection one = file.section("giving");
    one.allowOnly(
        List.of(
            "step", "least", "most", "interval_hours", "active_fraction", "most_change", "source"));
    return Optional.of(
        new Giving(
            one.number("step"),
            one.number("least"),
            one.number("most"),
            one.number("interval_hours"),
            one.number("active_fraction", 1),
            one.number("most_change", Double.POSITIVE_INFINITY),
            one.text("source")));
  }
}
