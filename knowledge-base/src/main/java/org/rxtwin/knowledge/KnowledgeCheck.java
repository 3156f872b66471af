package org.rxtwin.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What no row can tell by itself: names that must exist, classes that must hold a drug, figures
 * that must agree.
 */
public final class KnowledgeCheck {
  private KnowledgeCheck() {}

  /** Every refusal across the tables, in the order of subjects and lines. */
  static List<KnowledgeProblem> problems(LocatedTables tables) {
    List<KnowledgeProblem> problems = new ArrayList<>();
    if (tables.list(Subject.INGREDIENTS).isEmpty()) {
      problems.add(
          KnowledgeProblem.refused(
              new Place("ingredients", 1), "-", "at least one ingredient", "none"));
    }
    references(tables, problems);
    ClassCheck.emptyOrCircular(tables, problems);
    PairCheck.pairs(tables, problems);
    CodeCheck.conflicts(tables, problems);
    AllergenCheck.drugsAmongOthers(tables, problems);
    AllergenCheck.familiesBelowTheirClass(tables, problems);
    FigureCheck.shares(tables, problems);
    FigureCheck.renalBands(tables, problems);
    FigureCheck.analytes(tables, problems);
    FigureCheck.thresholds(tables, problems);
    GeneCheck.functions(tables, problems);
    RiskCheck.risks(tables, problems);
    return problems;
  }

  /** Rows whose day to be read again has come. */
  public static List<KnowledgeRow> due(Knowledge knowledge, LocalDate today) {
    List<KnowledgeRow> due = new ArrayList<>();
    for (Subject<?> subject : Subject.list()) {
      for (KnowledgeRow row : knowledge.tables().list(subject)) {
        if (!row.provenance().reviewBy().isAfter(today)) {
          due.add(row);
        }
      }
    }
    return due;
  }

  private static void references(LocatedTables tables, List<KnowledgeProblem> problems) {
    KnowledgeTables plain = tables.plain();
    Set<String> ingredients = keys(plain.list(Subject.INGREDIENTS));
    Set<String> classes = keys(plain.list(Subject.DRUG_CLASSES));
    Set<String> analytes = keys(plain.list(Subject.ANALYTES));
    Set<String> genes = genes(plain);
    for (Subject<?> subject : Subject.list()) {
      for (Located<?> located : tables.list(subject)) {
        for (Reference wanted : located.row().references()) {
          Set<String> known =
              switch (wanted.kind()) {
                case INGREDIENT -> ingredients;
                case DRUG_CLASS -> classes;
                case ANALYTE -> analytes;
                case GENE -> genes;
              };
          if (!known.contains(wanted.id())) {
            problems.add(refusal(located, wanted));
          }
        }
      }
    }
  }

  private static KnowledgeProblem refusal(Located<?> located, Reference wanted) {
    String expected =
        switch (wanted.kind()) {
          case INGREDIENT -> "an ingredient that ingredients.csv has";
          case DRUG_CLASS -> "a class that drug_classes.csv has";
          case ANALYTE -> "an analyte that analytes.csv has";
          case GENE -> "a gene with alleles, or an HLA gene";
        };
    return KnowledgeProblem.refused(located.place(), wanted.column(), expected, wanted.id());
  }

  private static Set<String> keys(List<? extends KnowledgeRow> rows) {
    Set<String> keys = new TreeSet<>();
    rows.forEach(r -> keys.add(r.key()));
    return keys;
  }

  /** HLA genes have thousands of alleles and are told by status, so they need none here. */
  private static Set<String> genes(KnowledgeTables plain) {
    Set<String> genes = new TreeSet<>(List.of("HLA-A", "HLA-B"));
    plain.list(Subject.ALLELES).forEach(a -> genes.add(a.gene()));
    return genes;
  }
}
