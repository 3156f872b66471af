package org.rxtwin.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Finds the drugs and components that a message tells among the parts that run, by their drugs. A
 * message that tells one of several drugs leaves the others; one that tells several ends those that
 * it leaves out, and so does one that tells other components than before.
 */
final class PartSearch {
  private final Map<String, MedicationOrder> running = new LinkedHashMap<>();
  private final Map<String, Map<String, MedicationOrder>> byWhole = new LinkedHashMap<>();
  private final Set<String> used;
  private final Set<String> kept = new HashSet<>();
  private final Map<String, String> ids = new LinkedHashMap<>();

  /**
   * @param running parts that run
   * @param ever names of all parts there have been; they are not given to another part
   */
  PartSearch(List<MedicationOrder> running, Collection<String> ever) {
    running.forEach(each -> this.running.put(each.orderId(), each));
    // where nothing runs the order begins anew, with the names that the message gives
    this.used = running.isEmpty() ? new HashSet<>() : new HashSet<>(ever);
    for (MedicationOrder each : running) {
      byWhole
          .computeIfAbsent(OrderParts.whole(each.orderId()), key -> new LinkedHashMap<>())
          .put(each.orderId(), each);
    }
    used.addAll(byWhole.keySet());
  }

  PartPlacing place(String number, List<MedicationOrder> told) {
    Map<String, List<MedicationOrder>> drugs = new LinkedHashMap<>();
    for (MedicationOrder each : told) {
      drugs.computeIfAbsent(OrderParts.whole(each.orderId()), key -> new ArrayList<>()).add(each);
    }
    Map<String, String> wholes = wholes(number, drugs);
    drugs.forEach((name, each) -> components(name, wholes.getOrDefault(name, name), each));
    boolean all = drugs.size() > 1;
    Set<String> meant = new HashSet<>(wholes.values());
    List<String> dropped =
        running.keySet().stream()
            .filter(each -> all || meant.contains(OrderParts.whole(each)))
            .filter(each -> !kept.contains(each))
            .toList();
    return new PartPlacing(ids, dropped);
  }

  /** The name of each drug, by the name it has in the message. */
  private Map<String, String> wholes(String number, Map<String, List<MedicationOrder>> drugs) {
    Map<String, String> wholes = new LinkedHashMap<>();
    if (drugs.size() == 1 && drugs.containsKey(number) && byWhole.size() == 1) {
      wholes.put(number, byWhole.keySet().iterator().next());
      return wholes;
    }
    Map<String, MedicationOrder> open = new LinkedHashMap<>(running);
    open.keySet().retainAll(byWhole.keySet());
    Alike alike = new Alike(open);
    drugs.forEach(
        (name, each) -> alike.take(each.get(0), name).ifPresent(found -> wholes.put(name, found)));
    Names free = new Names(place -> OrderParts.further(number, place));
    drugs.keySet().forEach(each -> wholes.computeIfAbsent(each, free::next));
    return wholes;
  }

  /** The whole has its name; its components are found by their drugs. */
  private void components(String name, String whole, List<MedicationOrder> ofOneDrug) {
    Map<String, MedicationOrder> open = new LinkedHashMap<>(byWhole.getOrDefault(whole, Map.of()));
    open.remove(whole);
    Alike alike = new Alike(open);
    List<String> fresh = new ArrayList<>();
    for (MedicationOrder each : ofOneDrug) {
      String told = each.orderId();
      Optional<String> found =
          told.equals(name)
              ? Optional.of(whole)
              : alike.take(each, whole + told.substring(name.length()));
      found.ifPresentOrElse(id -> place(told, id), () -> fresh.add(told));
    }
    Names free = new Names(place -> OrderParts.component(whole, place));
    fresh.forEach(each -> place(each, free.next(whole + each.substring(name.length()))));
  }

  private void place(String told, String id) {
    ids.put(told, id);
    kept.add(id);
  }

  /** Names that no part bears. */
  private final class Names {
    private final IntFunction<String> name;
    private int place = 1;

    Names(IntFunction<String> name) {
      this.name = name;
    }

    String next(String wish) {
      String id = wish;
      while (!used.add(id)) {
        id = name.apply(place++);
      }
      return id;
    }
  }

  /** Parts by code and by words, each to be found once. */
  private static final class Alike {
    private final Map<String, MedicationOrder> open;
    private final Map<String, Set<String>> byName = new HashMap<>();

    Alike(Map<String, MedicationOrder> open) {
      this.open = open;
      open.forEach(
          (id, order) ->
              order
                  .drug()
                  .forEach(
                      coding ->
                          coding
                              .names()
                              .forEach(
                                  each ->
                                      byName
                                          .computeIfAbsent(each, key -> new LinkedHashSet<>())
                                          .add(id))));
    }

    /** The one of that drug; of several the one given in the same manner, then by its place. */
    Optional<String> take(MedicationOrder told, String name) {
      MedicationOrder own = open.get(name);
      if (own != null && Coding.alike(own.drug(), told.drug()) && sameManner(name, told)) {
        open.remove(name);
        return Optional.of(name);
      }
      Set<String> same = new LinkedHashSet<>();
      told.drug()
          .forEach(
              coding ->
                  coding.names().forEach(each -> same.addAll(byName.getOrDefault(each, Set.of()))));
      Optional<String> found =
          same.stream()
              .filter(open::containsKey)
              .min(
                  Comparator.comparing((String each) -> !sameManner(each, told))
                      .thenComparing(each -> !each.equals(name)));
      found.ifPresent(open::remove);
      return found;
    }

    private boolean sameManner(String id, MedicationOrder told) {
      MedicationOrder order = open.get(id);
      return order != null && order.timing().kind() == told.timing().kind();
    }
  }
}
