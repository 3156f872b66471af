package org.rxtwin.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/**
 * Orders that stand under the number of another one: components of its mixture ({@code A-1#c1}) and
 * further drugs under the same number ({@code A-1#2}). What is done to the order is done to them; a
 * message that orders it again without one of them ends that part.
 */
public final class OrderParts {
  private static final Pattern NUMBER = Pattern.compile("#(?:\\d+|c\\d+|\\d+#c\\d+)");

  private static final Pattern COMPONENT = Pattern.compile("(.+)#c\\d+");

  /** Not a message: a change that is tried out before it is proposed. It leaves parts alone. */
  public static final String PROPOSAL = "proposal";

  private final Map<String, Set<String>> byMessage = new LinkedHashMap<>();
  private final TreeSet<String> numbered = new TreeSet<>();

  private OrderParts() {}

  /** What each message of these events orders. */
  public static OrderParts of(List<StoredEvent> events) {
    OrderParts parts = new OrderParts();
    for (StoredEvent each : events) {
      if (each.event() instanceof ChartEvent.MedicationOrdered ordered) {
        parts.tells(each.messageId(), ordered.order().orderId());
      } else if (each.event() instanceof ChartEvent.OrderChanged changed) {
        parts.tells(each.messageId(), changed.order().orderId());
      }
    }
    return parts;
  }

  private void tells(String messageId, String orderId) {
    byMessage.computeIfAbsent(messageId, key -> new TreeSet<>()).add(orderId);
    if (orderId.indexOf('#') > 0) {
      numbered.add(orderId);
    }
  }

  /** The number of a component of a mixture, counted from 1. */
  public static String component(String orderId, int place) {
    return orderId + "#c" + place;
  }

  /** The number of the order that mixes that component; empty where it is no component. */
  public static Optional<String> mixtureOf(String componentId) {
    Matcher number = COMPONENT.matcher(componentId);
    return number.matches() ? Optional.of(number.group(1)) : Optional.empty();
  }

  /**
   * The order of a mixture in the amount of the component that is the same drug; where both tell an
   * amount in one unit, in the larger.
   */
  public static MedicationOrder joined(MedicationOrder mixture, MedicationOrder component) {
    Optional<Dose> whole = amount(mixture);
    Optional<Dose> part = amount(component);
    boolean ordersMore =
        whole
            .filter(each -> part.filter(p -> p.unit() == each.unit()).isPresent())
            .filter(each -> each.amount() > part.get().amount())
            .isPresent();
    return part.isEmpty() || ordersMore ? mixture : mixture.inAmountsOf(component);
  }

  /** The amount of drug; a volume or a bag is none. */
  private static Optional<Dose> amount(MedicationOrder order) {
    return order
        .doseMax()
        .or(order::dose)
        .filter(each -> each.unit() != DoseUnit.ML && each.unit() != DoseUnit.PIECE);
  }

  /**
   * Whether what is done to the first order concerns the other: it is the same, or a part of it.
   */
  public static boolean concerns(String orderId, String other) {
    return other.startsWith(orderId)
        && (other.length() == orderId.length()
            || NUMBER.matcher(other.substring(orderId.length())).matches());
  }

  /** Parts that a message ends, because it orders the whole again without them. */
  public List<String> dropped(String orderId, String messageId) {
    if (messageId.equals(PROPOSAL)) {
      return List.of();
    }
    Set<String> told = byMessage.getOrDefault(messageId, Set.of());
    return parts(orderId).stream().filter(each -> !told.contains(each)).toList();
  }

  /** The order and its parts. */
  public List<String> concerned(String orderId) {
    List<String> all = new ArrayList<>(List.of(orderId));
    all.addAll(parts(orderId));
    return all;
  }

  private List<String> parts(String orderId) {
    String from = orderId + "#";
    return numbered.subSet(from, orderId + "$").stream()
        .filter(each -> concerns(orderId, each))
        .toList();
  }
}
