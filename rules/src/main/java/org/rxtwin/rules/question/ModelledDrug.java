package org.rxtwin.rules.question;

import java.util.List;
import java.util.Optional;
import org.rxtwin.knowledge.RouteGroup;

/**
 * A drug the twin has a full model of.
 *
 * @param ingredient id in the knowledge base
 * @param moiety form whose clearance the model speaks of, as knowledge rows name it
 * @param levels ids of the analytes the model can be fitted to
 * @param measured the test that shows what the model predicts, as advice names it
 * @param routes routes the model was made for; doses by another one are not known to it
 * @param covariates ids of measured analytes the model goes by
 * @param byKidney whether it forecasts by a formula for a steady kidney function
 * @param steadyKidney whether it speaks for a steady kidney only: it forecasts by it, or what binds
 *     the drug changes with it
 * @param byCompanions whether its model file may name other drugs that run; a drug with a twin of
 *     its own knows them by what they do to its clearance alone
 */
public record ModelledDrug(
    String ingredient,
    String moiety,
    List<String> levels,
    String measured,
    List<RouteGroup> routes,
    List<String> covariates,
    boolean byKidney,
    boolean steadyKidney,
    boolean byCompanions) {
  private static final List<String> CREATININE = List.of("creatinine-mass", "creatinine");

  /** Warfarin: the S-enantiomer carries the effect, the INR shows it. */
  public static final ModelledDrug WARFARIN =
      new ModelledDrug("warfarin", "S-warfarin", List.of("inr"), "INR");

  /** Vancomycin by vein: swallowed it stays in the gut. */
  public static final ModelledDrug VANCOMYCIN =
      new ModelledDrug(
          "vancomycin",
          "vancomycin",
          List.of("vancomycin-level", "vancomycin-trough", "vancomycin-peak"),
          "vancomycin level",
          List.of(RouteGroup.INTRAVENOUS),
          CREATININE,
          true,
          true,
          true);

  /** Digoxin: a third more of it arrives by vein than by mouth, for which the model stands. */
  public static final ModelledDrug DIGOXIN =
      new ModelledDrug(
          "digoxin",
          "digoxin",
          List.of("digoxin-level"),
          "digoxin level",
          List.of(RouteGroup.ORAL),
          CREATININE,
          true,
          true,
          true);

  /**
   * Phenytoin: what saturates its clearance is the drug itself; how much of a level is unbound
   * hangs on albumin and on the kidney.
   */
  public static final ModelledDrug PHENYTOIN =
      new ModelledDrug(
          "phenytoin",
          "phenytoin",
          List.of("phenytoin-level"),
          "phenytoin level",
          List.of(RouteGroup.ORAL, RouteGroup.INTRAVENOUS),
          List.of("creatinine-mass", "creatinine", "albumin"),
          false,
          true,
          true);

  /** Tacrolimus by mouth, measured in whole blood. */
  public static final ModelledDrug TACROLIMUS =
      new ModelledDrug(
          "tacrolimus",
          "tacrolimus",
          List.of("tacrolimus-trough"),
          "tacrolimus trough",
          List.of(RouteGroup.ORAL),
          List.of("creatinine-mass", "creatinine", "albumin", "haematocrit"),
          false,
          false,
          true);

  /** The drugs that have a model. */
  public static final List<ModelledDrug> ALL =
      List.of(WARFARIN, VANCOMYCIN, DIGOXIN, PHENYTOIN, TACROLIMUS);

  public ModelledDrug {
    levels = List.copyOf(levels);
    routes = List.copyOf(routes);
    covariates = List.copyOf(covariates);
  }

  /** A drug whose model goes by nothing measured, by no other drug, and stands for every route. */
  public ModelledDrug(String ingredient, String moiety, List<String> levels, String measured) {
    this(
        ingredient,
        moiety,
        levels,
        measured,
        List.of(RouteGroup.ANY),
        List.of(),
        false,
        false,
        false);
  }

  /** The modelled drug of that ingredient, where there is one. */
  public static Optional<ModelledDrug> find(String ingredient) {
    return ALL.stream().filter(each -> each.ingredient().equals(ingredient)).findFirst();
  }

  /** The test that shows what the model of this ingredient predicts, where there is one. */
  public static Optional<String> measuredBy(String ingredient) {
    return find(ingredient).map(ModelledDrug::measured);
  }

  /** Whether the model stands for doses by this route. */
  boolean givenBy(RouteGroup route) {
    return routes.stream().anyMatch(each -> each.covers(route));
  }

  /** Whether the exposure of this ingredient is forecast by kidney function. */
  public static boolean isByKidney(String ingredient) {
    return ALL.stream().anyMatch(each -> each.ingredient().equals(ingredient) && each.byKidney());
  }

  /** Whether there is a model of this ingredient. */
  public static boolean isModelled(String ingredient) {
    return ALL.stream().anyMatch(each -> each.ingredient().equals(ingredient));
  }

  /** Whether that analyte shows what the model of this ingredient predicts. */
  public static boolean isShownBy(String ingredient, String analyte) {
    return ALL.stream()
        .anyMatch(each -> each.ingredient().equals(ingredient) && each.levels().contains(analyte));
  }
}
