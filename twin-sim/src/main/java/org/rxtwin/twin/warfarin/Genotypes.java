package org.rxtwin.twin.warfarin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CYP2C9 and VKORC1 as the model file codes them.
 *
 * @param c9 11, 12, 13, 22, 23 or 33; 0 where not known
 * @param vk number of -1639 A alleles; -1 where not known
 * @param notes what a reader must know
 * @param outside whether a diplotype was given that the paper did not study
 */
record Genotypes(int c9, int vk, List<String> notes, boolean outside) {
  private static final Pattern STAR = Pattern.compile("\\*(\\d+)[^/]*/\\s*\\*(\\d+)");
  private static final Pattern BASES = Pattern.compile("\\b([ACGT])\\s*[/|>]?\\s*([ACGT])$");

  /** Clearance that is not CYP2C9's: what *3/*3 leaves (Hamberg 2007, Table 2). */
  private static final double OTHER = 0.148;

  Genotypes {
    notes = List.copyOf(notes);
  }

  static Genotypes read(Map<String, String> genotypes) {
    List<String> notes = new ArrayList<>();
    String cyp = genotypes.getOrDefault("CYP2C9", "");
    int c9 = cyp2c9(cyp);
    if (c9 == 0) {
      notes.add(
          cyp.isEmpty()
              ? "CYP2C9 is not known: the population's spread is used"
              : "CYP2C9 " + cyp + " is not in the paper: the population's spread is used");
    }
    String vkor = genotypes.getOrDefault("VKORC1", "");
    int vk = vkorc1(vkor);
    if (vk < 0) {
      notes.add("VKORC1 is not known: the population's spread is used");
    }
    return new Genotypes(c9, vk, notes, (c9 == 0 && !cyp.isEmpty()) || (vk < 0 && !vkor.isEmpty()));
  }

  static int cyp2c9(String diplotype) {
    Matcher star = STAR.matcher(diplotype.strip());
    if (!star.matches()) {
      return 0;
    }
    int a = Integer.parseInt(star.group(1));
    int b = Integer.parseInt(star.group(2));
    int code = Math.min(a, b) * 10 + Math.max(a, b);
    return List.of(11, 12, 13, 22, 23, 33).contains(code) ? code : 0;
  }

  /** Counts A alleles of -1639G>A; rs9923231 is also reported on the other strand (C, T). */
  static int vkorc1(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    if (upper.contains("RS9923231")) {
      return alleles(upper, "VARIANT", "REFERENCE");
    }
    Matcher bases = BASES.matcher(upper);
    if (!bases.find()) {
      return -1;
    }
    int count = 0;
    for (int i = 1; i <= 2; i++) {
      String base = bases.group(i);
      count += base.equals("A") || base.equals("T") ? 1 : 0;
    }
    return count;
  }

  private static int alleles(String upper, String variant, String reference) {
    int variants = upper.split(variant, -1).length - 1;
    int references = upper.split(reference, -1).length - 1;
    if (variants + references == 2) {
      return variants;
    }
    Matcher bases = BASES.matcher(upper);
    return bases.find() ? vkorc1(bases.group()) : -1;
  }

  /**
   * Clearance of this diplotype as a fraction of *1/*1 (Hamberg 2007, Table 2); 1 where unknown.
   */
  double clearanceFraction() {
    return switch (c9) {
      case 12 -> 0.685;
      case 13 -> 0.547;
      case 22 -> 0.278;
      case 23 -> 0.310;
      case 33 -> 0.148;
      default -> 1;
    };
  }

  /**
   * What of a clearance is left in a person of this genotype where so much of it remains in *1/*1:
   * an inhibitor of CYP2C9 acts only on what the genotype leaves.
   */
  DoubleUnaryOperator beside(String enzyme) {
    return left -> {
      if (!enzyme.equals("CYP2C9") || left >= 1) {
        return left;
      }
      double gene = clearanceFraction();
      double inhibited = Math.max(0, (left - OTHER) / (1 - OTHER));
      return (OTHER + (gene - OTHER) * inhibited) / gene;
    };
  }
}
