package org.rxtwin.chart;

import java.time.Instant;

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
 */
public record EpisodeState(
    String alertId,
    int version,
    EpisodeKey key,
    Tier tier,
    Alert.Status status,
    Instant openedAt,
    String content) {}
