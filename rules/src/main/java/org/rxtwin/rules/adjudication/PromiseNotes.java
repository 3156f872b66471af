package org.rxtwin.rules.adjudication;

import java.time.Instant;
import java.util.List;
import org.rxtwin.knowledge.LaboratoryTable;
import org.rxtwin.rules.laboratory.Promise;
import org.rxtwin.rules.laboratory.Promises;
import org.rxtwin.rules.laboratory.Results;

/** What became of the measurements that answers to an alert promised. */
final class PromiseNotes {
  private final Deadlines form;
  private final LaboratoryTable laboratory;

  PromiseNotes(Deadlines form, LaboratoryTable laboratory) {
    this.form = form;
    this.laboratory = laboratory;
  }

  List<String> of(String alertId, Evaluation evaluation) {
    Results results = new Results(laboratory, evaluation.chart(), evaluation.at());
    return Promises.of(laboratory, results, evaluation.chart()).stream()
        .filter(each -> each.episode().alertId().equals(alertId))
        .map(each -> said(each, evaluation.at()))
        .toList();
  }

  private String said(Promise promise, Instant at) {
    String what =
        promise.analyte().name()
            + ", promised by "
            + promise.answer().who().strip()
            + " by "
            + form.text(promise.due());
    if (promise.kept().isPresent()) {
      return what + ", was measured on " + form.text(promise.kept().get()) + ".";
    }
    return what + (promise.broken(at) ? ", has not been measured." : ", is awaited.");
  }
}
