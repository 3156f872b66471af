package org.rxtwin.app.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rxtwin.knowledge.DrugCode.CodeSystem;
import org.rxtwin.knowledge.search.DrugMatch;
import org.rxtwin.knowledge.search.DrugResolution;
import org.rxtwin.quantity.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code resolve}: which drug a feed's text and code mean. */
@Command(
    name = "resolve",
    description = {
      "Says which drugs texts and codes mean.",
      "Input: CSV text[,code,code_system]; code_system is RXNORM (the default), NDC, ATC, SNOMED or"
          + " LOCAL.",
      "Answer: + ingredients, rxcui, match (code, exact, synonym, fuzzy, ambiguous, none),"
          + " candidates, score. A fuzzy match has one candidate: its ingredients stand there as a"
          + " question, not as an answer; an ambiguous one leaves them empty."
    })
final class ResolveCommand implements Callable<Integer> {
  private static final CsvAnswers TABLE =
      new CsvAnswers(
          List.of("text"), List.of("ingredients", "rxcui", "match", "candidates", "score"));

  private final Site site;

  @Mixin private TableFile file = new TableFile();

  ResolveCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    DrugWords drugs = new DrugWords(site.knowledge());
    return file.answer(site, TABLE, row -> answer(drugs, row));
  }

  private static Map<String, String> answer(DrugWords drugs, CsvRow row) {
    String text = row.text("text");
    String code = row.text("code");
    if (text.isEmpty() && code.isEmpty()) {
      throw new RowProblem("text and code are empty");
    }
    DrugResolution found =
        code.isEmpty()
            ? drugs.resolver().resolve(text)
            : drugs.resolver().resolve(text, code, system(row.text("code_system")));
    List<String> ingredients =
        found.match() == DrugMatch.AMBIGUOUS ? List.of() : found.listToScreen();
    Map<String, String> answers =
        Map.of(
            "ingredients", drugs.names(ingredients),
            "rxcui", drugs.rxcuis(ingredients),
            "match", found.match().name().toLowerCase(Locale.ROOT),
            "candidates", drugs.candidates(found),
            "score", Figures.rounded(found.score(), 3));
    if (found.codeContradictsText()) {
      throw new RowProblem("code and text name different drugs", answers);
    }
    return answers;
  }

  private static CodeSystem system(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "", "RXNORM", "RXCUI", "RXN", "HTTP://WWW.NLM.NIH.GOV/RESEARCH/UMLS/RXNORM" ->
          CodeSystem.RXNORM;
      case "NDC", "HTTP://HL7.ORG/FHIR/SID/NDC" -> CodeSystem.NDC;
      case "ATC", "WC", "HTTP://WWW.WHOCC.NO/ATC" -> CodeSystem.ATC;
      case "SNOMED", "SCT", "SNOMEDCT", "SNOMED-CT", "HTTP://SNOMED.INFO/SCT" -> CodeSystem.SNOMED;
      case "LOCAL", "L" -> CodeSystem.LOCAL;
      default ->
          throw new RowProblem(
              "expected code_system RXNORM, NDC, ATC, SNOMED or LOCAL, came " + text);
    };
  }
}
