package org.rxtwin.twin.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.rxtwin.knowledge.search.NearestName;

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
        notBeside(file),
        units(file.section("units")),
        CovariateReader.covariates(file),
        CovariateReader.levels(file),
        targets(file),
        GivingReader.read(file),
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

  private static Domain domain(YamlSection file) {
    Map<String, Domain.Limits> limits = new LinkedHashMap<>();
    if (file.has("domain")) {
      YamlSection domain = file.section("domain");
      for (String quantity : domain.entries().keySet()) {
        String where = domain.at(quantity);
        checkQuantity(where, quantity);
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

  private static List<NotBeside> notBeside(YamlSection file) {
    List<NotBeside> all = new ArrayList<>();
    for (Object item : file.list("not_beside")) {
      YamlSection one = YamlSection.of("not_beside", item);
      one.allowOnly(List.of("drug", "why"));
      all.add(new NotBeside(one.text("drug"), one.text("why")));
    }
    return all;
  }

  private static void checkQuantity(String where, String quantity) {
    if (!FromChart.domainWords().contains(quantity)) {
      throw new ModelProblem(
          where,
          "unknown quantity '" + quantity + "'",
          NearestName.advice(quantity, FromChart.domainWords()));
    }
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
              "label",
              "on_day",
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
              one.text("label", ""),
              one.has("on_day") ? OptionalDouble.of(one.number("on_day")) : OptionalDouble.empty(),
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
}
