package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rxtwin.chart.Timing;
import org.rxtwin.hl7.envelope.MshHeader;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.reader.UnmappedCode.Kind;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.CodeSystems;
import org.rxtwin.hl7.value.DoseUnits;
import org.rxtwin.hl7.value.ResultUnits;
import org.rxtwin.hl7.value.TimingText;

/** Finds units, routes and schedules that neither everybody's tables nor the feed's explain. */
final class UnmappedCodes {
  /** Fields of dose units. Those of rates and strengths are left out: they are made of two. */
  private static final Map<String, List<Integer>> UNITS =
      Map.of(
          "RXE", List.of(5),
          "RXO", List.of(4),
          "RXA", List.of(7),
          "RXD", List.of(5),
          "RXG", List.of(7),
          "RXC", List.of(4));

  private static final int LONGEST_CODE = 20;
  private static final Pattern PROSE = Pattern.compile("\\p{L}{2,}[\\s,;]+\\S*\\p{L}{2,}");

  private static final int OBX_UNITS = 6;
  private static final int OBX_VALUE = 5;
  private static final int ROUTE = 1;

  private final MshHeader header;
  private final FeedProfile profile;
  private final List<UnmappedCode> found = new ArrayList<>();

  UnmappedCodes(MshHeader header, FeedProfile profile) {
    this.header = header;
    this.profile = profile;
  }

  /** What was found so far. */
  List<UnmappedCode> found() {
    return List.copyOf(found);
  }

  /** Looks through one segment. */
  void look(Fields segment) {
    switch (segment.name()) {
      case "RXE" -> frequency(segment, 1, 2);
      case "ORC" -> frequency(segment, 7, 2);
      case "TQ1" -> frequency(segment, 3, 1);
      case "RXR" -> route(segment);
      case "OBX" -> resultUnit(segment);
      default -> {}
    }
    UNITS.getOrDefault(segment.name(), List.of()).forEach(field -> doseUnit(segment, field));
  }

  private void doseUnit(Fields segment, int field) {
    boolean known =
        told(segment, field)
            .anyMatch(each -> DoseUnits.find(each, profile.localUnits()).isPresent());
    if (!known) {
      add(Kind.UNIT, segment, field);
    }
  }

  /** A unit stands beside a number only; in other results the field may hold anything. */
  private void resultUnit(Fields segment) {
    boolean number = segment.text(OBX_VALUE).chars().anyMatch(Character::isDigit);
    boolean known =
        told(segment, OBX_UNITS)
            .anyMatch(each -> ResultUnits.find(each, profile.localUnits()).isPresent());
    if (number && !known) {
      add(Kind.UNIT, segment, OBX_UNITS);
    }
  }

  private void route(Fields segment) {
    if (!RouteTold.of(segment, profile).known()) {
      add(Kind.ROUTE, segment, ROUTE);
    }
  }

  private void frequency(Fields segment, int field, int component) {
    for (int i = 0; i < segment.repetitions(field); i++) {
      String text = segment.part(field, i, component, 1);
      boolean agreed = profile.findFrequency(text).isPresent();
      if (!text.isEmpty() && !agreed && TimingText.read(text).kind() == Timing.Kind.UNKNOWN) {
        add(Kind.FREQUENCY, segment, field, "", text, segment.part(field, i, component, 2));
      }
    }
  }

  /** Several words, or one longer than any code. */
  private static boolean isProse(String written) {
    return written.length() > LONGEST_CODE || PROSE.matcher(written).find();
  }

  private static Stream<String> told(Fields segment, int field) {
    return Stream.of(segment.text(field), segment.text(field, 2)).filter(each -> !each.isEmpty());
  }

  private void add(Kind kind, Fields segment, int field) {
    String code = segment.text(field);
    String text = segment.words(field, 0, 2);
    if (!code.isEmpty() || !text.isEmpty()) {
      add(kind, segment, field, CodeSystems.canonical(segment.text(field, 3)), code, text);
    }
  }

  /** What a person wrote in the place of a code is told as words: it is no code to map. */
  private void add(
      Kind kind, Fields segment, int field, String system, String written, String words) {
    boolean free = system.isEmpty() && isProse(written);
    String code = free ? "" : written;
    String text = free && words.isEmpty() ? written : words;
    found.add(
        new UnmappedCode(
            Senders.application(header),
            Senders.facility(header),
            kind,
            segment.name(),
            segment.name() + "-" + field,
            system,
            code,
            text));
  }
}
