package org.rxtwin.twin.level;

import org.rxtwin.twin.model.Target;

/** What a target counts. */
enum Exposure {
  /** Area over 24 hours. */
  AUC24,
  /** Concentration before a dose. */
  TROUGH,
  /** Area over 24 hours divided by 24. */
  AVERAGE;

  static Exposure of(Target target) {
    return switch (target.name()) {
      case "auc24" -> AUC24;
      case "trough" -> TROUGH;
      default -> AVERAGE;
    };
  }

  /** As a sentence names it. */
  String label(Target target, String drug) {
    if (!target.label().isEmpty()) {
      return target.label();
    }
    return switch (this) {
      case AUC24 -> "AUC24";
      case TROUGH -> drug + " trough";
      case AVERAGE -> drug + " level";
    };
  }
}
