package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rxtwin.hl7.segment.Fields;

/** An ORC with the doses given or the supplies that belong to its order. */
final class CarePart {
  /** An RXA, RXD or RXG with the routes that follow it. */
  record Item(Fields segment, List<Fields> routes) {}

  private final @Nullable Fields orc;
  private final List<Item> items = new ArrayList<>();
  private List<Fields> routes = new ArrayList<>();

  CarePart(@Nullable Fields orc) {
    this.orc = orc;
  }

  /** Takes an RXA, RXD or RXG. */
  boolean takes(Fields segment) {
    if (!routes.isEmpty()) {
      routes = new ArrayList<>();
    }
    return items.add(new Item(segment, routes));
  }

  /** Takes an RXR: by the standard several RXA may stand before the one route of them all. */
  boolean routed(Fields rxr) {
    return !items.isEmpty() && routes.add(rxr);
  }

  Optional<Fields> orc() {
    return Optional.ofNullable(orc);
  }

  List<Item> items() {
    return items;
  }
}
