package org.rxtwin.twin;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.twin.engine.Budget;
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
    this.evaluations = evaluations;
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
    if (!question.drug().equals("warfarin") || warfarin.isEmpty()) {
      return cannot(
          question,
          "there is no model of " + question.drug() + ": measure its level or its effect");
    }
    try {
      return warfarin.get().judge(question, seed(question.seed()), new Budget(evaluations, fuse));
    } catch (Budget.BudgetSpent e) {
      return cannot(
          question,
          e.byFuse()
              ? TIMED_OUT
              : "the twin's budget is used up: raise it in the settings, or dose by INR");
    } catch (IllegalArgumentException e) {
      return cannot(
          question,
          "the twin found no course that explains the measurements:"
              + " check the times of doses and INR, and measure INR again");
    }
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
