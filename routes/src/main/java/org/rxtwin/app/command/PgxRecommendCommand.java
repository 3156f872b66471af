package org.rxtwin.app.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.rxtwin.knowledge.GenePhenotype;
import org.rxtwin.knowledge.GeneRecommendation;
import org.rxtwin.knowledge.GeneTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pgx recommend}: what a drug's guideline says of results. */
@Command(
    name = "recommend",
    description = {
      "Says what the guideline of a drug asks for under the results of genes.",
      "Input: CSV drug,genes[,population][,guideline]; genes as in"
          + " CYP2D6=1.0;CYP2C19=Poor Metabolizer;HLA-B=*57:01 positive (activity score, phenotype,"
          + " allele status or diplotype).",
      "Without a population the most urgent answer of all populations is given.",
      "Answer: + strength, dosing_change, alternate_drug, action, guideline, advice."
    })
final class PgxRecommendCommand implements Callable<Integer> {
  private static final CsvAnswers TABLE =
      new CsvAnswers(
          List.of("drug", "genes"),
          List.of("strength", "dosing_change", "alternate_drug", "action", "guideline", "advice"));

  private static final Comparator<GeneRecommendation> WORST_FIRST =
      Comparator.comparing(GeneRecommendation::tier)
          .thenComparing(GeneRecommendation::severity)
          .thenComparing(row -> row.advice().isEmpty())
          .thenComparing(GeneRecommendation::key);

  private static final Map<String, String> NONE =
      Map.of(
          "strength",
          "no recommendation",
          "dosing_change",
          "false",
          "alternate_drug",
          "false",
          "action",
          "none");

  private final Site site;

  @Mixin private TableFile file = new TableFile();

  PgxRecommendCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    DrugWords drugs = new DrugWords(site.knowledge());
    return file.answer(site, TABLE, row -> answer(drugs, row));
  }

  private static Map<String, String> answer(DrugWords drugs, CsvRow row) {
    GeneTable genes = drugs.knowledge().genes();
    List<String> ingredients = drugs.certain("drug", row.needed("drug"));
    List<GenePhenotype> results = results(genes, row);
    String guideline = row.text("guideline");
    if (!guideline.isEmpty() && !guideline.toUpperCase(Locale.ROOT).startsWith("CPIC")) {
      throw new RowProblem("no recommendation of " + guideline + " is known here, only of CPIC");
    }
    Optional<GeneRecommendation> found =
        ingredients.stream()
            .flatMap(each -> genes.listRecommendations(each, results).stream())
            .filter(each -> speaksFor(each, row, genes))
            .min(WORST_FIRST);
    return found
        .map(PgxRecommendCommand::answer)
        .orElseGet(() -> without(ingredients, genes, row.text("drug"), results));
  }

  private static List<GenePhenotype> results(GeneTable genes, CsvRow row) {
    row.needed("genes");
    List<GenePhenotype> results = new ArrayList<>();
    for (String each : row.list("genes")) {
      int equals = each.indexOf('=');
      if (equals <= 0) {
        throw new RowProblem("genes: expected GENE=result, came " + each);
      }
      String gene = each.substring(0, equals).strip().toUpperCase(Locale.ROOT);
      String told = each.substring(equals + 1).strip();
      if (!told.equalsIgnoreCase("no result") && !told.isEmpty()) {
        results.add(genes.result(gene, told));
      }
    }
    return results;
  }

  /** Rows of the population asked for; where the drug has none of it, those for everybody. */
  private static boolean speaksFor(GeneRecommendation row, CsvRow asked, GeneTable genes) {
    String population = plain(asked.text("population"));
    boolean known =
        genes.listRecommendations(row.drug()).stream()
            .anyMatch(each -> plain(each.population()).equals(population));
    if (known) {
      return plain(row.population()).equals(population);
    }
    return population.isEmpty()
        || population.equals("general")
        || row.population().equals("general");
  }

  private static String plain(String population) {
    return population.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9>]", "");
  }

  private static Map<String, String> answer(GeneRecommendation row) {
    return Map.of(
        "strength",
        row.strength(),
        "dosing_change",
        Boolean.toString(row.dosingChange()),
        "alternate_drug",
        Boolean.toString(row.alternateDrug()),
        "action",
        row.advice().map(each -> SourcedLines.lower(each.verb())).orElse("none"),
        "guideline",
        row.provenance().source(),
        "advice",
        row.advice().map(SourcedLines::advice).orElse("nothing changes for this result"));
  }

  /** No row: the guideline says nothing of this result, or the result or the pair is unknown. */
  private static Map<String, String> without(
      List<String> ingredients, GeneTable genes, String drug, List<GenePhenotype> results) {
    String unread =
        results.stream()
            .filter(each -> !each.determined() && !each.reason().equals("as given"))
            .map(each -> each.gene() + ": " + each.reason())
            .collect(Collectors.joining("; "));
    if (!unread.isEmpty()) {
      throw new RowProblem(unread, NONE);
    }
    boolean spoken =
        ingredients.stream()
            .flatMap(each -> genes.listRecommendations(each).stream())
            .anyMatch(row -> results.stream().anyMatch(r -> row.genes().contains(r.gene())));
    if (spoken) {
      return NONE;
    }
    throw new RowProblem(
        "no recommendation is known for "
            + drug
            + " with "
            + results.stream().map(GenePhenotype::gene).collect(Collectors.joining(" and ")));
  }
}
