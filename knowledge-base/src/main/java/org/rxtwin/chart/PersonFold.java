package org.rxtwin.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who the patient is, under which numbers, and where: what two merged records tell of one person.
 */
final class PersonFold {
  private record Change(ChartEvent.StayChanged stay, StoredEvent stored) {}

  private final ChartId id;
  private final List<Identifier> identifiers = new ArrayList<>();
  private final Map<String, Identifier> named = new HashMap<>();
  private final Set<Identifier> ended = new HashSet<>();
  private final List<Change> changes = new ArrayList<>();
  private Optional<LocalDate> birthDate = Optional.empty();
  private Optional<BirthSpan> bornWithin = Optional.empty();
  private Sex sex = Sex.UNKNOWN;
  private Optional<String> race = Optional.empty();
  private Stay stay = Stay.NOT_TOLD;

  PersonFold(ChartId id) {
    this.id = id;
  }

  /** Takes the event if it is one of these. */
  boolean took(StoredEvent stored) {
    ChartEvent event = stored.event();
    if (event instanceof ChartEvent.PatientIdentified person) {
      identified(person);
      named.put(stored.messageId(), person.identifier());
    } else if (event instanceof ChartEvent.StayChanged change) {
      changes.add(new Change(change, stored));
    } else if (event instanceof ChartEvent.PatientMerged merged) {
      merged.ended().ifPresent(ended::add);
    } else {
      return false;
    }
    return true;
  }

  /** A message under the number that a merge ended is of the other record, whenever it arrived. */
  void finish() {
    StayFold all = new StayFold();
    for (Change each : changes) {
      all.take(each.stay(), each.stored().occurredAt(), isOwn(each.stored()));
    }
    stay = all.stay();
  }

  private boolean isOwn(StoredEvent stored) {
    Identifier by = named.get(stored.messageId());
    return stored.chart().equals(id) && (by == null || !ended.contains(by));
  }

  private void identified(ChartEvent.PatientIdentified person) {
    if (!identifiers.contains(person.identifier())) {
      identifiers.add(person.identifier());
    }
    born(person);
    race = person.race().or(() -> race);
    sex = person.sex() == Sex.UNKNOWN ? sex : person.sex();
  }

  /** The latest word counts; a year that holds the known day says nothing new. */
  private void born(ChartEvent.PatientIdentified person) {
    if (person.birthDate().isPresent()) {
      birthDate = person.birthDate();
      bornWithin = Optional.empty();
    } else if (person.bornWithin().isPresent()
        && !birthDate.map(person.bornWithin().get()::holds).orElse(false)) {
      birthDate = Optional.empty();
      bornWithin = person.bornWithin();
    }
  }

  List<Identifier> identifiers() {
    return List.copyOf(identifiers);
  }

  Optional<LocalDate> birthDate() {
    return birthDate;
  }

  Optional<BirthSpan> bornWithin() {
    return bornWithin;
  }

  Sex sex() {
    return sex;
  }

  Optional<String> race() {
    return race;
  }

  Stay stay() {
    return stay;
  }
}
