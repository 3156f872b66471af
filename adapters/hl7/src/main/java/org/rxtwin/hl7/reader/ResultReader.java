package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.LabResult.Status;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;

/** Reads results; what reads as a gene without doubt becomes a genotype. */
final class ResultReader {
  private static final int ANALYTE = 3;
  private static final int SUB_ID = 4;

  private final Reading reading;
  private final ValueReader values;
  private final SpecimenReader specimens;

  /** How often each result was told in this message. */
  private final Map<String, Integer> told = new HashMap<>();

  ResultReader(Reading reading) {
    this.reading = reading;
    this.values = new ValueReader(reading);
    this.specimens = new SpecimenReader(reading);
  }

  /** The events of all results of one patient, in the order of the message. */
  List<OccurredEvent> read(PatientPart patient) {
    List<OccurredEvent> events = new ArrayList<>();
    told.clear();
    patient.results().forEach(part -> events.addAll(read(part)));
    return events;
  }

  private List<OccurredEvent> read(ResultPart part) {
    List<GeneLine> lines = new ArrayList<>();
    List<OccurredEvent> events = new ArrayList<>();
    for (ObservationPart each : part.observations()) {
      Troubles troubles = new Troubles();
      result(part, each, troubles)
          .map(
              result ->
                  GeneNames.line(result, values.commonWords(each.obx()), each.obx().text(SUB_ID)))
          .ifPresent(lines::add);
      troubled(troubles).ifPresent(event -> events.add(at(Optional.empty(), event)));
    }
    GenotypeReader.Told genetics = GenotypeReader.read(lines);
    genetics
        .genotypes()
        .forEach(each -> events.add(at(each.sampledAt(), new ChartEvent.GenotypeReported(each))));
    genetics
        .others()
        .forEach(each -> events.add(at(each.sampledAt(), new ChartEvent.ResultReported(each))));
    Troubles genes = new Troubles();
    genetics.refused().forEach(reason -> genes.refuse(part.observations().get(0).obx(), 5, reason));
    troubled(genes).ifPresent(event -> events.add(at(Optional.empty(), event)));
    return events;
  }

  private Optional<ChartEvent> troubled(Troubles troubles) {
    reading.troubles().addAll(troubles);
    return troubles.refused().isEmpty()
        ? Optional.empty()
        : Optional.of(new ChartEvent.ReadingTroubled("result", troubles.refused()));
  }

  private OccurredEvent at(Optional<ClinicalTime> sampled, ChartEvent event) {
    return new OccurredEvent(reading.sampled(sampled), event);
  }

  private Optional<LabResult> result(
      ResultPart part, ObservationPart observation, Troubles troubles) {
    Fields obx = observation.obx();
    List<Coding> analyte = Codes.list(obx, ANALYTE, 0, reading.profile());
    if (analyte.isEmpty()) {
      troubles.refuse(
          obx, ANALYTE, "expected what was observed, came nothing; the line is not used");
      return Optional.empty();
    }
    Status status = ResultStatus.of(part, obx, troubles);
    Optional<ClinicalTime> sampled = specimens.sampledAt(part, obx, troubles);
    Optional<ResultValue> value =
        status == Status.WITHDRAWN ? Optional.empty() : values.read(obx, troubles);
    return Optional.of(
        new LabResult(
            apart(id(part, obx, sampled), obx, value, troubles),
            analyte,
            value,
            status,
            sampled,
            specimens.comments(part, observation),
            troubles.all()));
  }

  /**
   * Order number, code, sub-id and sampling time: what a correction repeats. Where neither number
   * nor time is told the message's own stand for them, so that no later result covers it.
   */
  private String id(ResultPart part, Fields obx, Optional<ClinicalTime> sampled) {
    String order =
        part.obr()
            .map(obr -> either(OrderNumber.entity(obr, 3), OrderNumber.entity(obr, 2)))
            .filter(each -> !each.isEmpty())
            .or(
                () ->
                    part.orc()
                        .map(orc -> either(OrderNumber.entity(orc, 3), OrderNumber.entity(orc, 2))))
            .filter(each -> !each.isEmpty())
            .orElse("");
    Optional<ClinicalTime> when = order.isEmpty() ? Optional.of(reading.sampled(sampled)) : sampled;
    String time = when.map(each -> each.instant().toString()).orElse("");
    boolean nameless = order.isEmpty() && sampled.isEmpty();
    return (nameless ? "message:" + reading.header().controlId() : order)
        + "|"
        + either(obx.text(ANALYTE), obx.text(ANALYTE, 2))
        + "|"
        + obx.text(SUB_ID)
        + "|"
        + time;
  }

  /**
   * Two values of one analyte that no sub-id tells apart are two results: none covers the other.
   */
  private String apart(String id, Fields obx, Optional<ResultValue> value, Troubles troubles) {
    int times = told.merge(id, 1, Integer::sum);
    if (times == 1) {
      return id;
    }
    if (value.filter(each -> !(each instanceof ResultValue.Text)).isPresent()) {
      troubles.lacks(obx, SUB_ID, "expected a sub-id for another value of the same; both are kept");
    }
    return id + "#" + times;
  }

  private static String either(String first, String second) {
    return first.isEmpty() ? second : first;
  }
}
