package org.rxtwin.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rxtwin.twin.engine.Budget;
import org.rxtwin.twin.engine.Simulator;
import org.rxtwin.twin.engine.Simulator.Prediction;
import org.rxtwin.twin.engine.Subject;
import org.rxtwin.twin.model.PkPdModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code twin simulate}: predictions at every record. */
@Command(
    name = "simulate",
    description = {
      "Predicts every record of NM-TRAN style data.",
      "Data: CSV ID,TIME,AMT,RATE,II,ADDL,SS,EVID,CMT,DV,MDV and the model's covariates.",
      "Answer: ID,TIME,CMT,PRED at typical values; with --eta also IPRED."
    })
final class TwinSimulateCommand implements Callable<Integer> {
  private final Site site;

  @Mixin private TwinData source = new TwinData();

  @Option(names = "--eta", paramLabel = "FILE", description = "CSV ID,ETA1,...")
  private @Nullable String etaFile;

  TwinSimulateCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    Terminal terminal = site.terminal();
    PkPdModel found = source.model(site);
    List<Subject> subjects = source.subjects(site, found);
    boolean individual = etaFile != null;
    Map<String, double[]> etas =
        etaFile == null ? Map.of() : TwinData.etas(terminal, found, etaFile);
    List<String> header = new ArrayList<>(List.of("ID", "TIME", "CMT", "PRED"));
    if (individual) {
      header.add("IPRED");
    }
    CsvOutput out = new CsvOutput(terminal, header);
    for (Subject subject : subjects) {
      if (individual && !etas.containsKey(subject.id())) {
        out.problem(List.of(subject.id()), "no etas are given for this ID");
      } else {
        simulate(found, subject, etas, individual, out);
      }
    }
    return out.exit();
  }

  private static void simulate(
      PkPdModel model,
      Subject subject,
      Map<String, double[]> etas,
      boolean individual,
      CsvOutput out) {
    try {
      for (Prediction p : Simulator.simulate(model, List.of(subject), etas, Budget.unlimited())) {
        List<String> row = new ArrayList<>();
        row.add(p.id());
        row.add(CsvOutput.number(p.record().time()));
        row.add(Integer.toString(p.record().cmt()));
        row.add(CsvOutput.number(p.pred()));
        if (individual) {
          row.add(CsvOutput.number(p.ipred()));
        }
        out.row(row);
      }
    } catch (IllegalArgumentException e) {
      out.problem(List.of(subject.id()), RowProblem.oneLine(e));
    }
  }
}
