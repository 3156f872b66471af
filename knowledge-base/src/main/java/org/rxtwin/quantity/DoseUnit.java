package org.rxtwin.quantity;

/** What a dose is counted in, after an adapter has brought it to one of these. */
public enum DoseUnit {
  /** Milligram. */
  MG("mg"),
  /** Millilitre of a product whose strength is not known. */
  ML("mL"),
  /** International or drug-specific units, never convertible to mass here. */
  UNIT("[IU]"),
  /** Millimole. */
  MMOL("mmol"),
  /** Milliequivalent: a millimole for each charge of the ion that the product is given for. */
  MEQ("meq"),
  /** Tablets, capsules, puffs, drops: pieces of a product whose strength is not known. */
  PIECE("{piece}");

  private final String ucum;

  DoseUnit(String ucum) {
    this.ucum = ucum;
  }

  /** The UCUM code of this unit. */
  public String ucum() {
    return ucum;
  }
}
