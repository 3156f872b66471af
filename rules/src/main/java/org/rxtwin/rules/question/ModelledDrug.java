package org.rxtwin.rules.question;

import java.util.List;

/**
 * A drug the twin has a full model of.
 *
 * @param ingredient id in the knowledge base
 * @param moiety form whose clearance the model speaks of, as knowledge rows name it
 * @param levels ids of the analytes the model can be fitted to
 */
public record ModelledDrug(String ingredient, String moiety, List<String> levels) {
  /** Warfarin: the S-enantiomer carries the effect, the INR shows it. */
  public static final ModelledDrug WARFARIN =
      new ModelledDrug("warfarin", "S-warfarin", List.of("inr"));

  /** The drugs that have a model. */
  public static final List<ModelledDrug> ALL = List.of(WARFARIN);

  public ModelledDrug {
    levels = List.copyOf(levels);
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
