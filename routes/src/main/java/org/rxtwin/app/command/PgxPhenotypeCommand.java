package org.rxtwin.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rxtwin.knowledge.GenePhenotype;
import org.rxtwin.knowledge.GeneTable;
import org.rxtwin.quantity.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pgx phenotype}: what a diplotype makes of a gene's product. */
@Command(
    name = "phenotype",
    description = {
      "Says what diplotypes mean, by CPIC's methods.",
      "Input: CSV gene,diplotype[,inhibitors] (drugs taken beside it, separated by semicolons).",
      "Answer: + phenotype, activity_score."
    })
final class PgxPhenotypeCommand implements Callable<Integer> {
  private static final CsvAnswers TABLE =
      new CsvAnswers(List.of("gene", "diplotype"), List.of("phenotype", "activity_score"));

  private final Site site;

  @Mixin private TableFile file = new TableFile();

  PgxPhenotypeCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    DrugWords drugs = new DrugWords(site.knowledge());
    return file.answer(site, TABLE, row -> answer(drugs, row));
  }

  private static Map<String, String> answer(DrugWords drugs, CsvRow row) {
    GeneTable genes = drugs.knowledge().genes();
    String gene = row.needed("gene").toUpperCase(Locale.ROOT);
    String diplotype = row.needed("diplotype");
    List<String> inhibitors = new ArrayList<>();
    row.list("inhibitors").forEach(i -> inhibitors.addAll(drugs.certain("inhibitors", i)));
    if (!gene.startsWith("HLA-") && genes.listAlleles(gene).isEmpty()) {
      throw new RowProblem("no allele of " + gene + " is known here");
    }
    GenePhenotype found = genes.phenotype(gene, diplotype, inhibitors);
    Map<String, String> answers =
        Map.of(
            "phenotype",
            found.phenotype(),
            "activity_score",
            found.activityScore().isPresent() ? score(found.activityScore().getAsDouble()) : "");
    if (!found.determined()) {
      throw new RowProblem(found.reason(), answers);
    }
    return answers;
  }

  /** CPIC writes 1.0, not 1. */
  private static String score(double score) {
    String plain = Figures.plain(score);
    return plain.contains(".") ? plain : plain + ".0";
  }
}
