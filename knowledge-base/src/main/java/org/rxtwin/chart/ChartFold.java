package org.rxtwin.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a list of events in fold order amounts to. Filled once, then only read. */
final class ChartFold {
  private final PersonFold person;
  private final OrderTimeline timeline;
  private final List<OrderState> orders;
  private final ResultFold resultFold = new ResultFold();
  private final AllergyFold allergies = new AllergyFold();
  private final List<GenotypeState> genotypes = new ArrayList<>();
  private final Map<String, EpisodeState> episodes = new LinkedHashMap<>();
  private final VerdictFold verdicts = new VerdictFold();
  private final CareFold care = new CareFold();
  private final Map<String, Feedback> feedback = new LinkedHashMap<>();
  private final List<UnreadPart> unread = new ArrayList<>();
  private final List<ChartEvent.DueReached> dueReached = new ArrayList<>();
  private final LostMessages lost = new LostMessages();
  private List<ResultState> results = List.of();

  private ChartFold(ChartId id, OrderTimeline timeline) {
    this.person = new PersonFold(id);
    this.timeline = timeline;
    this.orders = OrderFold.states(timeline.steps());
  }

  static ChartFold of(ChartId id, List<StoredEvent> events) {
    ChartFold fold = new ChartFold(id, OrderTimeline.of(events));
    events.forEach(fold::take);
    fold.person.finish();
    ResultFold.Standing standing = fold.resultFold.standing();
    fold.results = standing.results();
    fold.unread.addAll(standing.unread());
    fold.unread.addAll(fold.allergies.unread());
    fold.unread.addAll(fold.timeline.unread());
    return fold;
  }

  private void take(StoredEvent stored) {
    ChartEvent event = stored.event();
    if (event instanceof ChartEvent.GenotypeReported reported) {
      genotypes.add(
          new GenotypeState(reported.genotype(), stored.occurredAt(), stored.messageId()));
    } else if (!person.took(stored)
        && !allergies.took(stored)
        && !care.took(stored)
        && !resultFold.took(stored)
        && !verdicts.took(event)
        && !lost.took(stored)) {
      tookOwn(event, stored);
    }
  }

  private void tookOwn(ChartEvent event, StoredEvent stored) {
    if (event instanceof ChartEvent.ReadingTroubled troubled) {
      unread.add(
          new UnreadPart(
              troubled.what(), troubled.problems(), stored.recordedAt(), stored.messageId()));
    } else if (event instanceof ChartEvent.DueReached due) {
      dueReached.add(due);
    } else if (event instanceof ChartEvent.AlertIssued issued) {
      issued(issued.episode());
    } else if (event instanceof ChartEvent.FeedbackGiven given) {
      Feedback answer = given.feedback();
      feedback.putIfAbsent(
          answer.alertId() + ":" + answer.version() + ":" + answer.who() + ":" + answer.at(),
          answer);
    }
  }

  private void issued(EpisodeState episode) {
    EpisodeState before = episodes.get(episode.alertId());
    if (before == null || before.version() < episode.version()) {
      episodes.put(episode.alertId(), episode);
    }
  }

  PersonFold person() {
    return person;
  }

  List<OrderState> orders() {
    return orders;
  }

  OrderTimeline timeline() {
    return timeline;
  }

  List<ResultState> results() {
    return results;
  }

  List<AllergyState> allergies() {
    return allergies.standing();
  }

  List<GenotypeState> genotypes() {
    return List.copyOf(genotypes);
  }

  List<EpisodeState> episodes() {
    return List.copyOf(episodes.values());
  }

  Optional<DoseVerdict> findVerdict(String questionKey) {
    return verdicts.findVerdict(questionKey);
  }

  Optional<String> findAsked(String questionKey) {
    return verdicts.findAsked(questionKey);
  }

  CareFold care() {
    return care;
  }

  List<Feedback> feedback() {
    return List.copyOf(feedback.values());
  }

  List<UnreadPart> unread() {
    return List.copyOf(unread);
  }

  List<ChartEvent.DueReached> dueReached() {
    return List.copyOf(dueReached);
  }

  LostMessages lost() {
    return lost;
  }
}
