package org.rxtwin.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hipparchus.linear.RealMatrix;
import org.jspecify.annotations.Nullable;
import org.rxtwin.twin.engine.Budget;
import org.rxtwin.twin.engine.Subject;
import org.rxtwin.twin.fit.Estimator;
import org.rxtwin.twin.fit.Estimator.Estimate;
import org.rxtwin.twin.model.PkPdModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code twin estimate}: the individual behind the measurements. */
@Command(
    name = "estimate",
    description = {
      "Estimates each person of NM-TRAN style data by maximum a posteriori. DV of an output with"
          + " log_var is its natural logarithm.",
      "Answer: one row per ID: ID,ETA1..., each parameter, OBJ. With --covariance also"
          + " COV_1_1,COV_2_1,COV_2_2,... With --samples a column SAMPLE: 0 is the estimate, 1..N"
          + " are the draws."
    })
final class TwinEstimateCommand implements Callable<Integer> {
  private static final int STARTS = 4;
  private static final int PROGRESS_EACH = 50;

  private final Site site;

  @Mixin private TwinData source = new TwinData();

  @Option(names = "--covariance", description = "Adds the posterior covariance of the etas.")
  private boolean covariance;

  @Option(names = "--samples", paramLabel = "N", description = "Adds N posterior draws.")
  private int samples;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of the draws (default ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--at",
      paramLabel = "FILE",
      description = "CSV ID,ETA1,...: gives OBJ there instead of searching.")
  private @Nullable String at;

  @Spec private @Nullable CommandSpec spec;

  TwinEstimateCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    if (samples < 0 || (at != null && (covariance || samples > 0))) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "Expected --samples of at least 0, and --at without --covariance and --samples");
    }
    Terminal terminal = site.terminal();
    PkPdModel found = source.model(site);
    List<Subject> subjects = source.subjects(site, found);
    Map<String, double[]> etas = at == null ? Map.of() : TwinData.etas(terminal, found, at);
    CsvOutput out = new CsvOutput(terminal, header(found));
    int done = 0;
    for (Subject subject : subjects) {
      try {
        print(out, estimate(found, subject, etas));
      } catch (IllegalArgumentException e) {
        out.problem(List.of(subject.id()), RowProblem.oneLine(e));
      }
      if (++done % PROGRESS_EACH == 0) {
        terminal.err().println(done + " of " + subjects.size() + " estimated");
      }
    }
    return out.exit();
  }

  private Estimate estimate(PkPdModel found, Subject subject, Map<String, double[]> etas) {
    List<Subject> one = List.of(subject);
    Budget budget = Budget.unlimited();
    return at != null
        ? Estimator.at(found, one, etas, budget).get(0)
        : Estimator.estimate(
                found, one, new Estimator.Options(STARTS, covariance, samples, seed), budget)
            .get(0);
  }

  private List<String> header(PkPdModel found) {
    List<String> header = new ArrayList<>(List.of("ID"));
    if (samples > 0) {
      header.add("SAMPLE");
    }
    for (int i = 1; i <= found.etas(); i++) {
      header.add("ETA" + i);
    }
    header.addAll(found.layout().parameters());
    header.add("OBJ");
    for (int i = 1; covariance && i <= found.etas(); i++) {
      for (int j = 1; j <= i; j++) {
        header.add("COV_" + i + "_" + j);
      }
    }
    return header;
  }

  private void print(CsvOutput out, Estimate estimate) {
    List<String> row = start(estimate.id(), 0);
    estimate.etas().forEach(eta -> row.add(CsvOutput.number(eta)));
    estimate.parameters().values().forEach(value -> row.add(CsvOutput.number(value)));
    row.add(CsvOutput.number(estimate.objective()));
    estimate.covariance().ifPresent(matrix -> add(row, matrix));
    out.row(row);
    for (int i = 0; i < estimate.samples().size(); i++) {
      List<String> draw = start(estimate.id(), i + 1);
      estimate.samples().get(i).forEach(eta -> draw.add(CsvOutput.number(eta)));
      out.row(draw);
    }
  }

  private List<String> start(String id, int sample) {
    List<String> row = new ArrayList<>(List.of(id));
    if (samples > 0) {
      row.add(Integer.toString(sample));
    }
    return row;
  }

  private static void add(List<String> row, RealMatrix matrix) {
    for (int i = 0; i < matrix.getRowDimension(); i++) {
      for (int j = 0; j <= i; j++) {
        row.add(CsvOutput.number(matrix.getEntry(i, j)));
      }
    }
  }
}
