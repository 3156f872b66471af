package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.OrderRequest;
import org.rxtwin.chart.OrderState;
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
  private static final String STEPS = "steps";
  private static final String ELSEWHERE = " first, then otherwise";
  private static final int SHORTEST_NAME = 8;
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
    MedicationOrder order = asEncoded(read);
    String drug = Wording.names(scene, read.encoded());
    Told wanted =
        new Told(
            otherDrug ? Wording.names(scene, read.requested()) : "",
            asked.dose(),
            asked.doseMax(),
            asked.timing());
    Told given = new Told(otherDrug ? drug : "", order.dose(), order.doseMax(), order.timing());
    String steps = asked.differences().contains(STEPS) ? "; their later steps differ" : "";
    return Optional.of(
        new EncodedDiffers(
            cut(drug, NAME),
            order.orderId(),
            differences,
            wanted.inTitle(),
            given.inTitle() + (wanted.inTitle().equals(given.inTitle()) ? ELSEWHERE : ""),
            grounds(read, drug, wanted.words(), given.words() + steps)));
  }

  /** The order in its first step: that is what the request tells too. */
  private MedicationOrder asEncoded(ReadOrder read) {
    return scene.chart().orders().stream()
        .map(OrderState::order)
        .filter(each -> each.orderId().equals(read.order().orderId()))
        .findFirst()
        .orElseGet(read::order);
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

  /** A regimen as request or encoding tell it. */
  private record Told(String drug, Optional<Dose> dose, Optional<Dose> most, Timing timing) {
    String words() {
      return (drug + amount() + schedule(timing)).strip();
    }

    /**
     * All of it where it fits, else with less of the name or without schedule: no figure is cut.
     */
    String inTitle() {
      String figures = amount() + schedule(timing);
      int room = FIGURES - figures.length();
      if (drug.length() <= room) {
        return words();
      }
      if (room >= SHORTEST_NAME) {
        return cut(drug, room) + figures;
      }
      return (figures.strip().length() <= FIGURES ? figures : amount()).strip();
    }

    private String amount() {
      String least = dose.map(Wording::dose).orElse("");
      String to = dose.isPresent() ? " to" : " up to";
      return least + most.map(each -> to + Wording.dose(each)).orElse("");
    }
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
