package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rxtwin.hl7.segment.Fields;

/** An ORC with the segments of one drug. */
final class OrderPart {
  private final @Nullable Fields orc;
  private final int drugOfOrder;
  private @Nullable Fields rxo;
  private @Nullable Fields rxe;
  private @Nullable Fields obr;
  private final List<Fields> routes = new ArrayList<>();
  private final List<Fields> components = new ArrayList<>();
  private final List<Fields> diagnoses = new ArrayList<>();
  private final List<Fields> requestedSchedules = new ArrayList<>();
  private final List<Fields> encodedSchedules = new ArrayList<>();

  /**
   * @param drugOfOrder 1 for the first drug under an ORC, 2 for a second one, ...
   */
  OrderPart(@Nullable Fields orc, int drugOfOrder) {
    this.orc = orc;
    this.drugOfOrder = drugOfOrder;
  }

  OrderPart another() {
    return new OrderPart(orc, drugOfOrder + 1);
  }

  /** The request alone, where the pharmacy's encoding stands beside it. */
  OrderPart request() {
    OrderPart request = new OrderPart(orc, drugOfOrder);
    request.rxo = rxo;
    request.requestedSchedules.addAll(requestedSchedules);
    return request;
  }

  /**
   * The pharmacy's encoding alone. A schedule that only the request tells holds for both, and so
   * does that of the ORC where the encoding tells none of its own.
   */
  OrderPart encoding() {
    boolean own = !encodedSchedules.isEmpty() || rxe().map(OrderPart::saysHowOften).orElse(false);
    OrderPart encoding = new OrderPart(own ? null : orc, drugOfOrder);
    encoding.rxe = rxe;
    encoding.encodedSchedules.addAll(own ? encodedSchedules : requestedSchedules);
    encoding.components.addAll(components);
    return encoding;
  }

  /** By interval or text of type TQ; a start alone leaves the schedule to the ORC. */
  private static boolean saysHowOften(Fields rxe) {
    return rxe.repetitions(1) > 1 || !(rxe.text(1, 2) + rxe.text(1, 8)).isEmpty();
  }

  void requested(Fields segment) {
    rxo = segment;
  }

  void encoded(Fields segment) {
    rxe = segment;
  }

  void laboratory(Fields segment) {
    obr = segment;
  }

  Optional<Fields> orc() {
    return Optional.ofNullable(orc);
  }

  Optional<Fields> rxo() {
    return Optional.ofNullable(rxo);
  }

  Optional<Fields> rxe() {
    return Optional.ofNullable(rxe);
  }

  /** The segment that says what is given: the pharmacy's encoding, else the request. */
  Optional<Fields> drug() {
    return rxe().or(this::rxo);
  }

  /** Whether it is an order for something else than a drug. */
  boolean ofOther() {
    return obr != null && drug().isEmpty();
  }

  /** The segment that problems of the whole order are told at. */
  Fields head() {
    return orc().or(this::drug).or(() -> Optional.ofNullable(obr)).orElseThrow();
  }

  int drugOfOrder() {
    return drugOfOrder;
  }

  List<Fields> routes() {
    return routes;
  }

  List<Fields> components() {
    return components;
  }

  /** Diagnoses for which the drug is ordered. */
  List<Fields> diagnoses() {
    return diagnoses;
  }

  /** Takes a TQ1: of the pharmacy's encoding where it follows an RXE, else of the request. */
  boolean schedules(Fields tq1) {
    return (rxe == null ? requestedSchedules : encodedSchedules).add(tq1);
  }

  List<Fields> requestedSchedules() {
    return requestedSchedules;
  }

  List<Fields> encodedSchedules() {
    return encodedSchedules;
  }
}
