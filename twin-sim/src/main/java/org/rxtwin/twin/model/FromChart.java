package org.rxtwin.twin.model;

import java.util.Arrays;
import java.util.List;
import org.rxtwin.knowledge.search.NearestName;

/**
 * Where on the chart the value of a covariate stands.
 *
 * @param quantity what is read
 * @param of the gene or the other drug, empty for all other quantities
 */
public record FromChart(Quantity quantity, String of) {

  /** What the chart can be asked for; the word stands in the model file. */
  public enum Quantity {
    AGE_YEARS("age-years"),
    WEIGHT_KG("weight-kg"),
    HEIGHT_CM("height-cm"),
    /** 1 female, 0 male; not known where the sex is another. */
    FEMALE("female"),
    /** Du Bois 1916: 0.007184 x kg^0.425 x cm^0.725. */
    BSA_DUBOIS("bsa-dubois-m2"),
    /** Mosteller 1987: square root of kg x cm / 3600. */
    BSA_MOSTELLER("bsa-mosteller-m2"),
    /** Boer 1984. */
    LBM_BOER("lbm-boer-kg"),
    /** James 1976. */
    LBM_JAMES("lbm-james-kg"),
    /** Janmahasatian 2005. */
    FFM_JANMAHASATIAN("ffm-janmahasatian-kg"),
    /** Cockcroft and Gault, actual weight, not indexed. */
    CRCL("crcl-ml-min"),
    CREATININE_MG_DL("creatinine-mg-dl"),
    CREATININE_UMOL_L("creatinine-umol-l"),
    ALBUMIN("albumin-g-l"),
    HAEMATOCRIT("haematocrit-percent"),
    /** Clearance left beside the drugs that change it, 1 without any. */
    CLEARANCE_LEFT("clearance-left"),
    /** Number of alleles with function. */
    GENE("gene"),
    /** 1 where the other drug is taken, 0 where it is not. */
    RUNNING("running"),
    /** 1 on dialysis. */
    DIALYSIS("dialysis");

    private final String word;

    Quantity(String word) {
      this.word = word;
    }

    /** The word in a model file. */
    public String word() {
      return word;
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
