package org.rxtwin.twin;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.twin.engine.Budget;
import org.rxtwin.twin.level.LevelTwin;
import org.rxtwin.twin.model.ModelLibrary;
import org.rxtwin.twin.model.PkPdModel;
import org.rxtwin.twin.warfarin.WarfarinTwin;

/**
 * Answers dose questions. Pure: the same question and models give the same verdict, bit for bit.
 * Immutable and safe to share between threads.
 */
public final class Twin {
  /** The reason given when the fuse blew; a replay has to obey it. */
  public static final String TIMED_OUT = "the twin timed out";

  /** Work a single question may take unless the settings say otherwise. */
  public static final long USUAL_BUDGET = 20_000;

  private final Optional<WarfarinTwin> warfarin;
  private final Map<String, LevelTwin> byDrug;
  private final long evaluations;

  /** A twin with the given models and the usual budget. */
  public Twin(ModelLibrary models) {
    this(models, USUAL_BUDGET);
  }

  /**
   * @param evaluations work a single question may take, in runs of a patient's course
   */
  public Twin(ModelLibrary models, long evaluations) {
    Optional<PkPdModel> model = models.findForDrug("warfarin");
    this.warfarin = model.map(WarfarinTwin::new);
    this.byDrug = byDrug(models);
    this.evaluations = evaluations;
  }

  /** The first model of each drug that says what to reach and what can be given. */
  private static Map<String, LevelTwin> byDrug(ModelLibrary models) {
    Map<String, LevelTwin> twins = new TreeMap<>();
    for (PkPdModel model : models.list()) {
      if (!model.text().drug().equals("warfarin") && LevelTwin.speaksFor(model)) {
        twins.putIfAbsent(model.text().drug(), new LevelTwin(model));
      }
    }
    return Collections.unmodifiableMap(twins);
  }

  /** The verdict, without a fuse. */
  public DoseVerdict judge(DoseQuestion question) {
    return judge(question, () -> false);
  }

  /**
   * The verdict on the dose in force.
   *
   * @param fuse true once the time for this question is over
   */
  public DoseVerdict judge(DoseQuestion question, BooleanSupplier fuse) {
    try {
      return find(question, new Budget(evaluations, fuse))
          .orElseGet(
              () ->
                  cannot(
                      question,
                      "there is no model of "
                          + question.drug()
                          + ": measure its level or its effect"));
    } catch (Budget.BudgetSpent e) {
      return cannot(
          question,
          e.byFuse()
              ? TIMED_OUT
              : "the twin's budget is used up: raise it in the settings, or dose by "
                  + measured(question));
    } catch (IllegalArgumentException e) {
      return cannot(
          question,
          "the twin found no course that explains the measurements: check the times of doses and "
              + measured(question)
              + ", and measure it again");
    }
  }

  private Optional<DoseVerdict> find(DoseQuestion question, Budget budget) {
    long seed = seed(question.seed());
    if (question.drug().equals("warfarin")) {
      return warfarin.map(twin -> twin.judge(question, seed, budget));
    }
    return Optional.ofNullable(byDrug.get(question.drug()))
        .map(twin -> twin.judge(question, seed, budget));
  }

  private static String measured(DoseQuestion question) {
    return question.drug().equals("warfarin") ? "INR" : "the " + question.drug() + " level";
  }

  private static DoseVerdict cannot(DoseQuestion question, String why) {
    return new DoseVerdict.CannotTell(question.key(), why);
  }

  /** FNV-1a over the text: the same draws for the same chart and event, on any machine. */
  static long seed(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
