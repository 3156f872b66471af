package org.rxtwin.knowledge;

import org.rxtwin.chart.Sha256;

/** All that is known of drugs, genes, limits and laboratories, immutable and indexed. */
public final class Knowledge {
  private final KnowledgeTables tables;
  private final Formulary drugs;
  private final InteractionTable interactions;
  private final LimitTable limits;
  private final AllergyTable allergies;
  private final GeneTable genes;
  private final LaboratoryTable laboratory;
  private final ConditionTable conditions;
  private final QtTable qt;
  private final OpioidTable opioids;
  private final PregnancyTable pregnancy;
  private final String hash;

  private Knowledge(KnowledgeTables tables) {
    this.tables = tables;
    drugs = new Formulary(tables);
    interactions = new InteractionTable(tables, drugs);
    limits = new LimitTable(tables, drugs);
    allergies = new AllergyTable(tables, drugs);
    genes = new GeneTable(tables, interactions);
    laboratory = new LaboratoryTable(tables, drugs);
    conditions = new ConditionTable(tables);
    qt = new QtTable(tables);
    opioids = new OpioidTable(tables, drugs);
    pregnancy = new PregnancyTable(tables, drugs);
    hash = hash(tables);
  }

  /** Knowledge over tables that a check has found whole. */
  public static Knowledge of(KnowledgeTables tables) {
    return new Knowledge(tables);
  }

  /** Drugs by id, name, code and class. */
  public Formulary drugs() {
    return drugs;
  }

  /** What drugs do to one another. */
  public InteractionTable interactions() {
    return interactions;
  }

  /** Dose and renal limits. */
  public LimitTable limits() {
    return limits;
  }

  /** Cross-reactions. */
  public AllergyTable allergies() {
    return allergies;
  }

  /** Alleles, phenotypes and what they ask for. */
  public GeneTable genes() {
    return genes;
  }

  /** Analytes, monitoring and result limits. */
  public LaboratoryTable laboratory() {
    return laboratory;
  }

  /** States of patients, and how feeds write them. */
  public ConditionTable conditions() {
    return conditions;
  }

  /** Drugs that lengthen QT. */
  public QtTable qt() {
    return qt;
  }

  /** Morphine equivalents and their limits. */
  public OpioidTable opioids() {
    return opioids;
  }

  /** Drugs that harm a child before birth. */
  public PregnancyTable pregnancy() {
    return pregnancy;
  }

  /** The rows as loaded. */
  public KnowledgeTables tables() {
    return tables;
  }

  /**
   * SHA-256 over every row, in hex: what an alert's basis names. The order of a file's lines does
   * not count.
   */
  public String hash() {
    return hash;
  }

  private static String hash(KnowledgeTables tables) {
    StringBuilder all = new StringBuilder();
    for (Subject<?> subject : Subject.list()) {
      tables.list(subject).stream()
          .map(row -> subject.id() + "\t" + row + "\n")
          .sorted()
          .forEach(all::append);
    }
    return Sha256.hex(all.toString());
  }
}
