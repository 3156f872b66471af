package org.rxtwin.chart;

import java.util.List;
import java.util.Optional;

/**
 * What one rule found on a chart.
 *
 * @param kind which kind of harm
 * @param rule the rule that found it
 * @param severity from the knowledge row
 * @param tier what the rule asks for before the twin and the adjudication speak
 * @param hazard the problem in a slug, such as {@code warfarin-effect}: findings of one hazard on
 *     the same ingredients are one episode
 * @param ingredients ingredients concerned, sorted
 * @param orderIds orders concerned
 * @param title under 140 characters
 * @param reasons the facts that fired
 * @param advice what to do
 * @param evidence where it stands
 * @param harmIsExposure true when the harm is the exposure a twin can model (rule 1)
 * @param questionKey the dose question it raises, where it raises one
 */
public record Finding(
    FindingKind kind,
    RuleRef rule,
    Severity severity,
    Tier tier,
    String hazard,
    List<String> ingredients,
    List<String> orderIds,
    String title,
    List<Reason> reasons,
    Advice advice,
    List<Evidence> evidence,
    boolean harmIsExposure,
    Optional<String> questionKey) {
  private static final int TITLE_LIMIT = 140;

  public Finding {
    ingredients = ingredients.stream().sorted().distinct().toList();
    orderIds = List.copyOf(orderIds);
    reasons = List.copyOf(reasons);
    evidence = List.copyOf(evidence);
    if (title.isBlank() || title.length() >= TITLE_LIMIT) {
      throw new IllegalArgumentException(
          "expected a title of 1 to 139 characters in rule "
              + rule.id()
              + ", came "
              + title.length()
              + "\nMaybe names were joined without a limit.");
    }
  }

  /** What makes findings one episode. */
  public EpisodeKey episode() {
    return new EpisodeKey(hazard, ingredients);
  }
}
