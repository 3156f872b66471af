package org.rxtwin.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.reader.ReadMessage;
import org.rxtwin.knowledge.DrugCode.CodeSystem;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.search.DrugResolver;

/** Finds the drugs and observations of messages that the knowledge does not know for certain. */
final class UnknownNames {
  private final Knowledge knowledge;
  private final DrugResolver resolver;

  UnknownNames(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.resolver = DrugResolver.over(knowledge);
  }

  /** A row for each place where one stands. */
  List<ReportRow> list(ReadMessage message) {
    List<ReportRow> rows = new ArrayList<>();
    message.patients().stream()
        .flatMap(patient -> patient.events().stream())
        .forEach(each -> row(message, each.event()).ifPresent(rows::add));
    return rows;
  }

  private Optional<ReportRow> row(ReadMessage message, ChartEvent event) {
    if (event instanceof ChartEvent.MedicationOrdered told) {
      return drug(message, told.order().drug(), "order");
    }
    if (event instanceof ChartEvent.OrderChanged told) {
      return drug(message, told.order().drug(), "order");
    }
    if (event instanceof ChartEvent.OrderConfirmed told) {
      return drug(message, told.order().drug(), "order");
    }
    if (event instanceof ChartEvent.Administered told) {
      return drug(message, told.administration().drug(), "administration");
    }
    if (event instanceof ChartEvent.Dispensed told) {
      return drug(message, told.dispense().drug(), "dispense");
    }
    if (event instanceof ChartEvent.ResultReported told) {
      return observation(message, told.result().analyte());
    }
    return Optional.empty();
  }

  private Optional<ReportRow> drug(ReadMessage message, List<Coding> codings, String of) {
    return codings.stream().anyMatch(this::certain)
        ? Optional.empty()
        : written(codings)
            .map(each -> row(message, "drug", "no drug is known for certain in this " + of, each));
  }

  private boolean certain(Coding coding) {
    return resolver.resolve(coding.text(), coding.code(), system(coding)).match().certain();
  }

  private static CodeSystem system(Coding coding) {
    for (CodeSystem each : CodeSystem.values()) {
      if (each.name().equals(coding.system())) {
        return each;
      }
    }
    return CodeSystem.LOCAL;
  }

  /** One with a LOINC has its meaning, though no check may ask for it. */
  private Optional<ReportRow> observation(ReadMessage message, List<Coding> codings) {
    return codings.stream().anyMatch(this::observed)
        ? Optional.empty()
        : written(codings)
            .map(each -> row(message, "laboratory", "no observation is known by it", each));
  }

  private boolean observed(Coding coding) {
    return coding.system().equals("LOINC")
        || knowledge.laboratory().findByLocalName(coding.code()).isPresent()
        || knowledge.laboratory().findByLocalName(coding.text()).isPresent();
  }

  /** The code a table can map, else the words. */
  private static Optional<Coding> written(List<Coding> codings) {
    return codings.stream()
        .filter(each -> !each.code().isEmpty())
        .findFirst()
        .or(() -> codings.stream().findFirst());
  }

  private static ReportRow row(ReadMessage message, String kind, String reason, Coding coding) {
    return new ReportRow(
        message.sendingApplication(),
        message.sendingFacility(),
        kind,
        "",
        "",
        reason,
        coding.system(),
        coding.code(),
        coding.text());
  }
}
