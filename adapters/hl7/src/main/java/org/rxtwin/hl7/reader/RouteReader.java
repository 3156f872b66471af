package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;

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

  /** The route of RXR-1; empty where none can be told. */
  static String read(List<Fields> segments, FeedProfile profile, Troubles troubles) {
    List<String> routes =
        segments.stream()
            .map(rxr -> route(rxr, profile, troubles))
            .filter(each -> !each.isEmpty())
            .distinct()
            .toList();
    if (routes.size() > 1) {
      troubles.refuse(segments.get(1), ROUTE, "expected one route, came several; none is used");
    }
    return routes.size() == 1 ? routes.get(0) : "";
  }

  /** A route that stands in the field of the dosage form, and can be nothing else. */
  static Optional<String> inForm(Fields segment) {
    String words = Codes.words(segment, DoseFields.of(segment).form()).toUpperCase(Locale.ROOT);
    return NO_FORM.contains(words.replace(".", "")) ? Optional.of(words) : Optional.empty();
  }

  /** The route of one RXR-1: what its codes and its words name, where they name one. */
  private static String route(Fields rxr, FeedProfile profile, Troubles troubles) {
    RouteTold told = RouteTold.of(rxr, profile);
    if (told.contradicts()) {
      troubles.refuse(rxr, ROUTE, "expected code and words of one route; they name two");
      return "";
    }
    if (told.doubtful()) {
      troubles.refuse(
          rxr,
          ROUTE,
          "expected a code of one meaning, its table or its words; the route is not read: say in"
              + " the feed's profile what the sender means");
      return "";
    }
    return told.route();
  }
}
