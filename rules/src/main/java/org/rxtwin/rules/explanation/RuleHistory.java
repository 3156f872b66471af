package org.rxtwin.rules.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;

/**
 * The alerts that carried findings of one rule, and what became of them.
 *
 * @param carried an entry for each alert, in the order in which they were opened
 */
public record RuleHistory(List<Carried> carried) {
  public RuleHistory {
    carried = List.copyOf(carried);
  }

  /**
   * An alert that carried a finding of the rule.
   *
   * @param last the last version that carried it
   * @param finding the finding as that version has it
   * @param leading whether the alert speaks in its name
   * @param after the version that came next and no longer carries it
   */
  public record Carried(Alert last, Finding finding, boolean leading, Optional<Alert> after) {
    /** Whether it says that the rule itself could not be evaluated. */
    public boolean notScreened() {
      return finding.kind() == FindingKind.NOT_SCREENED;
    }

    /** Whether it carries a finding of the rule with that title. */
    public boolean holds(String title) {
      return last.findings().stream()
          .anyMatch(
              each -> each.rule().id().equals(finding.rule().id()) && each.title().equals(title));
    }

    /** Whether twin or adjudication sent it at another tier than the rule asked for. */
    public boolean otherTier() {
      return finding.tier() != last.tier();
    }
  }

  /** The history of a rule in the versions of each alert of a patient, oldest version first. */
  public static RuleHistory of(String ruleId, Collection<List<Alert>> alerts) {
    List<Carried> carried = new ArrayList<>();
    for (List<Alert> versions : alerts) {
      for (int i = versions.size() - 1; i >= 0; i--) {
        Optional<Finding> found = find(ruleId, versions.get(i));
        if (found.isPresent()) {
          Alert last = versions.get(i);
          boolean leading = last.findings().get(0).rule().id().equals(ruleId);
          Optional<Alert> after =
              i + 1 < versions.size() ? Optional.of(versions.get(i + 1)) : Optional.empty();
          carried.add(new Carried(last, found.get(), leading, after));
          break;
        }
      }
    }
    return new RuleHistory(carried);
  }

  private static Optional<Finding> find(String ruleId, Alert alert) {
    return alert.findings().stream().filter(each -> each.rule().id().equals(ruleId)).findFirst();
  }
}
