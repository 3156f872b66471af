package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.OrderRequest;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.Figures;
import org.rxtwin.rules.screening.fact.EncodedDiffers;
import org.rxtwin.rules.screening.fact.Grounds;

/** Facts about orders that the pharmacy encoded otherwise than they were asked for. */
final class EncodingFacts {
  private static final String DRUG = "drug";

  /** A title has an end; the advice tells all. */
  private static final int NAME = 30;

  private static final int FIGURES = 42;
  private final Scene scene;

  private EncodingFacts(Scene scene) {
    this.scene = scene;
  }

  static List<EncodedDiffers> of(Scene scene) {
    EncodingFacts make = new EncodingFacts(scene);
    List<EncodedDiffers> facts = new ArrayList<>();
    for (ReadOrder each : scene.orders()) {
      if (each.runsAt(scene.at())) {
        each.order().request().flatMap(asked -> make.fact(each, asked)).ifPresent(facts::add);
      }
    }
    return facts;
  }

  private Optional<EncodedDiffers> fact(ReadOrder read, OrderRequest asked) {
    boolean otherDrug = !read.requested().isEmpty();
    int figures = (int) asked.differences().stream().filter(each -> !each.equals(DRUG)).count();
    int differences = figures + (otherDrug ? 1 : 0);
    if (differences == 0) {
      return Optional.empty();
    }
    MedicationOrder order = read.order();
    String drug = Wording.names(scene, read.encoded());
    String given = otherDrug ? drug : "";
    String wanted = otherDrug ? Wording.names(scene, read.requested()) : "";
    String requested = words(wanted, asked.dose(), asked.doseMax(), asked.timing());
    String encoded = words(given, order.dose(), order.doseMax(), order.timing());
    return Optional.of(
        new EncodedDiffers(
            cut(drug, NAME),
            order.orderId(),
            differences,
            cut(requested, FIGURES),
            cut(encoded, FIGURES),
            grounds(read, drug, requested, encoded)));
  }

  private static Grounds grounds(ReadOrder read, String drug, String requested, String encoded) {
    return new Grounds(
        "encoded-differs-" + Integer.toHexString(read.order().orderId().hashCode()),
        read.ingredients(),
        List.of(read.order().orderId()),
        Severity.MAJOR,
        List.of(
            new Reason(
                "order",
                "the prescriber requested " + requested + "; the pharmacy encoded " + encoded,
                "",
                "",
                Optional.of(read.started()),
                read.state().messageId())),
        Advice.of(
            "Hold "
                + drug
                + " and call the prescriber before the next dose: requested "
                + requested
                + ", encoded "
                + encoded
                + "; give what is confirmed and send the order again"),
        List.of(),
        false,
        Optional.empty());
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "\u2026";
  }

  private static String words(
      String drug, Optional<Dose> dose, Optional<Dose> most, Timing timing) {
    String least = dose.map(Wording::dose).orElse("");
    String to = dose.isPresent() ? " to" : " up to";
    String range = most.map(each -> to + Wording.dose(each)).orElse("");
    return (drug + least + range + schedule(timing)).strip();
  }

  private static String schedule(Timing timing) {
    String hours = Figures.plain(timing.intervalHours());
    return switch (timing.kind()) {
      case INTERVAL -> " every " + hours + " h";
      case ONCE -> " once";
      case AS_NEEDED ->
          " as needed" + (timing.intervalHours() > 0 ? ", at least " + hours + " h apart" : "");
      case CONTINUOUS -> " without a break";
      case UNKNOWN -> "";
    };
  }
}
