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
 * @param tables what the sender's drugs, observations, units, routes and schedules mean
 * @param localCodes codes of any field, keyed {@code SYSTEM|code} or {@code |code} (see {@link
 *     #codeKey}), and what they mean; the tables go before them
 * @param charset character set of messages that declare none
 * @param zoneAgreed whether the zone was agreed with this sender; else an offset in its MSH-7 goes
 *     before it
 * @param moves which field really holds what
 * @param authorities names of authorities that give the same numbers as another: as they are sent,
 *     or as they are read ({@code HOSP#PI}), and the name that is kept
 */
public record FeedProfile(
    String application,
    String facility,
    ZoneId zone,
    String defaultAuthority,
    FeedTables tables,
    Map<String, Coding> localCodes,
    Optional<Charset> charset,
    boolean zoneAgreed,
    FieldMoves moves,
    Map<String, String> authorities) {
  public FeedProfile {
    authorities = Collections.unmodifiableMap(new TreeMap<>(authorities));
    localCodes = Collections.unmodifiableMap(new TreeMap<>(localCodes));
  }

  /** A sender whose fields stand where the standard has them, with codes of any field and units. */
  public FeedProfile(
      String application,
      String facility,
      ZoneId zone,
      String defaultAuthority,
      Map<String, Coding> localCodes,
      Map<String, String> localUnits,
      Optional<Charset> charset,
      boolean zoneAgreed) {
    this(
        application,
        facility,
        zone,
        defaultAuthority,
        new FeedTables(Map.of(), Map.of(), localUnits, Map.of(), Map.of()),
        localCodes,
        charset,
        zoneAgreed,
        FieldMoves.NONE,
        Map.of());
  }

  /** The same sender with other tables, and with fields that stand elsewhere. */
  public FeedProfile with(FeedTables otherTables, FieldMoves otherMoves) {
    return new FeedProfile(
        application,
        facility,
        zone,
        defaultAuthority,
        otherTables,
        localCodes,
        charset,
        zoneAgreed,
        otherMoves,
        authorities);
  }

  /** The same sender with names of authorities that give the same numbers as another. */
  public FeedProfile withAuthorities(Map<String, String> same) {
    return new FeedProfile(
        application,
        facility,
        zone,
        defaultAuthority,
        tables,
        localCodes,
        charset,
        zoneAgreed,
        moves,
        same);
  }

  /** The name under which an authority's numbers are kept. */
  public String authority(String written) {
    return authorities.getOrDefault(written, written);
  }

  /** A sender of which nothing but its time zone is agreed. */
  public static FeedProfile anySender(ZoneId zone) {
    return new FeedProfile("*", "*", zone, "", Map.of(), Map.of(), Optional.empty(), false);
  }

  /** The key under which a local code is looked up: the system in upper case. */
  public static String codeKey(String system, String code) {
    return system.toUpperCase(Locale.ROOT) + "|" + code;
  }

  /** The sender's unit words in lower case, and the UCUM code each means. */
  public Map<String, String> localUnits() {
    return tables.units();
  }

  /** What the sender's own code for a drug or an allergen means, where it was agreed. */
  public Optional<Coding> findDrug(Coding written) {
    return tables.findDrug(written).or(() -> findLocal(written));
  }

  /** What the sender's own code for an observation means, where it was agreed. */
  public Optional<Coding> findObservation(Coding written) {
    return tables.findObservation(written).or(() -> findLocal(written));
  }

  /** What the sender's own code of any other field means, where it was agreed. */
  public Optional<Coding> findLocal(Coding written) {
    return written.code().isEmpty() ? Optional.empty() : FeedTables.findCode(localCodes, written);
  }

  /** The code of HL7 table 0162 that the sender's own code or word for a route means. */
  public Optional<String> findRoute(String written) {
    return FeedTables.find(tables.routes(), written);
  }

  /** The pattern or words that the sender's own code or words for a schedule mean. */
  public Optional<String> findFrequency(String written) {
    return FeedTables.find(tables.frequencies(), written);
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
