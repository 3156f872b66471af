package org.rxtwin.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rxtwin.knowledge.EnzymeRole.Strength;

/**
 * CPIC's activity scores. CYP2D6: 0 poor, over 0 and under 1.25 intermediate, 1.25 to 2.25 normal,
 * above ultrarapid. CYP2C9 and DPYD: up to 0.5 poor, 1.0 and 1.5 intermediate, 2.0 normal.
 */
final class ActivityScore {
  private static final List<String> SCORED = List.of("CYP2C9", "CYP2D6", "DPYD");

  private ActivityScore() {}

  static boolean scored(String gene) {
    return SCORED.contains(gene);
  }

  static GenePhenotype phenotype(
      String gene, String diplotype, Allele one, Allele other, Optional<Strength> inhibitor) {
    if (one.activityValue().isEmpty() || other.activityValue().isEmpty()) {
      Allele which = one.activityValue().isEmpty() ? one : other;
      return GeneTable.indeterminate(
          gene, diplotype, which.allele() + " has no activity value (" + which.function() + ")");
    }
    double inherited = one.activityValue().getAsDouble() + other.activityValue().getAsDouble();
    boolean converts = gene.equals("CYP2D6") && inhibitor.isPresent();
    double score = converts ? inherited * factor(inhibitor.orElseThrow()) : inherited;
    if (converts && score > 0 && openEnded(one, other)) {
      return GeneTable.indeterminate(
          gene, diplotype, "three or more copies under an inhibitor: the score has no upper end");
    }
    String reason = "activity score " + inherited + (converts ? converted(inhibitor, score) : "");
    return new GenePhenotype(gene, diplotype, name(gene, score), OptionalDouble.of(score), reason);
  }

  private static boolean openEnded(Allele one, Allele other) {
    return (one.allele() + other.allele()).contains(">=");
  }

  private static String converted(Optional<Strength> inhibitor, double score) {
    return ", " + score + " under a " + inhibitor.orElseThrow() + " inhibitor";
  }

  private static double factor(Strength strength) {
    return switch (strength) {
      case STRONG -> 0;
      case MODERATE -> 0.5;
      case WEAK -> 1;
    };
  }

  private static String name(String gene, double score) {
    return gene.equals("CYP2D6") ? cyp2d6(score) : twoBands(score);
  }

  private static String cyp2d6(double score) {
    if (score == 0) {
      return "Poor Metabolizer";
    }
    if (score < 1.25) {
      return "Intermediate Metabolizer";
    }
    return score <= 2.25 ? "Normal Metabolizer" : "Ultrarapid Metabolizer";
  }

  private static String twoBands(double score) {
    if (score < 1) {
      return "Poor Metabolizer";
    }
    return score < 2 ? "Intermediate Metabolizer" : "Normal Metabolizer";
  }
}
