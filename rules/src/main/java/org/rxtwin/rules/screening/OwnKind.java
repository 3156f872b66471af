package org.rxtwin.rules.screening;

import org.rxtwin.knowledge.Interaction;

/**
 * Pairs whose danger is a sum over all drugs of the chart, which a kind of its own judges: the rows
 * of pairs say the same of two of them, and are not to make a second alert.
 */
final class OwnKind {
  static final String QT = "qt";
  static final String OPIOID = "opioid";
  private static final String QT_CLASS = "qt-prolonging";
  private static final String OPIOID_CLASS = "opioids";

  private OwnKind() {}

  /** Whether the sum of QT-prolonging drugs says all that this row says of two of them. */
  static boolean judgesQt(Interaction row, Scene scene) {
    return scene.knowledge().qt().judges() && isQt(row);
  }

  private static boolean isQt(Interaction row) {
    return row.sideA().id().equals(QT_CLASS) && row.sideB().id().equals(QT_CLASS);
  }

  /** The problem a row of meeting effects belongs to. */
  static String hazard(Interaction row) {
    boolean opioid =
        row.sideA().id().equals(OPIOID_CLASS) && row.sideB().id().equals("benzodiazepines");
    return isQt(row) ? QT : opioid ? OPIOID : row.id();
  }
}
