package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.ChartEvent.OrderRelated.Relation;
import org.rxtwin.chart.OrderState.Status;
import org.rxtwin.quantity.Dose;

/** When, and to which order, each thing was done. */
class OrderTimelineTest {
  private final List<StoredEvent> events = new ArrayList<>();
  private int seq;

  @Test
  void aTimeThatAnEarlierMessageBoreSaysNothing() {
    ordered(0, 0, "A", "warfarin", 5);
    changed(0, 2, "A", "warfarin", 3);
    held(0, 3, "A", true);
    held(0, 4, "A", false);
    ended(0, 5, "A");

    assertThat(states()).containsExactly(Status.DISCONTINUED);
    assertThat(chart().orderSteps())
        .extracting(OrderStep::at)
        .containsExactly(hour(0), hour(2), hour(3), hour(4), hour(5));
  }

  @Test
  void whatIsSaidAgainLaterChangesNothing() {
    ordered(0, 0, "A", "warfarin", 5);
    ended(3, 3, "A");
    ordered(0, 6, "A", "warfarin", 5);
    ended(3, 7, "A");

    assertThat(chart().orders().get(0).endedAt()).contains(hour(3));
  }

  @Test
  void anEndBeforeTheOrderOrInTheFutureIsAtTheTimeOfItsMessage() {
    ordered(2, 2, "A", "warfarin", 5);
    ended(1, 4, "A");
    ordered(2, 2, "B", "apixaban", 5);
    ended(900, 5, "B");

    assertThat(chart().orders())
        .extracting(OrderState::endedAt)
        .containsExactly(Optional.of(hour(4)), Optional.of(hour(5)));
  }

  @Test
  void aStopIsTheLastWordThoughItWasDecidedBeforeAChange() {
    ordered(1, 1, "A", "warfarin", 5);
    changed(3, 3, "A", "warfarin", 3);
    ended(2, 4, "A");

    assertThat(chart().orders().get(0).endedAt()).contains(hour(4));
  }

  @Test
  void aStopToldAgainDoesNotEndWhatBeganSince() {
    ordered(0, 0, "A", "warfarin", 5);
    ended(3, 3, "A");
    ordered(5, 5, "A", "warfarin", 3);
    ended(3, 7, "A");

    assertThat(states()).containsExactly(Status.ACTIVE);
  }

  @Test
  void aChangeWrittenBeforeTheOrderButToldAfterItChangesTheOrder() {
    ordered(2, 2, "A", "warfarin", 5);
    changed(1, 3, "A", "warfarin", 3);

    assertThat(chart().orders().get(0).order().dose()).contains(Dose.milligrams(3));
  }

  @Test
  void whatIsToldWithoutTheNamespaceIsToldOfTheSameOrder() {
    ordered(0, 0, "A^CPOE", "warfarin", 5);
    confirmed(1, "A", 5, false);
    changed(0, 2, "A^CPOE", "warfarin", 3);
    ended(0, 3, "A");

    assertThat(states()).containsExactly(Status.DISCONTINUED);
    assertThat(chart().orders().get(0).endedAt()).contains(hour(3));
  }

  @Test
  void aConfirmationChangesNothingButBeginsWhatNobodyKnew() {
    ordered(0, 0, "A", "warfarin", 5);
    held(1, 1, "A", true);
    confirmed(2, "A", 3, false);
    confirmed(2, "B", 3, false);

    assertThat(states()).containsExactly(Status.HELD, Status.ACTIVE);
    assertThat(chart().orders().get(0).order().dose()).contains(Dose.milligrams(5));
    assertThat(chart().unread()).extracting(UnreadPart::what).containsExactly("order");
  }

  @Test
  void aConfirmedChangeChangesTheDoseAndNotWhetherTheOrderRuns() {
    ordered(0, 0, "A", "warfarin", 5);
    held(1, 1, "A", true);
    confirmed(2, "A", 3, true);
    ordered(0, 0, "B", "warfarin", 5);
    ended(1, 1, "B");
    confirmed(2, "B", 3, true);

    assertThat(states()).containsExactly(Status.HELD, Status.DISCONTINUED);
    assertThat(chart().orders())
        .extracting(each -> each.order().dose().orElseThrow().amount())
        .containsExactly(3.0, 5.0);
  }

