package org.rxtwin.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Allergies that stand. A deletion takes off the record of its number; of those without a number
 * the one of its substance. Where it may mean several substances all stand, and it is said.
 */
final class AllergyFold {
  private static final ReadProblem WHICH =
      new ReadProblem(
          "IAM",
          "IAM-3",
          "expected a deletion to name one allergy by number, code or words; several fit, and all"
              + " of them stand");

  private final Map<String, AllergyState> standing = new LinkedHashMap<>();
  private final List<UnreadPart> unread = new ArrayList<>();

  /** Takes the event if it is of an allergy. */
  boolean took(StoredEvent stored) {
    if (!(stored.event() instanceof ChartEvent.AllergyRecorded recorded)) {
      return false;
    }
    Allergy allergy = recorded.allergy();
    if (allergy.active()) {
      standing.put(
          allergy.key(), new AllergyState(allergy, stored.occurredAt(), stored.messageId()));
    } else {
      deleted(allergy, stored);
    }
    return true;
  }

  private void deleted(Allergy deletion, StoredEvent stored) {
    boolean numbered = deletion.id().isPresent() && standing.remove(deletion.key()) != null;
    List<Allergy> open =
        standing.values().stream()
            .map(AllergyState::allergy)
            .filter(each -> each.id().isEmpty() || deletion.id().isEmpty())
            .toList();
    List<Allergy> meant = open.stream().filter(each -> each.isNamedAs(deletion)).toList();
    if (meant.isEmpty() && !numbered) {
      meant = open.stream().filter(each -> each.mayBeMeantBy(deletion)).toList();
    }
    Allergy first = meant.isEmpty() ? deletion : meant.get(0);
    if (meant.stream().allMatch(each -> each.isNamedAs(first) || each.isNamedAs(deletion))) {
      meant.forEach(each -> standing.remove(each.key()));
    } else {
      unread.add(
          new UnreadPart("allergy", List.of(WHICH), stored.recordedAt(), stored.messageId()));
    }
  }

  List<AllergyState> standing() {
    return List.copyOf(standing.values());
  }

  /** Deletions of which nobody can tell what they delete. */
  List<UnreadPart> unread() {
    return unread;
  }
}
