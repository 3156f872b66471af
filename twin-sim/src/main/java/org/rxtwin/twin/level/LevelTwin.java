package org.rxtwin.twin.level;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.twin.engine.Body;
import org.rxtwin.twin.engine.Budget;
import org.rxtwin.twin.model.PkPdModel;
import org.rxtwin.twin.model.Target;
import org.rxtwin.twin.question.Silent;

/** Judges a dose by any model file that says what to reach and what can be given. */
public final class LevelTwin {
  private static final int DRAWS = 200;

  /** Equations are followed step by step, which costs more. */
  private static final int DRAWS_OF_EQUATIONS = 100;

  private final PkPdModel model;
  private final Target target;
  private final Exposure exposure;
  private final Optional<String> unusable;

  /**
   * @param model with a target that is an exposure, and giving
   */
  public LevelTwin(PkPdModel model) {
    this.model = model;
    this.target =
        target(model)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "expected a target auc24, trough or average, and giving"));
    this.exposure = Exposure.of(target);
    this.unusable = unusable(model);
  }

  /** Whether this twin can be asked about that model. */
  public static boolean speaksFor(PkPdModel model) {
    return target(model).isPresent() && model.text().giving().isPresent();
  }

  private static Optional<Target> target(PkPdModel model) {
    return model.text().targets().stream().filter(t -> !t.name().equals("inr")).findFirst();
  }

  private static Optional<String> unusable(PkPdModel model) {
    if (!model.text().units().time().equals("h")) {
      return Optional.of("the model file counts time in another unit than h: write it in h");
    }
    try {
      Body.of(model);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(
          "the first output of the model file is no compartment with a scale: put the one judged"
              + " first");
    }
  }

  /** The verdict; every clinical reason not to answer is a {@code CannotTell}. */
  public DoseVerdict judge(DoseQuestion question, long seed, Budget budget) {
    try {
      unusable.ifPresent(
          why -> {
            throw new Silent(why);
          });
      LevelCase patient = new LevelCase(model, question);
      FittedLevels fitted = new FittedLevels(patient, budget);
      fitted.explainsLast();
      List<double[]> draws =
          fitted.draws(seed, model.structure().linear() ? DRAWS : DRAWS_OF_EQUATIONS);
      LevelForecast forecast = new LevelForecast(patient, fitted, target, draws, budget);
      return new LevelJudgement(patient, forecast, target, exposure, seed).verdict();
    } catch (Silent e) {
      return new DoseVerdict.CannotTell(question.key(), e.why());
    }
  }
}
