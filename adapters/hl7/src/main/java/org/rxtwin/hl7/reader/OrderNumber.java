package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rxtwin.chart.OrderParts;
import org.rxtwin.hl7.segment.Fields;

/** Which order is meant: the placer's number with its namespace, else the filler's. */
final class OrderNumber {
  private static final int PLACER = 2;
  private static final int FILLER = 3;
  private static final int PARENT = 8;
  private static final int PRESCRIPTION = 15;

  private OrderNumber() {}

  /**
   * The number of an order; one without any takes its message's control id, so that a repetition of
   * the message is the same order.
   */
  static String of(OrderPart part, String controlId, int place, Troubles troubles) {
    String number = part.orc().map(OrderNumber::ofOrc).orElse("");
    if (number.isEmpty()) {
      number =
          part.rxe()
              .map(each -> each.text(PRESCRIPTION))
              .filter(each -> !each.isEmpty())
              .map(OrderParts::prescription)
              .orElse("");
    }
    if (number.isEmpty()) {
      troubles.lacks(
          part.head(), PLACER, "expected an order number; the message's own number stands for it");
      number = OrderParts.unnumbered(controlId, place);
    }
    return OrderParts.further(number, part.drugOfOrder());
  }

  /** The number an ORC tells; empty where it tells none. */
  static String ofOrc(Fields orc) {
    String placer = entity(orc, PLACER);
    return placer.isEmpty() ? filler(orc).orElse("") : OrderParts.told(placer);
  }

  /** The filler's number, by which its sender may name the order alone. */
  static Optional<String> filler(Fields orc) {
    String filler = entity(orc, FILLER);
    return filler.isEmpty() ? Optional.empty() : Optional.of(OrderParts.filler(filler));
  }

  /**
   * The numbers that the parent told in ORC-8 may have; none where none is told. The standard puts
   * the parts of a number into subcomponents, many senders into components, and some leave out what
   * is the same as in the order's own number.
   */
  static List<String> parents(Fields orc) {
    String id = orc.part(PARENT, 0, 1, 1);
    String namespace = orc.part(PARENT, 0, 1, 2);
    if (id.isEmpty()) {
      String filler = orc.part(PARENT, 0, 2, 1);
      String of = orc.part(PARENT, 0, 2, 2);
      return filler.isEmpty()
          ? List.of()
          : List.of(OrderParts.filler(of.isEmpty() ? filler : filler + "^" + of));
    }
    if (!namespace.isEmpty()) {
      return List.of(OrderParts.told(id + "^" + namespace));
    }
    return Stream.of("", orc.part(PARENT, 0, 2, 1), orc.text(PLACER, 2))
        .map(each -> OrderParts.told(each.isEmpty() ? id : id + "^" + each))
        .distinct()
        .toList();
  }

  /** An entity identifier (EI) with its namespace. */
  static String entity(Fields segment, int field) {
    String id = segment.text(field);
    String namespace = segment.text(field, 2);
    return id.isEmpty() || namespace.isEmpty() ? id : id + "^" + namespace;
  }
}
