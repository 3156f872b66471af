package org.rxtwin.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.rxtwin.knowledge.GenePhenotype;
import org.rxtwin.knowledge.exposure.ExposureAnswer;
import org.rxtwin.knowledge.exposure.ExposureQuestion;
import org.rxtwin.knowledge.exposure.ExposureRatio;
import org.rxtwin.knowledge.exposure.Perpetrator;
import org.rxtwin.quantity.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code exposure}: how far perpetrators, genes and kidney change the exposure to a drug. */
@Command(
    name = "exposure",
    description = {
      "Says how perpetrators, genes and kidney change the exposure to a drug.",
      "Input: CSV substrate,perpetrators,genotypes,crcl_ml_min; lists by semicolons, genotypes as"
          + " CYP2D6=*1/*4; empty cells mean none, and a sound kidney.",
      "Answer: + auc_ratio, low90, high90, basis."
    })
final class ExposureCommand implements Callable<Integer> {
  private static final CsvAnswers TABLE =
      new CsvAnswers(List.of("substrate"), List.of("auc_ratio", "low90", "high90", "basis"));

  private final Site site;

  @Mixin private TableFile file = new TableFile();

  ExposureCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    DrugWords drugs = new DrugWords(site.knowledge());
    ExposureRatio ratio = ExposureRatio.over(drugs.knowledge());
    return file.answer(site, TABLE, row -> answer(drugs, ratio, row));
  }

  private static Map<String, String> answer(DrugWords drugs, ExposureRatio ratio, CsvRow row) {
    List<String> substrate = drugs.certain("substrate", row.needed("substrate"));
    if (substrate.size() != 1) {
      throw new RowProblem("expected one substance, came " + drugs.names(substrate));
    }
    List<Perpetrator> perpetrators = new ArrayList<>();
    row.list("perpetrators")
        .forEach(
            text ->
                drugs
                    .certain("perpetrators", text)
                    .forEach(i -> perpetrators.add(Perpetrator.of(i))));
    Optional<Double> clearance = row.number("crcl_ml_min");
    ExposureAnswer answer;
    try {
      answer =
          ratio.of(
              new ExposureQuestion(
                  substrate.get(0),
                  perpetrators,
                  genes(drugs, row),
                  clearance.map(OptionalDouble::of).orElse(OptionalDouble.empty())));
    } catch (IllegalArgumentException e) {
      throw new RowProblem(RowProblem.oneLine(e), e);
    }
    if (answer instanceof ExposureAnswer.Estimate estimate) {
      return texts(estimate);
    }
    throw new RowProblem(((ExposureAnswer.CannotTell) answer).why());
  }

  private static List<GenePhenotype> genes(DrugWords drugs, CsvRow row) {
    List<GenePhenotype> genes = new ArrayList<>();
    for (String text : row.list("genotypes")) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw new RowProblem("expected GENE=DIPLOTYPE in genotypes, came " + text);
      }
      GenePhenotype gene =
          drugs
              .knowledge()
              .genes()
              .phenotype(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
      if (!gene.determined()) {
        throw new RowProblem("genotypes: " + text + ": " + gene.reason());
      }
      genes.add(gene);
    }
    return genes;
  }

  private static Map<String, String> texts(ExposureAnswer.Estimate estimate) {
    return Map.of(
        "auc_ratio", Figures.rounded(estimate.auc().value(), 4),
        "low90", Figures.rounded(estimate.auc().low(), 4),
        "high90", Figures.rounded(estimate.auc().high(), 4),
        "basis",
            String.join("; ", estimate.basis()) + (estimate.confirmed() ? "" : "; not confirmed"));
  }
}
