package org.rxtwin.rules.explanation;

/** What a chart must hold for a kind of fact to be there at all. */
public final class FactSource {
  private FactSource() {}

  /**
   * What a fact is made of, as the end of "it takes".
   *
   * @param fact the word rules use for it
   */
  public static String of(String fact) {
    return switch (fact) {
      case "ActiveDrug" -> "an order that runs and whose drug is known";
      case "InteractionFact" ->
          "two drugs with an interaction row between them, the one it changes running, the other"
              + " running or not yet washed out";
      case "DuplicateFact" -> "one ingredient in more than one running order";
      case "AllergyFact" ->
          "a running drug and a recorded allergy to it, its family or a like side chain";
      case "UnresolvedAllergen" ->
          "a recorded allergy whose substance could not be told with certainty";
      case "DoseFact" -> "a running drug with a dose limit for this route, age and indication";
      case "RenalFact" ->
          "a running drug with a limit by kidney function for this route, indication and place";
      case "GeneFact" ->
          "a running drug that reaches the circulation and an undisputed genotype with a"
              + " recommendation for it";
      case "GenotypeUnclear" ->
          "a running drug that reaches the circulation and a report of a gene that speaks for it but"
              + " cannot be used";
      case "GeneTestFact" ->
          "a running drug that reaches the circulation and whose start asks for a gene's result";
      case "GenotypeConflict" -> "reports of one gene that disagree";
      case "LabLimitFact" ->
          "a running drug that reaches the circulation, with a limit on a result, and such a result"
              + " that is recent";
      case "MonitoringFact" -> "a running drug that asks for a measurement";
      case "PromiseFact" -> "an answer to an open alert that promises a measurement it asked for";
      case "UnresolvedDrug" -> "a running order whose drug could not be told with certainty";
      case "EncodedDiffers" ->
          "a running order whose request and encoding tell different drugs, doses or schedules";
      case "UnreadDose" -> "a running order whose drug was read and whose dose was not";
      case "ClassDuplicateFact" ->
          "several drugs of a class on one list, of which only so many are meant to run";
      case "LabTrendFact" ->
          "a running drug with a row for a change of a result, and two such results to compare";
      case "QtFact" -> "a drug that lengthens QT, running or not yet washed out";
      case "OpioidLoad" -> "a running opioid and limits of this place for such a patient";
      case "TolerantOnlyFact" ->
          "a new order of an opioid product that its label keeps for patients used to opioids";
      case "UncountedOpioid" -> "a running opioid order that could not be counted";
      case "PregnancyFact" ->
          "a running drug that reaches the circulation, with a row for the patient's state of"
              + " pregnancy";
      default ->
          throw new IllegalArgumentException(
              "expected a kind of fact, came " + fact + "\nMaybe it is new and not said here yet.");
    };
  }
}
