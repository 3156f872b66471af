package org.rxtwin.twin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rxtwin.twin.model.PkPdModel;

/** Predictions of a model at the records of a data set. */
public final class Simulator {
  private Simulator() {}

  /**
   * One line of an answer.
   *
   * @param id of the person
   * @param record the record answered
   * @param pred prediction at typical values
   * @param ipred prediction at the given etas; equals {@code pred} where none were given
   */
  public record Prediction(String id, DosingRecord record, double pred, double ipred) {
    @Override
    public String toString() {
      return "Prediction[" + pred + ", " + ipred + "]";
    }
  }

  /**
   * Predicts every record.
   *
   * @param etas by person; a person without takes zeros
   */
  public static List<Prediction> simulate(
      PkPdModel model, List<Subject> data, Map<String, double[]> etas, Budget budget) {
    List<Prediction> answer = new ArrayList<>();
    for (Subject subject : data) {
      double[] typical = predict(model, subject.records(), new double[model.etas()], budget);
      double[] own = etas.get(subject.id());
      double[] individual = own == null ? typical : predict(model, subject.records(), own, budget);
      for (int i = 0; i < typical.length; i++) {
        answer.add(
            new Prediction(subject.id(), subject.records().get(i), typical[i], individual[i]));
      }
    }
    return answer;
  }

  /** The output at each record of one person, at {@code etas}. */
  public static double[] predict(
      PkPdModel model, List<DosingRecord> records, double[] etas, Budget budget) {
    budget.spend(1);
    return new Course(model, etas, budget).run(records);
  }
}
