package org.rxtwin.chart;

import java.time.Instant;
import java.util.List;

/**
 * An episode as the chart remembers it.
 *
 * @param alertId id that stays through all versions
 * @param version last version issued
 * @param key what it is about
 * @param tier tier of that version
 * @param status open, updated or closed
 * @param openedAt evaluation time of the first version
 * @param content hash of what a reader would see; equal content is not sent again
 * @param obligations what that version said must be measured, by when; none in old events
 */
public record EpisodeState(
    String alertId,
    int version,
    EpisodeKey key,
    Tier tier,
    Alert.Status status,
    Instant openedAt,
    String content,
    List<Alert.Obligation> obligations) {
  /** An episode that asks for no measurement. */
  public EpisodeState(
      String alertId,
      int version,
      EpisodeKey key,
      Tier tier,
      Alert.Status status,
      Instant openedAt,
      String content) {
    this(alertId, version, key, tier, status, openedAt, content, List.of());
  }

  public EpisodeState {
    obligations = obligations == null ? List.of() : List.copyOf(obligations);
  }
}
