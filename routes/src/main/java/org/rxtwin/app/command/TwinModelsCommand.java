package org.rxtwin.app.command;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.rxtwin.quantity.Figures;
import org.rxtwin.twin.model.Domain;
import org.rxtwin.twin.model.ModelText;
import org.rxtwin.twin.model.PkPdModel;
import org.rxtwin.twin.model.Range;
import picocli.CommandLine.Command;

/** {@code twin models}: the library. */
@Command(
    name = "models",
    description = "Lists the models with whom they were built for, their source and their proof.")
final class TwinModelsCommand implements Callable<Integer> {
  private final Site site;

  TwinModelsCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    PrintStream out = site.terminal().out();
    for (PkPdModel model : site.models().list()) {
      ModelText text = model.text();
      out.println(
          text.id() + "  " + text.drug() + ", " + (text.confirmed() ? "" : "not ") + "confirmed");
      out.println("  for     " + domain(text.domain()));
      out.println("  source  " + text.source().citation() + doi(text));
      out.println(
          "  proof   " + (text.proof().isEmpty() ? "none" : String.join("; ", text.proof())));
    }
    return 0;
  }

  static String doi(ModelText text) {
    return text.source().doi().isEmpty() ? "" : ". doi:" + text.source().doi();
  }

  static String domain(Domain domain) {
    return domain.limits().isEmpty()
        ? "no limits stated"
        : domain.limits().entrySet().stream()
            .map(
                e ->
                    e.getKey().replace('_', ' ')
                        + " "
                        + text(e.getValue().soft())
                        + " (never outside "
                        + text(e.getValue().hard())
                        + ")")
            .collect(Collectors.joining("; "));
  }

  private static String text(Range range) {
    return Figures.plain(range.low()) + "-" + Figures.plain(range.high());
  }
}
