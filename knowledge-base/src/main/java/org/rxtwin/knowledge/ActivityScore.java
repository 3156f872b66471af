package org.rxtwin.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.knowledge.EnzymeRole.Strength;

/**
 * CPIC's activity scores. CYP2D6: 0 poor, over 0 and under 1.25 intermediate, 1.25 to 2.25 normal,
 * above ultrarapid. CYP2C9 and DPYD: up to 0.5 poor, 1.0 and 1.5 intermediate, 2.0 normal.
 */
final class ActivityScore {
  private static final List<String> SCORED = List.of("CYP2C9", "CYP2D6", "DPYD");

  /** The phenotypes a score can mean. */
  static final List<String> NAMES =
      List.of(
          "Poor Metabolizer",
          "Intermediate Metabolizer",
          "Normal Metabolizer",
          "Ultrarapid Metabolizer");

  private static final Pattern REPORTED =
      Pattern.compile("(?i)activity score[^0-9]{0,5}([0-9]+(?:\\.[0-9]+)?)");

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

  /**
   * Scores of one phenotype.
   *
   * @param low lowest
   * @param high highest, infinite for ultrarapid
   */
  record Band(double low, double high) {}

  /** The scores that a phenotype told without one can stand for. */
  static Optional<Band> band(String gene, String phenotype) {
    boolean cyp2d6 = gene.equals("CYP2D6");
    if (!scored(gene)) {
      return Optional.empty();
    }
    return switch (phenotype) {
      case "Poor Metabolizer" -> Optional.of(new Band(0, cyp2d6 ? 0 : 0.5));
      case "Intermediate Metabolizer" -> Optional.of(cyp2d6 ? new Band(0.25, 1) : new Band(1, 1.5));
      case "Normal Metabolizer" -> Optional.of(cyp2d6 ? new Band(1.25, 2.25) : new Band(2, 2));
      case "Ultrarapid Metabolizer" -> Optional.of(new Band(2.5, Double.POSITIVE_INFINITY));
      default -> Optional.empty();
    };
  }

  /** What a laboratory's words mean, a score among them or not, while an inhibitor is taken. */
  static GenePhenotype reported(String gene, String words, Optional<Strength> inhibitor) {
    Matcher score = REPORTED.matcher(words);
    Optional<Strength> converts = inhibitor.filter(each -> gene.equals("CYP2D6"));
    if (scored(gene) && score.find()) {
      double left = Double.parseDouble(score.group(1)) * converts.map(e -> factor(e)).orElse(1.0);
      String reason = "activity score as the laboratory reported";
      return new GenePhenotype(
          gene,
          "",
          name(gene, left),
          OptionalDouble.of(left),
          reason + converts.map(each -> converted(converts, left)).orElse(""));
    }
    String phenotype = words.replaceAll(",.*", "").strip();
    String reason = "as the laboratory reported";
    if (converts.isEmpty() || converts.get() == Strength.WEAK) {
      return new GenePhenotype(gene, "", phenotype, OptionalDouble.empty(), reason);
    }
    String under = phenotype + " as reported, under a " + converts.get() + " inhibitor";
    if (converts.get() == Strength.STRONG) {
      return new GenePhenotype(gene, "", name(gene, 0), OptionalDouble.of(0), under);
    }
    return band(gene, phenotype)
        .filter(band -> name(gene, band.low() / 2).equals(name(gene, band.high() / 2)))
        .map(
            band ->
                new GenePhenotype(
                    gene, "", name(gene, band.low() / 2), OptionalDouble.empty(), under))
        .orElseGet(() -> GeneTable.indeterminate(gene, "", under + ": the score decides"));
  }

  /** What a score alone, as laboratories report it, means. */
  static GenePhenotype told(String gene, double score) {
    return new GenePhenotype(
        gene, "", name(gene, score), OptionalDouble.of(score), "activity score " + score);
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
