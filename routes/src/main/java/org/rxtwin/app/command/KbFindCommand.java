package org.rxtwin.app.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.rxtwin.knowledge.DrugCode.CodeSystem;
import org.rxtwin.knowledge.search.DrugCandidate;
import org.rxtwin.knowledge.search.DrugResolution;
import org.rxtwin.quantity.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kb find}: drugs by any name or code. */
@Command(
    name = "find",
    description =
        "Finds drugs by any name or code; a name only near one known is answered with a"
            + " score.")
final class KbFindCommand implements Callable<Integer> {
  private static final int MOST = 10;

  private final Site site;

  @Parameters(arity = "1..*", paramLabel = "TEXT", description = "Name, part of a name, or code.")
  private List<String> words = List.of();

  KbFindCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    String text = String.join(" ", words);
    DrugWords drugs = new DrugWords(site.knowledge());
    boolean found = false;
    for (CodeSystem system : CodeSystem.values()) {
      DrugResolution coded = drugs.resolver().resolve("", text, system);
      if (coded.match().certain()) {
        print(drugs, coded.ingredients(), "is " + system + " " + text);
        found = true;
      }
    }
    if (!found) {
      DrugResolution named = drugs.resolver().resolve(text);
      if (named.match().certain()) {
        print(drugs, named.ingredients(), named.match().name().toLowerCase(Locale.ROOT));
        found = true;
      }
      for (DrugCandidate near : named.candidates().stream().limit(MOST).toList()) {
        print(
            drugs,
            near.ingredients(),
            "maybe: " + near.name() + " is near, score " + Figures.rounded(near.score(), 2));
        found = true;
      }
    }
    if (!found) {
      site.terminal().err().println("No drug is known by " + text + ". Maybe try fewer letters.");
    }
    return found ? 0 : CommandLineRun.UNUSABLE;
  }

  private void print(DrugWords drugs, List<String> ingredients, String why) {
    site.terminal()
        .out()
        .printf("%-40s RxCUI %-16s %s%n", drugs.names(ingredients), drugs.rxcuis(ingredients), why);
  }
}
