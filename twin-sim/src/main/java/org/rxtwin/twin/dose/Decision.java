package org.rxtwin.twin.dose;

/** What the numbers say of a dose. */
public sealed interface Decision {
  /** The dose in force keeps the limits. */
  record Keep() implements Decision {}

  /**
   * Another dose does clearly better.
   *
   * @param dailyDose that dose
   * @param odds what it leads to
   */
  record Change(double dailyDose, Odds odds) implements Decision {}

  /**
   * Another regimen does clearly better.
   *
   * @param option that regimen
   * @param odds what it leads to
   */
  record Switch(Option option, Odds odds) implements Decision {}

  /** No dose that can be given keeps the toxic limit. */
  record NoneSafe() implements Decision {}

  /** Neither safe as it is nor clearly better otherwise. */
  record Unclear() implements Decision {}
}
