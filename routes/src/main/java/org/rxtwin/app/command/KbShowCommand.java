package org.rxtwin.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.rxtwin.knowledge.search.DrugResolution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kb show}: all that is known of one drug, each line with its source. */
@Command(
    name = "show",
    description = "Shows all that is known of a drug, with sources; ? marks what is not confirmed.")
final class KbShowCommand implements Callable<Integer> {
  private final Site site;

  @Parameters(arity = "1..*", paramLabel = "DRUG", description = "Name, brand or RxCUI.")
  private List<String> words = List.of();

  KbShowCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    String text = String.join(" ", words);
    DrugWords drugs = new DrugWords(site.knowledge());
    DrugResolution resolution = drugs.resolver().resolve(text);
    if (!resolution.match().certain()) {
      site.terminal().err().println(sentence(drugs.doubt(text, resolution)));
      return CommandLineRun.UNUSABLE;
    }
    DrugSheet sheet = new DrugSheet(drugs.knowledge());
    for (String ingredient : resolution.ingredients()) {
      sheet.lines(ingredient).forEach(site.terminal().out()::println);
    }
    return 0;
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1) + ".";
  }
}
