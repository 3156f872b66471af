package org.rxtwin.twin.model;

import java.util.Arrays;
import java.util.List;
import org.rxtwin.knowledge.search.NearestName;
import org.rxtwin.quantity.Figures;

/**
 * Where on the chart the value of a covariate stands.
 *
 * @param quantity what is read
 * @param of the gene or the other drug, empty for all other quantities
 */
public record FromChart(Quantity quantity, String of) {

  /** What the chart can be asked for; the word stands in the model file. */
  public enum Quantity {
    AGE_YEARS("age-years", "age", "years"),
    WEIGHT_KG("weight-kg", "weight", "kg"),
    HEIGHT_CM("height-cm", "height", "cm"),
    /** 1 female, 0 male; not known where the sex is another. */
    FEMALE("female", "sex", ""),
    /** Du Bois 1916: 0.007184 x kg^0.425 x cm^0.725. */
    BSA_DUBOIS("bsa-dubois-m2", "body surface", "m2"),
    /** Mosteller 1987: square root of kg x cm / 3600. */
    BSA_MOSTELLER("bsa-mosteller-m2", "body surface", "m2"),
    /** Boer 1984. */
    LBM_BOER("lbm-boer-kg", "lean body mass", "kg"),
    /** James 1976. */
    LBM_JAMES("lbm-james-kg", "lean body mass", "kg"),
    /** Janmahasatian 2005. */
    FFM_JANMAHASATIAN("ffm-janmahasatian-kg", "fat-free mass", "kg"),
    /** Cockcroft and Gault, actual weight, not indexed. */
    CRCL("crcl-ml-min", "creatinine clearance", "mL/min"),
    CREATININE_MG_DL("creatinine-mg-dl", "creatinine", "mg/dL"),
    CREATININE_UMOL_L("creatinine-umol-l", "creatinine", "umol/L"),
    ALBUMIN("albumin-g-l", "albumin", "g/L"),
    HAEMATOCRIT("haematocrit-percent", "haematocrit", "%"),
    /** Clearance left beside the drugs that change it, 1 without any. */
    CLEARANCE_LEFT("clearance-left", "clearance left beside other drugs", ""),
    /** Number of alleles with function. */
    GENE("gene", "genotype", ""),
    /** 1 where the other drug is taken, 0 where it is not. */
    RUNNING("running", "other drug", ""),
    /** 1 on dialysis. */
    DIALYSIS("dialysis", "dialysis", "");

    private final String word;
    private final String said;
    private final String unit;

    Quantity(String word, String said, String unit) {
      this.word = word;
      this.said = said;
      this.unit = unit;
    }

    /** The word in a model file. */
    public String word() {
      return word;
    }

    /** Its name, as a pharmacist says it. */
    public String said() {
      return said;
    }

    /** The unit of its number, empty where it has none. */
    public String unit() {
      return unit;
    }

    /** A value with its unit. */
    public String figure(double value) {
      return Figures.rounded(value, 2) + (unit.isEmpty() ? "" : " " + unit);
    }

    private boolean named() {
      return this == GENE || this == RUNNING;
    }
  }

  /** Reads {@code crcl-ml-min} or {@code gene:CYP3A5}. */
  static FromChart read(String where, String text) {
    int colon = text.indexOf(':');
    String word = colon < 0 ? text.strip() : text.substring(0, colon).strip();
    String of = colon < 0 ? "" : text.substring(colon + 1).strip();
    Quantity quantity = quantity(where, word);
    if (quantity.named() == of.isEmpty()) {
      throw new ModelProblem(
          where,
          quantity.named() ? "'" + word + "' needs a name" : "'" + word + "' takes no name",
          quantity.named() ? "write gene:CYP3A5 or running:amiodarone" : "leave out ':" + of + "'");
    }
    return new FromChart(quantity, of);
  }

  private static Quantity quantity(String where, String word) {
    List<String> words = Arrays.stream(Quantity.values()).map(Quantity::word).toList();
    return Arrays.stream(Quantity.values())
        .filter(q -> q.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new ModelProblem(
                    where, "unknown quantity '" + word + "'", NearestName.advice(word, words)));
  }

  /** The quantity that {@code domain} limits under this word. */
  public static Quantity limited(String word) {
    return Arrays.stream(Quantity.values())
        .filter(q -> q.word.replace('-', '_').equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("expected a quantity, came " + word));
  }

  /** Whether the quantity is a function of a steady creatinine. */
  public boolean kidneyFunction() {
    return quantity == Quantity.CRCL;
  }

  /** The words of quantities with a number of their own, as {@code domain} writes them. */
  static List<String> domainWords() {
    return Arrays.stream(Quantity.values())
        .filter(q -> !q.named())
        .map(q -> q.word.replace('-', '_'))
        .toList();
  }
}
