package org.rxtwin.rules.adjudication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rxtwin.chart.EpisodeKey;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;

/**
 * Sorts findings into episodes. Findings of one hazard on the same drugs are one; one that speaks
 * of fewer of these drugs (a high INR beside warfarin with fluconazole) belongs to it too. What was
 * not screened stands for itself and is never merged into anything.
 */
final class Episodes {
  static final String NOT_SCREENED = "not-screened ";

  private static final Comparator<EpisodeKey> ORDER =
      Comparator.comparing(EpisodeKey::hazard)
          .thenComparing(key -> String.join(" ", key.ingredients()));

  private Episodes() {}

  static List<Episode> of(List<Judged> judged, Evaluation evaluation) {
    Map<EpisodeKey, List<Judged>> groups = new TreeMap<>(ORDER);
    for (Judged each : judged) {
      groups.computeIfAbsent(key(each.finding()), key -> new ArrayList<>()).add(each);
    }
    Map<EpisodeKey, List<Judged>> whole = new TreeMap<>(ORDER);
    groups.forEach(
        (key, members) ->
            whole
                .computeIfAbsent(home(key, groups).orElse(key), home -> new ArrayList<>())
                .addAll(members));
    List<Episode> episodes = new ArrayList<>();
    whole.forEach((key, members) -> episodes.add(Episode.of(key, members, evaluation)));
    return episodes;
  }

  static EpisodeKey key(Finding finding) {
    return finding.kind() == FindingKind.NOT_SCREENED
        ? new EpisodeKey(
            NOT_SCREENED
                + finding.rule().id()
                + " "
                + finding.hazard()
                + " "
                + String.join(" ", finding.orderIds()),
            finding.ingredients())
        : finding.episode();
  }

  /** The episode that speaks of all these drugs and more, the largest where there are several. */
  private static Optional<EpisodeKey> home(EpisodeKey key, Map<EpisodeKey, List<Judged>> groups) {
    return groups.keySet().stream()
        .filter(other -> within(key, other))
        .min(
            Comparator.comparing((EpisodeKey other) -> -other.ingredients().size())
                .thenComparing(ORDER));
  }

  /** Whether one key speaks of the same hazard on some, but not all, of the other's drugs. */
  static boolean within(EpisodeKey key, EpisodeKey other) {
    return key.hazard().equals(other.hazard())
        && !key.ingredients().isEmpty()
        && key.ingredients().size() < other.ingredients().size()
        && other.ingredients().containsAll(key.ingredients());
  }
}
