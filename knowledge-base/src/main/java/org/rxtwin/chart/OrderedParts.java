package org.rxtwin.chart;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The parts of one order as they stand. A message counts the drugs and components it tells anew, so
 * each is found again by its drug: never by its place.
 */
final class OrderedParts {
  /** A part, whether it runs or has ended. */
  private record Part(MedicationOrder order, boolean running, boolean held) {}

  private final Map<String, Part> parts = new LinkedHashMap<>();

  /** Whether anything was ever ordered under the number. */
  boolean isKnown() {
    return !parts.isEmpty();
  }

  boolean isRunning() {
    return parts.values().stream().anyMatch(Part::running);
  }

  Optional<MedicationOrder> find(String id) {
    return Optional.ofNullable(parts.get(id)).map(Part::order);
  }

  void ordered(MedicationOrder order) {
    parts.put(order.orderId(), new Part(order, true, false));
  }

  void ended(String id) {
    parts.computeIfPresent(id, (key, part) -> new Part(part.order(), false, false));
  }

  void held(String id, boolean held) {
    parts.computeIfPresent(
        id, (key, part) -> new Part(part.order(), part.running(), part.running() && held));
  }

  boolean isHeld(String id) {
    Part part = parts.get(id);
    return part != null && part.held();
  }

  /**
   * Parts that an end or a hold concerns. Of several drugs under the number those that are named;
   * all where none is, or where one stands alone.
   */
  List<String> concerned(String id, List<Coding> drug) {
    Set<String> running = wholes(Part::running);
    List<String> named = running.stream().filter(each -> isOf(each, drug)).toList();
    boolean number = OrderParts.number(id).equals(id);
    if (number && (running.size() < 2 || named.isEmpty())) {
      return List.copyOf(parts.keySet());
    }
    return named.isEmpty() && drug.isEmpty()
        ? concerned(id)
        : named.stream().flatMap(each -> concerned(each).stream()).toList();
  }

  /** An order or part with its components. */
  List<String> concerned(String id) {
    return parts.keySet().stream().filter(each -> of(each, id)).toList();
  }

  /** Whether it tells another dose of a drug that runs under the number. */
  boolean contradict(MedicationOrder told) {
    List<MedicationOrder> same =
        parts.values().stream()
            .filter(Part::running)
            .map(Part::order)
            .filter(each -> Coding.alike(each.drug(), told.drug()))
            .toList();
    return !same.isEmpty() && told.isDosed() && same.stream().noneMatch(each -> doses(each, told));
  }

  private static boolean doses(MedicationOrder order, MedicationOrder told) {
    return order.dose().equals(told.dose())
        && order.doseMax().equals(told.doseMax())
        && order.timing().kind() == told.timing().kind()
        && order.timing().intervalHours() == told.timing().intervalHours();
  }

  private static boolean of(String id, String whole) {
    return id.equals(whole) || OrderParts.whole(id).equals(whole);
  }

  private boolean isOf(String id, List<Coding> drug) {
    return find(id).filter(each -> Coding.alike(each.drug(), drug)).isPresent();
  }

  private Set<String> wholes(Predicate<Part> which) {
    Set<String> wholes = new LinkedHashSet<>();
    parts.forEach(
        (id, part) -> {
          if (which.test(part)) {
            wholes.add(OrderParts.whole(id));
          }
        });
    return wholes;
  }

  /** Finds each order that a message tells among the parts that run. */
  PartPlacing place(String number, List<MedicationOrder> told) {
    List<MedicationOrder> running =
        parts.values().stream().filter(Part::running).map(Part::order).toList();
    return new PartSearch(running, parts.keySet()).place(number, told);
  }
}
