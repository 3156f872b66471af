package org.rxtwin.rules.screening.fact;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Evidence;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Severity;

/**
 * What a finding about a fact is made of, beside the words of the rule.
 *
 * @param hazard slug of the problem; with the ingredients it names the episode
 * @param ingredients ingredients concerned
 * @param orderIds orders concerned
 * @param severity how bad it can become
 * @param reasons the facts of the chart and the knowledge behind it
 * @param advice what the knowledge row asks for; a rule quotes it as {@code {advice}}
 * @param evidence where it stands
 * @param harmIsExposure whether the harm is an exposure a twin can model
 * @param questionKey the dose question it raises
 */
public record Grounds(
    String hazard,
    List<String> ingredients,
    List<String> orderIds,
    Severity severity,
    List<Reason> reasons,
    Advice advice,
    List<Evidence> evidence,
    boolean harmIsExposure,
    Optional<String> questionKey) {
  public Grounds {
    ingredients = ingredients.stream().sorted().distinct().toList();
    orderIds = orderIds.stream().sorted().distinct().toList();
    reasons = List.copyOf(reasons);
    evidence = List.copyOf(evidence);
  }

  /** Grounds of a case in a rule's test file, where only the conditions matter. */
  public static Grounds ofCase() {
    return new Grounds(
        "case",
        List.of("case"),
        List.of(),
        Severity.MODERATE,
        List.of(),
        Advice.of("Do what the case says."),
        List.of(),
        false,
        Optional.empty());
  }

  @Override
  public String toString() {
    return "Grounds[" + hazard + "]";
  }
}
