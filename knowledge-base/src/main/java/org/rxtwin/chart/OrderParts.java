package org.rxtwin.chart;

import java.util.Optional;
import java.util.regex.Pattern;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/**
 * How orders are named that stand under the number of another one: components of its mixture
 * ({@code A-1#c1}) and further drugs under the same number ({@code A-1#2}). What is done to the
 * order is done to them. A {@code #} of the number itself is written twice.
 */
public final class OrderParts {
  /** Not a message: a change that is tried out before it is proposed. It leaves parts alone. */
  public static final String PROPOSAL = "proposal";

  private static final String FILLER = "filler:";
  private static final String MESSAGE = "message:";
  private static final String PRESCRIPTION = "prescription:";

  private static final Pattern PART = Pattern.compile("(#\\d+)?(#c\\d+)?");

  private OrderParts() {}

  /** A number as a message tells it, so that no mark of ours can be read into it. */
  public static String told(String number) {
    String plain = number.replace("#", "##");
    boolean ours =
        plain.startsWith(FILLER)
            || plain.startsWith(MESSAGE)
            || plain.startsWith(PRESCRIPTION)
            || plain.startsWith("placer:");
    return ours ? "placer:" + plain : plain;
  }

  /** The filler's number of an order. */
  public static String filler(String number) {
    return FILLER + number.replace("#", "##");
  }

  /** The number of a prescription, which stands for an order that has no other. */
  public static String prescription(String number) {
    return PRESCRIPTION + number.replace("#", "##");
  }

  /** What stands for the number of an order that has none. */
  public static String unnumbered(String message, int place) {
    return MESSAGE + message.replace("#", "##") + "#" + place;
  }

  /** Whether it is the filler's number. */
  public static boolean isFiller(String number) {
    return number.startsWith(FILLER);
  }

  /** The name of a component of a mixture, counted from 1. */
  public static String component(String orderId, int place) {
    return orderId + "#c" + place;
  }

  /** The name of a further drug under a number, counted from 2; the first bears the number. */
  public static String further(String number, int place) {
    return place == 1 ? number : number + "#" + place;
  }

  /** The number under which an order or a part of it stands. */
  public static String number(String orderId) {
    return orderId.substring(0, part(orderId));
  }

  /** The order that a component is mixed into; an order itself where it is none. */
  public static String whole(String orderId) {
    int component = orderId.indexOf("#c", part(orderId));
    return component < 0 ? orderId : orderId.substring(0, component);
  }

  /** The number of the order that mixes that component; empty where it is no component. */
  public static Optional<String> mixtureOf(String componentId) {
    String whole = whole(componentId);
    return whole.equals(componentId) ? Optional.empty() : Optional.of(whole);
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
    return other.equals(orderId) || whole(other).equals(orderId) || number(other).equals(orderId);
  }

  /** Where the name of a part begins; the end of the name where it is none. */
  private static int part(String orderId) {
    int from = orderId.startsWith(MESSAGE) ? mark(orderId, 0) + 1 : 0;
    int part = mark(orderId, from);
    return part >= 0 && PART.matcher(orderId.substring(part)).matches() ? part : orderId.length();
  }

  /** The first mark that is not one of a number, which is written twice; -1 where none is. */
  private static int mark(String orderId, int from) {
    int at = orderId.indexOf('#', from);
    while (at >= 0) {
      int end = at;
      while (end < orderId.length() && orderId.charAt(end) == '#') {
        end++;
      }
      if ((end - at) % 2 == 1) {
        return end - 1;
      }
      at = orderId.indexOf('#', end);
    }
    return -1;
  }
}
