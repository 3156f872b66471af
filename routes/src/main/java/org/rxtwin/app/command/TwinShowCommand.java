package org.rxtwin.app.command;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.rxtwin.quantity.Figures;
import org.rxtwin.twin.model.Covariate;
import org.rxtwin.twin.model.ModelText;
import org.rxtwin.twin.model.Output;
import org.rxtwin.twin.model.PkPdModel;
import org.rxtwin.twin.model.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code twin show}: one model. */
@Command(
    name = "show",
    description =
        "Shows a model: for whom, from where, what it needs, what it predicts, its targets.")
final class TwinShowCommand implements Callable<Integer> {
  private final Site site;

  @Parameters(paramLabel = "MODEL", description = "Id of the library, or a model file.")
  private String name = "";

  TwinShowCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    PkPdModel model = site.models().get(name);
    ModelText text = model.text();
    PrintStream out = site.terminal().out();
    out.println("model       " + text.id() + ", version " + text.version());
    out.println("drug        " + text.drug());
    out.println("confirmed   " + (text.confirmed() ? "yes" : "no"));
    out.println("source      " + text.source().citation() + TwinModelsCommand.doi(text));
    out.println("            " + text.source().table());
    out.println("population  " + text.populationSize() + ": " + text.population());
    out.println("for         " + TwinModelsCommand.domain(text.domain()));
    out.println(
        "units       "
            + String.join(
                ", ",
                text.units().amount(),
                text.units().time(),
                text.units().volume(),
                text.units().concentration()));
    out.println("structure   " + model.structure());
    text.covariates().forEach(c -> out.println("covariate   " + covariate(c)));
    out.println("parameters  " + String.join(", ", model.layout().parameters()));
    print(out, model);
    print(out, text);
    return 0;
  }

  private static void print(PrintStream out, PkPdModel model) {
    for (Output output : model.outputs()) {
      out.println("output      CMT " + output.cmt() + ": " + output.name());
    }
    for (int i = 0; i < model.etas(); i++) {
      StringBuilder row = new StringBuilder("omega       ETA" + (i + 1) + ":");
      for (int j = 0; j <= i; j++) {
        row.append(' ').append(model.omega().getEntry(i, j));
      }
      out.println(row);
    }
  }

  private static void print(PrintStream out, ModelText text) {
    text.targets().forEach(t -> out.println("target      " + target(t)));
    text.giving()
        .ifPresent(
            g ->
                out.println(
                    "doses       "
                        + Figures.plain(g.least())
                        + " to "
                        + Figures.plain(g.most())
                        + " mg in steps of "
                        + Figures.plain(g.step())
                        + ", every "
                        + g.intervals().stream()
                            .map(Figures::plain)
                            .collect(Collectors.joining(" or "))
                        + " h"));
    lines(out, "note        ", text.notes());
    lines(out, "proof       ", text.proof());
  }

  private static void lines(PrintStream out, String title, List<String> lines) {
    lines.forEach(line -> out.println(title + line.strip()));
  }

  private static String covariate(Covariate covariate) {
    Double otherwise = covariate.otherwise();
    return covariate.name()
        + ": "
        + covariate.describe()
        + (otherwise == null ? ", must be given" : ", else " + Figures.plain(otherwise));
  }

  private static String target(Target target) {
    return target.name()
        + " "
        + Figures.plain(target.low())
        + "-"
        + Figures.plain(target.high())
        + (target.unit().isEmpty() ? "" : " " + target.unit())
        + ", toxic above "
        + Figures.plain(target.toxicAbove())
        + (target.confirmed() ? "" : ", not confirmed")
        + "  ["
        + target.source()
        + "]";
  }
}
