package org.rxtwin.hl7.feed;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.rxtwin.chart.Coding;

/**
 * What is agreed with one sender.
 *
 * @param application MSH-3.1 of the sender; {@code *} stands for any characters
 * @param facility MSH-4.1 of the sender; {@code *} stands for any characters
 * @param zone zone of times that carry no offset
 * @param defaultAuthority who gave identifiers that name nobody; empty means the sending facility
 * @param localCodes the sender's codes, keyed {@code SYSTEM|code} or {@code |code} (see {@link
 *     #codeKey}), and what they mean
 * @param localUnits the sender's unit words in lower case, and the UCUM code each means
 * @param charset character set of messages that declare none
 * @param zoneAgreed whether the zone was agreed with this sender; else an offset in its MSH-7 goes
 *     before it
 */
public record FeedProfile(
    String application,
    String facility,
    ZoneId zone,
    String defaultAuthority,
    Map<String, Coding> localCodes,
    Map<String, String> localUnits,
    Optional<Charset> charset,
    boolean zoneAgreed) {
  public FeedProfile {
    localCodes = Collections.unmodifiableMap(new TreeMap<>(localCodes));
    TreeMap<String, String> words = new TreeMap<>();
    localUnits.forEach((word, ucum) -> words.put(word.toLowerCase(Locale.ROOT), ucum));
    localUnits = Collections.unmodifiableMap(words);
  }

  /** A sender of which nothing but its time zone is agreed. */
  public static FeedProfile anySender(ZoneId zone) {
    return new FeedProfile("*", "*", zone, "", Map.of(), Map.of(), Optional.empty(), false);
  }

  /** The key under which a local code is looked up: the system in upper case. */
  public static String codeKey(String system, String code) {
    return system.toUpperCase(Locale.ROOT) + "|" + code;
  }

  /** What the sender's own code means, where it was agreed. */
  public Optional<Coding> findLocal(String system, String code) {
    return Optional.ofNullable(localCodes.get(codeKey(system, code)))
        .or(() -> Optional.ofNullable(localCodes.get(codeKey("", code))));
  }

  /** Whether this profile is meant for that sender. */
  public boolean fits(String sendingApplication, String sendingFacility) {
    return matches(application, sendingApplication) && matches(facility, sendingFacility);
  }

  private static boolean matches(String pattern, String text) {
    if (pattern.equals("*")) {
      return true;
    }
    String[] literals = pattern.split("\\*", -1);
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < literals.length; i++) {
      regex.append(i == 0 ? "" : ".*").append(Pattern.quote(literals[i]));
    }
    return Pattern.matches(regex.toString(), text);
  }
}
