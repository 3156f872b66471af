package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rxtwin.chart.Tier;
import org.rxtwin.knowledge.DoseLimit;
import org.rxtwin.knowledge.RouteGroup;
import org.rxtwin.quantity.Figures;
import org.rxtwin.rules.screening.fact.Bound;

/** A dose and its limit in the words of an alert. */
final class DoseWording {
  private DoseWording() {}

  static String advice(ComparedDose compared, String name, Bound bound, double most) {
    if (compared.never()) {
      return never(compared, name);
    }
    return compared.tier() == Tier.HARD_STOP
        ? "Hold "
            + name
            + " until the prescriber has confirmed dose and rhythm: at most "
            + whole(compared)
        : keep(compared, name, bound, most);
  }

  private static String never(ComparedDose compared, String name) {
    DoseLimit limit = compared.limit();
    if (limit.route() == RouteGroup.ANY) {
      String age = "under " + Figures.rounded(limit.ageToYears(), 1) + " years";
      return compared.tier() == Tier.QUEUE
          ? "Ask the prescriber today whether a specialist wants " + name + " " + age
          : "Stop this order of " + name + " now: never " + age;
    }
    String route = limit.route().name().toLowerCase(Locale.ROOT);
    return compared.tier() == Tier.QUEUE
        ? "Confirm today that the route of " + name + " is not " + route
        : "Stop this order of " + name + " now: never " + route;
  }

  /** The limit in words: a pharmacist knows no names of rows. */
  static String limit(ComparedDose compared) {
    DoseLimit limit = compared.limit();
    String route =
        limit.route() == RouteGroup.ANY
            ? "any route"
            : limit.route().name().toLowerCase(Locale.ROOT);
    String light =
        limit.weightBelowKg().isPresent()
            ? ", under " + Figures.rounded(limit.weightBelowKg().getAsDouble(), 1) + " kg"
            : "";
    return "limit ("
        + route
        + ", ages "
        + Figures.rounded(limit.ageFromYears(), 2)
        + " to "
        + Figures.rounded(limit.ageToYears(), 2)
        + light
        + limit.indication().map(each -> ", " + each.replace('-', ' ')).orElse("")
        + "): "
        + (compared.never() ? "never" : "at most " + whole(compared));
  }

  private static String keep(ComparedDose compared, String name, Bound bound, double most) {
    String unit = bound == Bound.INTERVAL ? "hours" : compared.unit().ucum();
    String limit = Double.isNaN(most) ? "its limit" : Figures.rounded(most, 2) + " " + unit;
    return bound == Bound.INTERVAL
        ? "Give " + name + " no more often than every " + limit
        : "Limit " + name + " to " + limit + " " + per(bound) + together(compared);
  }

  private static String together(ComparedDose compared) {
    return compared.orders().size() > 1 ? ", all its orders and as-needed doses together" : "";
  }

  /**
   * Every bound of a limit: who stops an order must know all of them, not the one it broke first.
   */
  private static String whole(ComparedDose compared) {
    DoseLimit limit = compared.limit();
    String unit = compared.perKg() ? "mg/kg" : compared.unit().ucum();
    List<String> bounds = new ArrayList<>();
    double wider = Double.NaN;
    for (Bound bound : List.of(Bound.WEEKLY, Bound.DAILY, Bound.SINGLE)) {
      double most = compared.permitted(bound).orElse(Double.NaN);
      if (!Double.isNaN(most) && most != wider) {
        bounds.add(Figures.rounded(most, 2) + " " + unit + " " + per(bound));
        wider = most;
      }
    }
    limit
        .minIntervalHours()
        .ifPresent(
            hours -> bounds.add("no closer than every " + Figures.rounded(hours, 2) + " hours"));
    return String.join(", ", bounds);
  }

  private static String per(Bound bound) {
    return switch (bound) {
      case SINGLE -> "a dose";
      case DAILY -> "a day";
      case WEEKLY -> "a week";
      case LIFETIME -> "in a lifetime";
      case INTERVAL -> "";
    };
  }
}
