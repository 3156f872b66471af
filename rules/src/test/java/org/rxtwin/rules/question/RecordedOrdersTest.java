package org.rxtwin.rules.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.rules.question.Story.day;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.Administration.Outcome;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.DoseTaken;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.Timing;
import org.rxtwin.knowledge.KnowledgeLoader;
import org.rxtwin.knowledge.search.DrugResolver;
import org.rxtwin.quantity.Dose;

/** Several drugs under one number: a record belongs to the one that it names. */
class RecordedOrdersTest {
  private static final DoseQuestions QUESTIONS =
      new DoseQuestions(KnowledgeLoader.shipped().getKnowledge());

  @Test
  void aRecordUnderTheNumberOfAMixtureIsOfTheComponentThatItNames() {
    Story story =
        Story.ofPatient()
            .order(0, order("A1", "heparin", 24))
            .order(0, order("A1#c1", "vancomycin", 12))
            .on(0.1, given("A1", "vancomycin", 0.1, 900))
            .on(0.2, given("A1", "heparin", 0.2, 5000));

    assertThat(placed(story.chart())).containsExactly("A1#c1", "A1");
    assertThat(ask(story.chart(), 0.3).doses())
        .containsExactly(new DoseTaken(day(0.1), 900, 0, true));
  }

  @Test
  void aRecordOfAnotherDrugIsNoDoseOfTheOrderWhoseNumberItBears() {
    Story story =
        Story.ofPatient()
            .order(0, order("A1", "vancomycin", 12))
            .on(0.1, given("A1", "gentamicin", 0, 80));

    assertThat(placed(story.chart())).containsExactly("");
    assertThat(ask(story.chart(), 0.2).doses()).containsExactly(new DoseTaken(day(0), 1000));
  }

  @Test
  void aRecordWhoseDrugNobodyCanReadIsOfTheOnlyOrderOfItsNumber() {
    Story story =
        Story.ofPatient()
            .order(0, order("A1", "vancomycin", 12))
            .on(0.1, given("A1", "house bag 7", 0.05, 900));

    assertThat(placed(story.chart())).containsExactly("A1");
    assertThat(ask(story.chart(), 0.2).doses())
        .containsExactly(new DoseTaken(day(0.05), 900, 0, true));
  }

  @Test
  void ofTwoOrdersOfOneDrugUnderANumberTheTimeOfTheDoseDecides() {
    Chart chart =
        Story.ofPatient()
            .chart()
            .with(inOneMessage(2, 0, order("A1", "vancomycin", 0)))
            .with(inOneMessage(3, 0.5, order("A1#2", "vancomycin", 12)))
            .with(event(4, 0.5, given("A1", "vancomycin", 0, 2000)))
            .with(event(5, 0.6, given("A1", "vancomycin", 0.55, 900)));

    assertThat(placed(chart)).containsExactly("", "");
    assertThat(ask(chart, 0.7).doses())
        .containsExactly(
            new DoseTaken(day(0), 2000, 0, true), new DoseTaken(day(0.55), 900, 0, true));
  }

  @Test
  void theFillersNumberOfARecordMeansThePlacersOrder() {
    Story story =
        Story.ofPatient()
            .order(0, order("A1", "vancomycin", 12))
            .on(
                0,
                new ChartEvent.OrderRelated(
                    "A1", ChartEvent.OrderRelated.Relation.ALSO_KNOWN_AS, List.of("filler:F7")))
            .on(0.1, given("filler:F7", "vancomycin", 0.05, 900));

    assertThat(placed(story.chart())).containsExactly("A1");
  }

  private static List<String> placed(Chart chart) {
    NamedDrugs named = new NamedDrugs(DrugResolver.over(KnowledgeLoader.shipped().getKnowledge()));
    return new RecordedOrders(chart, named::certain)
        .records().stream().map(Administration::orderId).toList();
  }

  /** Every so many hours; once where that is zero. */
  private static MedicationOrder order(String id, String drug, int hours) {
    MedicationOrder plain = Story.order(id, Coding.ofText(drug), 1000, "IV", "INJ");
    Timing timing =
        hours == 0 ? Timing.of(Timing.Kind.ONCE, "ONCE") : Timing.everyHours(hours, "Q" + hours);
    return Story.with(plain, timing, Optional.empty(), Optional.empty());
  }

  private static ChartEvent given(String order, String drug, double day, double milligrams) {
    return new ChartEvent.Administered(
        new Administration(
            order + "|" + drug + "|" + day,
            order,
            List.of(Coding.ofText(drug)),
            Optional.of(Dose.milligrams(milligrams)),
            ClinicalTime.exact(day(day)),
            Optional.empty(),
            Outcome.GIVEN,
            "IV",
            List.of()));
  }

  private static StoredEvent inOneMessage(long seq, double day, MedicationOrder order) {
    MedicationOrder starting =
        Story.with(order, order.timing(), Optional.of(day(day)), Optional.empty());
    return event(seq, 0, new ChartEvent.MedicationOrdered(starting));
  }

  private static StoredEvent event(long seq, double day, ChartEvent event) {
    String message = day == 0 ? "both" : "m" + seq;
    return new StoredEvent(
        Story.CHART, seq, ClinicalTime.exact(day(day)), day(day), message, event);
  }

  private static DoseQuestion ask(Chart chart, double day) {
    List<DoseQuestion> asked = QUESTIONS.of(chart, day(day), "seed");
    assertThat(asked).hasSize(1);
    return asked.get(0);
  }
}
