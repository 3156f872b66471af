package org.rxtwin.knowledge.exposure;

import org.rxtwin.knowledge.GenePhenotype;
import org.rxtwin.knowledge.RatioRange;

/**
 * What activity an inherited phenotype leaves an enzyme, normal metabolisers being 1.
 *
 * <p>CYP2D6: activity score over 2. CYP2C9: 0.1 + 0.9 score / 2, which gives S-warfarin clearances
 * of 0.62 (*1/*3) and 0.24 (*3/*3) where Hamberg 2007 has 0.62 and 0.24. Others by phenotype.
 */
final class GeneActivity {
  private static final double SPREAD = 0.2;

  private GeneActivity() {}

  static RatioRange of(GenePhenotype result) {
    if (!result.determined()) {
      return new RatioRange(1, 0.05, 1.5);
    }
    if (result.gene().equals("CYP2D6") && result.activityScore().isPresent()) {
      return around(result.activityScore().getAsDouble() / 2);
    }
    if (result.gene().equals("CYP2C9") && result.activityScore().isPresent()) {
      return around(0.1 + 0.9 * result.activityScore().getAsDouble() / 2);
    }
    return byName(result.phenotype().replace("Likely ", "").replace("Possible ", ""));
  }

  private static RatioRange byName(String phenotype) {
    return switch (phenotype) {
      case "Poor Metabolizer", "Poor Function" -> around(0.0);
      case "Intermediate Metabolizer", "Decreased Function" -> around(0.5);
      case "Normal Metabolizer", "Normal Function" -> new RatioRange(1, 1, 1);
      case "Rapid Metabolizer" -> around(1.25);
      case "Ultrarapid Metabolizer", "Increased Function" -> around(1.5);
      default -> new RatioRange(1, 0.05, 1.5);
    };
  }

  private static RatioRange around(double activity) {
    if (activity == 1) {
      return new RatioRange(1, 1, 1);
    }
    double low = Math.max(0, activity * (1 - SPREAD));
    double high = activity == 0 ? 0.03 : activity * (1 + SPREAD);
    return new RatioRange(activity, low, high);
  }
}