  @Test
  void theFillersNumberMeansTheOnlyOrderThatRunsUnderIt() {
    ordered(0, 0, "A", "warfarin", 5);
    ordered(0, 0, "B", "apixaban", 5);
    related("A", Relation.ALSO_KNOWN_AS, "filler:F");
    held(1, 1, "filler:F", true);
    related("B", Relation.ALSO_KNOWN_AS, "filler:G");
    related("A", Relation.ALSO_KNOWN_AS, "filler:G");
    ended(2, 2, "filler:G");

    assertThat(states()).containsExactly(Status.HELD, Status.ACTIVE);
    assertThat(chart().orderNumber("filler:F")).isEqualTo("A");
    assertThat(chart().unread())
        .extracting(UnreadPart::what)
        .containsExactly(UnreadPart.UNKNOWN_ORDER);

    ended(3, 3, "A");
    ended(4, 4, "filler:G");
    assertThat(states()).containsExactly(Status.DISCONTINUED, Status.DISCONTINUED);
  }

  @Test
  void theEndOfAParentReachesItsChildrenAndTheirs() {
    ordered(0, 0, "A.1", "warfarin", 5);
    ordered(0, 0, "A.1.1", "apixaban", 5);
    related("A.1", Relation.CHILD_OF, "A", "A^CPOE");
    related("A.1.1", Relation.CHILD_OF, "A.1");
    related("A", Relation.CHILD_OF, "A.1.1");
    ended(1, 1, "A");

    assertThat(states()).containsOnly(Status.DISCONTINUED);
    assertThat(chart().unread()).isEmpty();
  }

  @Test
  void aNamespaceLeftOutMeansTheOnlyOrderOfThatId() {
    ordered(0, 0, "A^CPOE", "warfarin", 5);
    ended(1, 1, "A");
    ordered(0, 0, "B^CPOE", "warfarin", 5);
    ordered(0, 0, "B^WARD", "apixaban", 5);
    ended(1, 1, "B");
    ended(1, 1, "B^OTHER");

    assertThat(states()).containsExactly(Status.DISCONTINUED, Status.ACTIVE, Status.ACTIVE);
    assertThat(chart().unread()).hasSize(2);
  }

  @Test
  void partsAreFoundByTheirDrugs() {
    message("m1", 0, "A", "vancomycin", "A#c1", "potassium", "A#2", "gentamicin");
    message("m2", 1, "A", "gentamicin", "A#2", "vancomycin", "A#2#c1", "magnesium");
    ended(2, 2, "A", "gentamicin");

    assertThat(running()).containsExactly("A vancomycin", "A#c2 magnesium");
  }

  @Test
  void aDrugThatIsToldBesideTheOthersIsAnotherPart() {
    message("m1", 0, "A", "vancomycin", "A#2", "gentamicin");
    message("m2", 1, "A", "amikacin");
    held(2, 2, "A#2", true);
    ended(3, 3, "A", "nobody's drug");

    assertThat(running()).isEmpty();
    assertThat(chart().orders()).hasSize(3);
  }

  @Test
  void aPartThatTheMessageItselfEndsIsItsOwn() {
    message("m1", 0, "A", "vancomycin", "A#2", "vancomycin");
    events.add(
        new StoredEvent(
            Events.CHART,
            ++seq,
            ClinicalTime.exact(hour(0)),
            hour(0),
            "m1",
            new ChartEvent.OrderDiscontinued("A#2", "")));

    assertThat(running()).containsExactly("A vancomycin");
  }

  @Test
  void aProposalConcernsThePartItNamesAlone() {
    message("m1", 0, "A", "vancomycin", "A#c1", "potassium");
    propose(new ChartEvent.OrderDiscontinued("A", ""));
    propose(new ChartEvent.OrderDiscontinued("never ordered", ""));
    propose(new ChartEvent.MedicationOrdered(order("X", "warfarin", 5)));

    assertThat(running()).containsExactly("A#c1 potassium", "X warfarin");
    assertThat(chart().unread()).isEmpty();
  }

