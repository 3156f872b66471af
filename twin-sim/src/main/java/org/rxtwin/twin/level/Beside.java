package org.rxtwin.twin.level;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.twin.model.NotBeside;
import org.rxtwin.twin.model.PkPdModel;
import org.rxtwin.twin.question.ClearanceCourse;

/** Drugs beside which a model speaks for nobody, such as one that displaces it from albumin. */
final class Beside {
  private Beside() {}

  /** Such a drug that is taken, or not yet washed out, at a time (hours from the evaluation). */
  static Optional<NotBeside> at(PkPdModel model, DoseQuestion question, double time) {
    return model.text().notBeside().stream()
        .filter(
            each ->
                (time >= 0 && question.running().contains(each.drug()))
                    || works(question, each.drug(), time))
        .findFirst();
  }

  private static boolean works(DoseQuestion question, String drug, double time) {
    return question.perpetrators().stream()
        .filter(change -> change.ingredient().equals(drug))
        .map(c -> ClearanceCourse.of(c, question.at(), DoubleUnaryOperator.identity()))
        .anyMatch(course -> course.activity(time) > 0);
  }
}
