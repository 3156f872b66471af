package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.OrderParts;
import org.rxtwin.chart.OrderRequest;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;

/**
 * Reads what an order gives: the drug, how much, how often, by which way. A mixture is an order for
 * each of its drugs.
 */
final class RegimenReader {
  static final String NO_DRUG = "expected a drug in RXE-2 or RXO-1; the order is not used";

  private static final int CONTROL = 1;

  private final Reading reading;
  private final DrugReader drugs;
  private final MixtureReader mixtures;
  private final GivingReader givings;
  private final DailyTotal totals;
  private final ScheduleReader schedules;
  private final RequestReader requests;
  private final IndicationReader indications;

  RegimenReader(Reading reading) {
    this.reading = reading;
    this.drugs = new DrugReader(reading);
    this.mixtures = new MixtureReader(reading);
    this.givings = new GivingReader(reading);
    this.totals = new DailyTotal(reading);
    this.schedules = new ScheduleReader(reading);
    this.requests = new RequestReader(reading, schedules);
    this.indications = new IndicationReader(reading);
  }

  /** The drug that is ordered, with all its codings. */
  List<Coding> drug(OrderPart part) {
    return drugs.codings(part, new Troubles());
  }

  /** The orders, one for each drug; none where no drug can be read. */
  List<MedicationOrder> read(String id, OrderPart part, PatientPart patient, Troubles troubles) {
    List<Coding> drug = drugs.codings(part, troubles);
    Mixture mixture = mixtures.read(part, drug, troubles);
    if (drug.isEmpty() && mixture.others().isEmpty()) {
      troubles.refuse(part.head(), CONTROL, NO_DRUG);
      return List.of();
    }
    Optional<DoseFields> at = part.drug().map(DoseFields::of);
    Troubles ofDose = new Troubles();
    Giving amount = at.map(each -> givings.amount(each, mixture, ofDose)).orElse(Giving.UNKNOWN);
    Troubles shared = new Troubles();
    shared.addAll(troubles);
    boolean both = part.rxo().isPresent() && part.rxe().isPresent();
    Schedule schedule = schedules.read(both ? part.encoding() : part, amount.dose(), shared);
    RegimenFrame frame = frame(part, schedule, patient, shared);
    Troubles ofRate = new Troubles();
    Giving giving =
        at.map(each -> timed(each, amount, mixture, frame, ofDose, ofRate)).orElse(amount);
    troubles.replacedBy(shared);
    List<MedicationOrder> orders = new ArrayList<>();
    if (!drug.isEmpty() && !mixture.named()) {
      troubles.addAll(ofDose);
      ofDose.addAll(ofRate);
      RegimenFrame limited = at.map(each -> limited(each, giving, frame)).orElse(frame);
      orders.add(limited.order(id, drug, giving, request(part, drug, giving, frame), ofDose));
    }
    boolean refused =
        (amount.dose().isKnown() && !schedule.dose().isKnown())
            || frame.troubles().refused().stream().anyMatch(QuantityReader::isRefusal);
    at.filter(each -> !mixture.others().isEmpty())
        .map(each -> rates(each, mixture, giving, frame, !refused, ofRate))
        .ifPresent(rates -> orders.addAll(parts(id, rates, frame, ofRate, troubles)));
    troubles.addAll(ofRate);
    return orders;
  }

  private RegimenFrame limited(DoseFields at, Giving giving, RegimenFrame frame) {
    return DailyCeiling.doses(at.instructions(), giving.dose(), reading.localUnits())
        .map(frame::atMost)
        .orElse(frame);
  }

  private Giving timed(
      DoseFields at,
      Giving amount,
      Mixture mixture,
      RegimenFrame frame,
      Troubles ofDose,
      Troubles ofRate) {
    Schedule schedule = frame.schedule();
    DoseRange dose = totals.checked(at, schedule.dose(), schedule.timing(), ofDose);
    return givings.timed(at, new Giving(dose, amount.infusion()), mixture, schedule, ofRate);
  }

  private RegimenFrame frame(
      OrderPart part, Schedule schedule, PatientPart patient, Troubles troubles) {
    Optional<Fields> drug = part.drug();
    Optional<String> misplaced =
        part.routes().isEmpty() ? drug.flatMap(RouteReader::inForm) : Optional.empty();
    misplaced.ifPresent(each -> reading.repaired(RouteReader.IN_FORM));
    String form =
        misplaced.isPresent()
            ? ""
            : drug.map(each -> Codes.words(each, DoseFields.of(each).form())).orElse("");
    return new RegimenFrame(
        schedule,
        misplaced.orElseGet(() -> RouteReader.read(part.routes(), reading.profile(), troubles)),
        form,
        new ListReader(reading.type()).read(part.orc(), patient.pv1()),
        indications.read(part, troubles),
        troubles);
  }

  private Optional<OrderRequest> request(
      OrderPart part, List<Coding> drug, Giving giving, RegimenFrame frame) {
    return requests.read(part, drug, giving.dose(), frame.schedule());
  }

  private MixtureRates rates(
      DoseFields at,
      Mixture mixture,
      Giving whole,
      RegimenFrame frame,
      boolean asMixed,
      Troubles troubles) {
    boolean one = givings.isOne(at, mixture, troubles) && asMixed;
    return new MixtureRates(
        at,
        one ? mixture : mixture.withoutAmounts(),
        whole,
        givings.millilitres(at, mixture),
        frame.schedule().timing());
  }

  private static List<MedicationOrder> parts(
      String id, MixtureRates rates, RegimenFrame frame, Troubles ofWhole, Troubles troubles) {
    List<MedicationOrder> parts = new ArrayList<>();
    int place = 0;
    for (Component each : rates.mixture().others()) {
      place++;
      Troubles own = new Troubles();
      own.addAll(each.troubles());
      Giving giving = rates.of(each, own);
      troubles.addAll(own);
      if (!each.fluid()) {
        own.addAll(ofWhole);
      }
      parts.add(
          frame.order(OrderParts.component(id, place), each.drug(), giving, Optional.empty(), own));
    }
    return parts;
  }
}
