package org.rxtwin.rules.question;

import java.util.List;
import org.rxtwin.chart.MedicationOrder;

/** Which ingredients an order stands for, as far as that is certain. */
@FunctionalInterface
public interface OrderedDrugs {
  /**
   * All ingredients of the product, sorted; empty where codes and words disagree or only resemble a
   * name: a question about a name never feeds the twin (rule 12).
   */
  List<String> certain(MedicationOrder order);
}
