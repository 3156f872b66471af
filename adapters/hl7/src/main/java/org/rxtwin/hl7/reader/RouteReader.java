package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Optional;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.knowledge.RouteGroup;

/** Reads by which way a drug is given. Two ways that differ are none. */
final class RouteReader {
  private static final int ROUTE = 1;

  private RouteReader() {}

  /** The route of RXR-1; empty where none can be told. */
  static String read(List<Fields> segments, Troubles troubles) {
    List<String> routes =
        segments.stream()
            .map(rxr -> route(rxr, troubles))
            .filter(each -> !each.isEmpty())
            .distinct()
            .toList();
    if (routes.size() > 1) {
      troubles.refuse(segments.get(1), ROUTE, "expected one route, came several; none is used");
    }
    return routes.size() == 1 ? routes.get(0) : "";
  }

  /** The code, as most tables write it; its words where the code is missing or the sender's own. */
  private static String route(Fields rxr, Troubles troubles) {
    String code = rxr.text(ROUTE);
    String words = rxr.words(ROUTE, 0, 2);
    Optional<RouteGroup> byCode = RouteGroup.find(code);
    Optional<RouteGroup> byWords = RouteGroup.find(words);
    if (byCode.isPresent() && byWords.isPresent() && !byCode.equals(byWords)) {
      troubles.refuse(rxr, ROUTE, "expected code and words of one route; they name two");
      return "";
    }
    boolean wordsTellMore = byCode.isEmpty() && byWords.isPresent();
    return code.isEmpty() || wordsTellMore ? words : code;
  }
}
