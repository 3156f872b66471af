package org.rxtwin.twin.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a model must be told of the patient, and which values it can be fitted to. */
final class CovariateReader {
  private CovariateReader() {}

  static List<Covariate> covariates(YamlSection file) {
    List<Covariate> covariates = new ArrayList<>();
    for (Object item : file.list("covariates")) {
      covariates.add(
          item instanceof Map<?, ?>
              ? covariate(YamlSection.of("covariates", item))
              : new Covariate(String.valueOf(item), null, ""));
    }
    return covariates;
  }

  private static Covariate covariate(YamlSection one) {
    one.allowOnly(
        List.of("name", "default", "typical", "said", "describe", "from", "creatinine_floor"));
    if (one.has("default") && one.has("typical")) {
      throw new ModelProblem(one.at("typical"), "stands beside default", "keep one of them");
    }
    return new Covariate(
        one.text("name"),
        otherwise(one),
        one.text("describe", ""),
        one.has("from")
            ? Optional.of(FromChart.read(one.at("from"), one.text("from")))
            : Optional.empty(),
        floor(one),
        one.text("said", ""));
  }

  private static @Nullable Double otherwise(YamlSection one) {
    if (one.has("default")) {
      return one.number("default");
    }
    return one.has("typical") ? one.number("typical") : null;
  }

  private static Optional<CreatinineFloor> floor(YamlSection one) {
    if (!one.has("creatinine_floor")) {
      return Optional.empty();
    }
    YamlSection floor = one.section("creatinine_floor");
    floor.allowOnly(List.of("mg_per_dl", "above_age"));
    return Optional.of(new CreatinineFloor(floor.number("mg_per_dl"), floor.number("above_age")));
  }

  static List<LevelUse> levels(YamlSection file) {
    List<LevelUse> levels = new ArrayList<>();
    for (Object item : file.list("levels")) {
      YamlSection one = YamlSection.of("levels", item);
      one.allowOnly(List.of("analyte", "output", "not_before_hours", "required"));
      levels.add(
          new LevelUse(
              one.text("analyte"),
              one.text("output", ""),
              one.number("not_before_hours", 0),
              one.flag("required")));
    }
    return levels;
  }
}
