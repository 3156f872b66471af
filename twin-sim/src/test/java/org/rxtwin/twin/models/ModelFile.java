package org.rxtwin.twin.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.rxtwin.twin.Resources;
import org.rxtwin.twin.engine.Budget;
import org.rxtwin.twin.engine.DataReader;
import org.rxtwin.twin.engine.Simulator;
import org.rxtwin.twin.model.ModelLibrary;
import org.rxtwin.twin.model.ModelReader;
import org.rxtwin.twin.model.PkPdModel;

/** A shipped model asked for its typical person, and the same file with one figure changed. */
record ModelFile(PkPdModel model) {
  static ModelFile shipped(String id) {
    return new ModelFile(ModelLibrary.shipped().get(id));
  }

  /** The file with {@code wrong} in the place of {@code right}, which must stand in it. */
  ModelFile mistyped(String right, String wrong) {
    String yaml = Resources.text("/models/" + model.id() + ".yaml");
    assertThat(yaml).contains(right);
    return new ModelFile(ModelReader.read(yaml.replace(right, wrong)));
  }

  /** One parameter of the typical person. */
  double typical(String parameter, Map<String, Double> person) {
    Double value = model.parameters(person, new double[model.etas()]).get(parameter);
    return value == null ? Double.NaN : value;
  }

  /** Predictions at typical values for every record of NM-TRAN data of one person. */
  double[] predict(List<String> records) {
    String csv = String.join("\n", records) + "\n";
    return Simulator.predict(
        model,
        DataReader.read(model, csv).get(0).records(),
        new double[model.etas()],
        Budget.unlimited());
  }
}
