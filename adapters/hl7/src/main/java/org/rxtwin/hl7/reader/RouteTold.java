package org.rxtwin.hl7.reader;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.knowledge.RouteGroup;
import org.rxtwin.knowledge.RoutesNamed;

/**
 * What the codes and the words of one RXR-1 say. A code that means two things to two senders names
 * no route of itself: {@code IT} is intrathecal in HL7 table 0162 and intratracheal to others.
 *
 * @param codes code and other code, as the sender or the agreement with it writes them
 * @param words the words beside each
 */
record RouteTold(List<Code> codes, List<String> words) {
  private static final int ROUTE = 1;
  private static final int OTHER = 3;

  /** Codes of table 0162 that others use otherwise, and what they may mean of what is known. */
  private static final Map<String, Set<RouteGroup>> OF_TABLE =
      Map.of(
          "IT", EnumSet.of(RouteGroup.INTRATHECAL),
          "IN", EnumSet.of(RouteGroup.NASAL, RouteGroup.INHALED),
          "GTT", EnumSet.of(RouteGroup.ORAL),
          "B", EnumSet.of(RouteGroup.OROMUCOSAL),
          "OT", EnumSet.of(RouteGroup.OTIC));

  /** By mouth to some and the left eye to others, and in no table of HL7. */
  private static final Map<String, Set<RouteGroup>> OF_NONE =
      Map.of("OS", EnumSet.of(RouteGroup.ORAL, RouteGroup.OPHTHALMIC));

  /**
   * One code.
   *
   * @param text as it stands
   * @param sure whether it can mean one thing only
   */
  record Code(String text, boolean sure) {}

  /** What stands in the field. What was agreed with the sender counts for what it writes. */
  static RouteTold of(Fields rxr, FeedProfile profile) {
    List<Code> codes =
        Stream.of(0, OTHER)
            .map(each -> code(rxr.text(ROUTE, 1 + each), rxr.text(ROUTE, 3 + each), profile))
            .filter(each -> !each.text().isEmpty())
            .toList();
    List<String> words =
        Stream.of(0, OTHER)
            .map(each -> rxr.words(ROUTE, 0, 2 + each))
            .map(each -> profile.findRoute(each).orElse(each))
            .filter(each -> !each.isEmpty())
            .toList();
    return new RouteTold(codes, words);
  }

  private static Code code(String text, String system, FeedProfile profile) {
    Optional<String> agreed = profile.findRoute(text);
    return new Code(agreed.orElse(text), agreed.isPresent() || sure(text, system));
  }

  private static boolean sure(String text, String system) {
    String plain = plain(text);
    String table = system.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    boolean twofold = OF_TABLE.containsKey(plain) && !table.equals("HL70162");
    return !twofold && !OF_NONE.containsKey(plain);
  }

  private static String plain(String text) {
    return text.toUpperCase(Locale.ROOT).replace(".", "");
  }

  /** Whether the field names two ways. */
  boolean contradicts() {
    boolean other = named().anyMatch(RoutesNamed::other);
    long groups = named().flatMap(each -> each.groups().stream()).distinct().count();
    return groups > 1 || (other && groups > 0);
  }

  /** All routes that it may mean, as far as knowledge tells them apart. */
  Set<RouteGroup> possible() {
    EnumSet<RouteGroup> possible = EnumSet.noneOf(RouteGroup.class);
    named().forEach(each -> possible.addAll(each.groups()));
    if (doubtful()) {
      codes.stream()
          .map(each -> plain(each.text()))
          .forEach(
              each -> {
                possible.addAll(OF_TABLE.getOrDefault(each, Set.of()));
                possible.addAll(OF_NONE.getOrDefault(each, Set.of()));
              });
    }
    return possible;
  }

  /** What makes two of them one way: the route that knowledge tells apart, else the letters. */
  String way() {
    return known() ? possible().toString() : route();
  }

  /** Whether all that it names is a code of two meanings. */
  boolean doubtful() {
    return named().allMatch(RoutesNamed::none) && codes.stream().anyMatch(each -> !each.sure());
  }

  /** Whether it tells a way that knowledge knows. */
  boolean known() {
    return !doubtful() && named().anyMatch(each -> !each.groups().isEmpty());
  }

  /** The route in letters a pharmacist reads; as it is written where it is no known one. */
  String route() {
    Optional<RouteGroup> group = named().map(RoutesNamed::groups).flatMap(Set::stream).findFirst();
    String code = codes.stream().map(Code::text).findFirst().orElse("");
    String phrase = words.stream().findFirst().orElse("");
    if (group.isPresent()) {
      String told = RouteGroup.find(code).isPresent() ? code : phrase;
      boolean read = readable(told) && RouteGroup.find(told).equals(group);
      return read ? told : group.get().code();
    }
    boolean wordsTellMore = RoutesNamed.in(phrase).other();
    return code.isEmpty() || wordsTellMore ? phrase : code;
  }

  /** What each code and each phrase names. */
  private Stream<RoutesNamed> named() {
    return Stream.concat(
        codes.stream().filter(Code::sure).map(Code::text).map(RouteTold::named),
        words.stream().map(RouteTold::named));
  }

  private static RoutesNamed named(String written) {
    Optional<RouteGroup> whole = RouteGroup.find(written).filter(each -> each != RouteGroup.ANY);
    return whole
        .map(each -> new RoutesNamed(EnumSet.of(each), false))
        .orElseGet(() -> RoutesNamed.in(written));
  }

  /** Whether a pharmacist reads it as it stands: no code of figures, no foreign script. */
  private static boolean readable(String told) {
    return told.chars().allMatch(each -> each < 128 && !Character.isDigit(each));
  }
}
