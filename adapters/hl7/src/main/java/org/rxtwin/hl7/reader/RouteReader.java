package org.rxtwin.hl7.reader;

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

  /**
   * The code, as most tables write it; its words where the code is missing or the sender's own.
   * Both mean what was agreed with the sender, where anything was.
   */
  private static String route(Fields rxr, FeedProfile profile, Troubles troubles) {
    String code = agreed(rxr.text(ROUTE), profile);
    String words = agreed(rxr.words(ROUTE, 0, 2), profile);
    Optional<RouteGroup> byCode = RouteGroup.find(code);
    Optional<RouteGroup> byWords = RouteGroup.find(words);
    if (byCode.isPresent() && byWords.isPresent() && !byCode.equals(byWords)) {
      troubles.refuse(rxr, ROUTE, "expected code and words of one route; they name two");
      return "";
    }
    boolean wordsTellMore = byCode.isEmpty() && byWords.isPresent();
    String told = code.isEmpty() || wordsTellMore ? words : code;
    return readable(told) ? told : RouteGroup.find(told).map(RouteGroup::code).orElse(told);
  }

  /** Whether a pharmacist reads it as it stands: no code of figures, no foreign script. */
  private static boolean readable(String told) {
    return told.chars().allMatch(each -> each < 128 && !Character.isDigit(each));
  }

  private static String agreed(String written, FeedProfile profile) {
    return profile.findRoute(written).orElse(written);
  }
}