  @Test
  void marksOfANumberAreWrittenTwice() {
    assertThat(OrderParts.told("A#2")).isEqualTo("A##2");
    assertThat(OrderParts.number("A##2#c1")).isEqualTo("A##2");
    assertThat(OrderParts.number("A###2")).isEqualTo("A##");
    assertThat(OrderParts.told("filler:1")).isEqualTo("placer:filler:1");
    assertThat(OrderParts.number(OrderParts.unnumbered("C#1", 2) + "#c1"))
        .isEqualTo("message:C##1#2");
    assertThat(OrderParts.filler("F#1")).isEqualTo("filler:F##1");
    assertThat(OrderParts.prescription("P#1")).isEqualTo("prescription:P##1");
    assertThat(OrderParts.further("A", 1)).isEqualTo("A");
  }

  private void ordered(int written, int told, String id, String drug, double milligrams) {
    add(written, new ChartEvent.MedicationOrdered(order(id, drug, milligrams), at(told)));
  }

  private void changed(int written, int told, String id, String drug, double milligrams) {
    add(written, new ChartEvent.OrderChanged(order(id, drug, milligrams), at(told)));
  }

  private void confirmed(int told, String id, double milligrams, boolean change) {
    add(told, new ChartEvent.OrderConfirmed(order(id, "warfarin", milligrams), change, at(told)));
  }

  private void held(int written, int told, String id, boolean held) {
    add(written, new ChartEvent.OrderHeld(id, held, at(told), List.of()));
  }

  private void ended(int written, int told, String id, String... drugs) {
    List<Coding> drug = List.of(drugs).stream().map(Coding::ofText).toList();
    add(written, new ChartEvent.OrderDiscontinued(id, "", Optional.empty(), at(told), drug));
  }

  private void related(String id, Relation relation, String... others) {
    add(0, new ChartEvent.OrderRelated(id, relation, List.of(others)));
  }

  /** One message that orders all these: names and drugs by turns. */
  private void message(String message, int hour, String... namesAndDrugs) {
    for (int i = 0; i < namesAndDrugs.length; i += 2) {
      events.add(
          new StoredEvent(
              Events.CHART,
              ++seq,
              ClinicalTime.exact(hour(hour)),
              hour(hour),
              message,
              new ChartEvent.MedicationOrdered(order(namesAndDrugs[i], namesAndDrugs[i + 1], 5))));
    }
  }

  private void propose(ChartEvent event) {
    events.add(
        new StoredEvent(
            Events.CHART, ++seq, ClinicalTime.exact(hour(9)), hour(9), OrderParts.PROPOSAL, event));
  }

  private void add(int hour, ChartEvent event) {
    events.add(Events.at(hour, ++seq, event));
  }

  private static MedicationOrder order(String id, String drug, double milligrams) {
    MedicationOrder plain = Events.warfarin(id, milligrams);
    return new MedicationOrder(
        id,
        List.of(Coding.ofText(drug)),
        plain.dose(),
        plain.doseMax(),
        plain.timing(),
        plain.route(),
        plain.form(),
        plain.start(),
        plain.stop(),
        plain.list(),
        plain.stat(),
        plain.indication(),
        plain.problems());
  }

  private static Optional<ClinicalTime> at(int hour) {
    return Optional.of(ClinicalTime.exact(hour(hour)));
  }

  private static Instant hour(int hour) {
    return Events.DAY_ONE.plus(Duration.ofHours(hour));
  }

  private Chart chart() {
    return Chart.empty(Events.CHART).withAll(events);
  }

  private List<Status> states() {
    return chart().orders().stream().map(OrderState::status).toList();
  }

  private List<String> running() {
    return chart().orders().stream()
        .filter(each -> each.status() != Status.DISCONTINUED)
        .map(each -> each.order().orderId() + " " + each.order().drug().get(0).text())
        .toList();
  }
}
