package org.rxtwin.rules.question;

import java.util.List;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;

/** Which ingredients codes and words stand for, as far as that is certain. */
@FunctionalInterface
public interface OrderedDrugs {
  /**
   * All ingredients of the product, sorted; empty where codes and words disagree or only resemble a
   * name: a question about a name never feeds the twin (rule 12).
   */
  List<String> certain(List<Coding> drug);

  /** Those of the drug of an order. */
  default List<String> certain(MedicationOrder order) {
    return certain(order.drug());
  }
}
