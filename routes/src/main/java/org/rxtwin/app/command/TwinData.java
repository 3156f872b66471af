package org.rxtwin.app.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.twin.engine.DataReader;
import org.rxtwin.twin.engine.Subject;
import org.rxtwin.twin.model.PkPdModel;
import picocli.CommandLine.Option;

/** The model and the data of the twin commands. */
final class TwinData {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "MODEL",
      description = "Id of the library, or a model file.")
  private String model = "";

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Data; - is standard input.")
  private String data = "";

  PkPdModel model(Site site) {
    return site.models().get(model);
  }

  List<Subject> subjects(Site site, PkPdModel found) {
    return DataReader.read(found, InputText.text(site.terminal(), data));
  }

  /** Etas by person from CSV {@code ID,ETA1,...}. */
  static Map<String, double[]> etas(Terminal terminal, PkPdModel model, String file) {
    Map<String, double[]> etas = new LinkedHashMap<>();
    try (CsvInput input = CsvInput.open(InputText.open(terminal, file), needed(model))) {
      for (Optional<CsvRow> row = input.next(); row.isPresent(); row = input.next()) {
        etas.put(row.get().text("id"), etas(model, row.get()));
      }
    }
    return etas;
  }

  private static List<String> needed(PkPdModel model) {
    List<String> columns = new java.util.ArrayList<>(List.of("id"));
    for (int i = 1; i <= model.etas(); i++) {
      columns.add("eta" + i);
    }
    return columns;
  }

  private static double[] etas(PkPdModel model, CsvRow row) {
    double[] values = new double[model.etas()];
    for (int i = 0; i < values.length; i++) {
      String column = "eta" + (i + 1);
      try {
        values[i] = row.number(column).orElseThrow(() -> new RowProblem(column + " is empty"));
      } catch (RowProblem e) {
        throw new UnusableInput("row " + row.number() + " of the etas: " + e.getMessage(), e);
      }
    }
    return values;
  }
}
