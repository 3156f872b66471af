package org.rxtwin.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rxtwin.twin.engine.Budget;
import org.rxtwin.twin.engine.DosingRecord;
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
      "Answer: ID,TIME,CMT,PRED at typical values; with --eta also IPRED, in the order of the"
          + " data. Both are the output itself, also where its DV is a logarithm (log_var)."
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
    Answer[] answers = new Answer[subjects.stream().mapToInt(each -> each.records().size()).sum()];
    for (Subject subject : subjects) {
      List<Answer> own =
          individual && !etas.containsKey(subject.id())
              ? refused(subject, "no etas are given for this ID")
              : simulated(found, subject, etas, individual);
      for (int i = 0; i < own.size(); i++) {
        answers[subject.places().get(i)] = own.get(i);
      }
    }
    CsvOutput out = new CsvOutput(terminal, header);
    for (Answer answer : answers) {
      answer.print(out);
    }
    return out.exit();
  }

  /** One line of the answer; without a problem where {@code problem} is empty. */
  private record Answer(List<String> cells, String problem) {
    void print(CsvOutput out) {
      if (problem.isEmpty()) {
        out.row(cells);
      } else {
        out.problem(cells, problem);
      }
    }
  }

  private static List<Answer> simulated(
      PkPdModel model, Subject subject, Map<String, double[]> etas, boolean individual) {
    try {
      List<Answer> answers = new ArrayList<>();
      for (Prediction p : Simulator.simulate(model, List.of(subject), etas, Budget.unlimited())) {
        List<String> cells = start(p.id(), p.record());
        boolean finite = Double.isFinite(p.pred()) && Double.isFinite(p.ipred());
        if (finite) {
          cells.add(CsvOutput.number(p.pred()));
        }
        if (finite && individual) {
          cells.add(CsvOutput.number(p.ipred()));
        }
        answers.add(new Answer(cells, finite ? "" : "the output is not a finite number here"));
      }
      return answers;
    } catch (IllegalArgumentException e) {
      return refused(subject, RowProblem.oneLine(e));
    }
  }

  private static List<Answer> refused(Subject subject, String problem) {
    return subject.records().stream()
        .map(record -> new Answer(start(subject.id(), record), problem))
        .toList();
  }

  private static List<String> start(String id, DosingRecord record) {
    return new ArrayList<>(
        List.of(id, CsvOutput.number(record.time()), Integer.toString(record.cmt())));
  }
}
