package org.rxtwin.hl7.feed;

import java.time.ZoneId;
import java.util.List;

/**
 * The profiles of all senders; the first that fits counts.
 *
 * @param profiles most particular first
 * @param otherwise for senders that none fits
 */
public record FeedProfiles(List<FeedProfile> profiles, FeedProfile otherwise) {
  public FeedProfiles {
    profiles = List.copyOf(profiles);
  }

  /** Every sender lives in one zone, and nothing else is agreed. */
  public static FeedProfiles of(ZoneId zone) {
    return new FeedProfiles(List.of(), FeedProfile.anySender(zone));
  }

  /** The profile of that sender. */
  public FeedProfile get(String sendingApplication, String sendingFacility) {
    return profiles.stream()
        .filter(each -> each.fits(sendingApplication, sendingFacility))
        .findFirst()
        .orElse(otherwise);
  }
}
