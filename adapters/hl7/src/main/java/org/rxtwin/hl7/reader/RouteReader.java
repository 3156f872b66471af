package org.rxtwin.hl7.reader;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;
import org.rxtwin.knowledge.RouteGroup;

/** Reads by which way a drug is given. Two ways that differ are none. */
final class RouteReader {
  static final String IN_FORM = "a route in the place of the dosage form was read as the route";
  private static final int ROUTE = 1;

  /** Words that name a route and can name no dosage form. */
  private static final Set<String> NO_FORM =
      Set.of(
          "PO",
          "IV",
          "IVP",
          "IVPB",
          "IM",
          "SC",
          "SQ",
          "SL",
          "PR",
          "SUBCUT",
          "INTRAVENOUS",
          "INTRAMUSCULAR",
          "SUBCUTANEOUS");

  private RouteReader() {}

  /**
   * The route of RXR-1; empty where none can be told. Where it may be one of several it is written
   * as in doubt: what must never be given by one of them still stands out.
   */
  static String read(List<Fields> segments, FeedProfile profile, Troubles troubles) {
    List<RouteTold> told =
        segments.stream()
            .map(rxr -> RouteTold.of(rxr, profile))
            .filter(each -> !each.route().isEmpty())
            .toList();
    boolean refused = false;
    for (Fields each : segments) {
      refused |= refuses(each, profile, troubles);
    }
    Set<RouteGroup> possible = EnumSet.noneOf(RouteGroup.class);
    told.forEach(each -> possible.addAll(each.possible()));
    boolean several = told.stream().map(RouteTold::way).distinct().count() > 1;
    if (several && !refused) {
      troubles.refuse(segments.get(1), ROUTE, "expected one route, came several; none is used");
    }
    if (several || refused) {
      return RouteGroup.inDoubt(possible);
    }
    return told.isEmpty() ? "" : told.get(0).route();
  }

  /** A route that stands in the field of the dosage form, and can be nothing else. */
  static Optional<String> inForm(Fields segment) {
    String words = Codes.words(segment, DoseFields.of(segment).form()).toUpperCase(Locale.ROOT);
    return NO_FORM.contains(words.replace(".", "")) ? Optional.of(words) : Optional.empty();
  }

  private static boolean refuses(Fields rxr, FeedProfile profile, Troubles troubles) {
    RouteTold told = RouteTold.of(rxr, profile);
    if (told.contradicts()) {
      troubles.refuse(rxr, ROUTE, "expected code and words of one route; they name two");
    } else if (told.doubtful()) {
      troubles.refuse(
          rxr,
          ROUTE,
          "expected a code of one meaning, its table or its words; the route is not read: say in"
              + " the feed's profile what the sender means");
    }
    return told.contradicts() || told.doubtful();
  }
}
