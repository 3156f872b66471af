package org.rxtwin.rules.screening;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.EpisodeState;
import org.rxtwin.chart.Evidence;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;
import org.rxtwin.chart.WakeUp;
import org.rxtwin.rules.laboratory.Promise;
import org.rxtwin.rules.laboratory.Promises;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.PromiseFact;

/** Measurements that answers to alerts promised, and whether the promise was kept. */
final class PromiseFacts {
  private static final double NOW_IF_URGENT_HOURS = 4;
  private static final double TODAY_HOURS = 24;
  private static final int MOST_NAMED = 2;

  private PromiseFacts() {}

  static List<PromiseFact> of(Scene scene) {
    return promises(scene).stream().map(each -> fact(scene, each)).toList();
  }

  /** When the chart is to be looked at again for what was promised. */
  static List<WakeUp> wakeUps(Scene scene) {
    return promises(scene).stream()
        .filter(each -> each.waits(scene.at()))
        .map(
            each ->
                new WakeUp(
                    "obligation/" + each.episode().alertId() + "/" + each.analyte().id(),
                    each.due()))
        .toList();
  }

  private static List<Promise> promises(Scene scene) {
    return Promises.of(scene.knowledge().laboratory(), scene.results(), scene.chart());
  }

  private static PromiseFact fact(Scene scene, Promise promise) {
    EpisodeState episode = promise.episode();
    String drugs = drugs(scene, episode.key().ingredients());
    String test = promise.analyte().name();
    Tier tier = tier(scene, promise);
    double hours = tier == Tier.QUEUE ? TODAY_HOURS : NOW_IF_URGENT_HOURS;
    String who =
        promise.answer().who().strip()
            + promise.answer().second().map(each -> " and " + each.strip()).orElse("");
    return new PromiseFact(
        test,
        drugs,
        promise.kept().isPresent(),
        scene.days(promise.due(), scene.at()) * 24,
        tier,
        new Grounds(
            "promise-" + promise.analyte().id(),
            episode.key().ingredients(),
            List.of(),
            Severity.MAJOR,
            List.of(
                new Reason(
                    "promise",
                    who + " promised " + test + " (" + promise.reason() + "), due",
                    "",
                    "",
                    Optional.of(promise.due()),
                    "")),
            Wording.measure(
                "Measure "
                    + test
                    + " now, within "
                    + (tier == Tier.QUEUE ? "24" : "4")
                    + " hours; "
                    + who
                    + " promised it and no result has come.",
                test,
                hours),
            List.of(
                new Evidence(
                    "Of overrides that said they would monitor, 35.5 % did",
                    "PMC3873469", 0, "", true)),
            false,
            Optional.empty()));
  }

  /** The first drugs by name, so that a title stays a title. */
  private static String drugs(Scene scene, List<String> ingredients) {
    if (ingredients.isEmpty()) {
      return "this patient";
    }
    String named =
        ingredients.stream().limit(MOST_NAMED).map(scene::name).collect(Collectors.joining(" + "));
    int more = ingredients.size() - MOST_NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  /** As the version that was answered, so that what disturbed once may disturb again. */
  private static Tier tier(Scene scene, Promise promise) {
    return scene.chart().events().stream()
        .map(each -> each.event())
        .filter(ChartEvent.AlertIssued.class::isInstance)
        .map(each -> ((ChartEvent.AlertIssued) each).episode())
        .filter(each -> each.alertId().equals(promise.answer().alertId()))
        .filter(each -> each.version() == promise.answer().version())
        .map(EpisodeState::tier)
        .findFirst()
        .filter(each -> each == Tier.HARD_STOP || each == Tier.INTERRUPT)
        .map(each -> Tier.INTERRUPT)
        .orElse(Tier.QUEUE);
  }
}
