package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.OrderStory.GENTAMICIN;
import static org.rxtwin.hl7.reader.OrderStory.VANCOMYCIN;
import static org.rxtwin.hl7.reader.OrderStory.WARFARIN;
import static org.rxtwin.hl7.reader.OrderStory.chart;
import static org.rxtwin.hl7.reader.OrderStory.dose;
import static org.rxtwin.hl7.reader.OrderStory.drug;
import static org.rxtwin.hl7.reader.OrderStory.only;
import static org.rxtwin.hl7.reader.OrderStory.running;
import static org.rxtwin.hl7.reader.OrderStory.told;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.OrderState;
import org.rxtwin.chart.OrderState.Status;
import org.rxtwin.chart.UnreadPart;

/** What becomes of orders, from the messages about them to the chart. */
class OrderLifeTest {
  @ParameterizedTest
  @CsvSource({"DC, DISCONTINUED", "CA, DISCONTINUED", "HD, HELD"})
  void anEndThatRepeatsTheTimeOfTheFirstOrderStillComesAfterAChange(String control, Status after) {
    Chart chart =
        chart(
            told("0800", "ORC|NW|O-1|||||||202603010800", drug(WARFARIN, 5)),
            told("1000", "ORC|XO|O-1|||||||202603011000", drug(WARFARIN, 3)),
            told("1200", "ORC|" + control + "|O-1|||||||202603010800"));

    OrderState order = only(chart);
    assertThat(order.status()).isEqualTo(after);
    assertThat(order.order().dose().orElseThrow().amount()).isEqualTo(3);
  }

  @Test
  void aSenderThatRepeatsOneTimeAlwaysIsReadInTheOrderOfItsMessages() {
    Chart chart =
        chart(
            told("0800", "ORC|NW|O-1|||||||202603010800", drug(WARFARIN, 5)),
            told("1000", "ORC|XO|O-1|||||||202603010800", drug(WARFARIN, 3)),
            told("1100", "ORC|HD|O-1|||||||202603010800"),
            told("1200", "ORC|RL|O-1|||||||202603010800"),
            told("1300", "ORC|DC|O-1|||||||202603010800"));

    OrderState order = only(chart);
    assertThat(order.status()).isEqualTo(Status.DISCONTINUED);
    assertThat(order.changedAt()).isEqualTo(at("10:00"));
    assertThat(order.endedAt()).contains(at("13:00"));
    assertThat(order.startedAt()).isEqualTo(at("08:00"));
  }

  @Test
  void anEndBeforeTheFirstOrderThatWasToldAfterItEndsIt() {
    Chart chart =
        chart(
            told("0800", "ORC|XO|O-1|||||||202603010800", drug(WARFARIN, 5)),
            told("1200", "ORC|DC|O-1|||||||202602270900"));

    assertThat(only(chart).status()).isEqualTo(Status.DISCONTINUED);
    assertThat(only(chart).endedAt()).contains(at("12:00"));
  }

  @Test
  void whatWasWrittenLaterCountsThoughItWasSentInOneBatch() {
    Chart chart =
        chart(
            told("0800", "ORC|DC|O-1|||||||202602270900"),
            told("0800", "ORC|NW|O-1|||||||202602200900", drug(WARFARIN, 5)));

    assertThat(only(chart).status()).isEqualTo(Status.DISCONTINUED);
    assertThat(only(chart).endedAt()).contains(Instant.parse("2026-02-27T08:00:00Z"));
  }

  @Test
  void theSameOrderSentAgainDoesNotBeginAnew() {
    Chart chart =
        chart(
            told("0800", "ORC|NW|O-1|||||||202603010800", drug(WARFARIN, 5)),
            told("1000", "ORC|DC|O-1|||||||202603011000"),
            told("1200", "ORC|NW|O-1|||||||202603010800", drug(WARFARIN, 5)));

    assertThat(only(chart).status()).isEqualTo(Status.DISCONTINUED);
  }

  @Test
  void anEndOfTheFutureDoesNotWinOverWhatIsToldAfterIt() {
    Chart chart =
        chart(
            told("0800", "ORC|NW|O-1|||||||202603010800", drug(WARFARIN, 5)),
            told("1000", "ORC|DC|O-1|||||||203603011000"),
            told("1200", "ORC|NW|O-1|||||||202603011200", drug(WARFARIN, 4)));

    assertThat(only(chart).status()).isEqualTo(Status.ACTIVE);
    assertThat(chart.unread()).extracting(UnreadPart::what).containsExactly("order");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OK", "NA", "SN", "XR"})
  void anAnswerNeitherRestartsNorReleasesAnOrder(String control) {
    String answer = told("1200", "ORC|" + control + "|O-1", drug(WARFARIN, 5));
    String order = told("0800", "ORC|NW|O-1", drug(WARFARIN, 5));

    Chart ended = chart(order, told("1000", "ORC|DC|O-1"), answer);
    Chart held = chart(order, told("1000", "ORC|HD|O-1"), answer);

    assertThat(only(ended).status()).isEqualTo(Status.DISCONTINUED);
    assertThat(only(held).status()).isEqualTo(Status.HELD);
  }

  @Test
  void theEndOfAnOrderToldForLaterOutlivesItsConfirmation() {
    Chart chart =
        chart(
            told("0800", "ORC|NW|O-1", drug(WARFARIN, 5)),
            told("1000", "ORC|DC|O-1|||||||||||||20260305120000"),
            told("1200", "ORC|OK|O-1", drug(WARFARIN, 5)));

    assertThat(only(chart).endedAt()).contains(Instant.parse("2026-03-05T11:00:00Z"));
  }

  @Test
  void anAnswerBeginsAnOrderNobodyToldOf() {
    Chart chart = chart(told("0800", "ORC|OK|O-1|F-1", drug(WARFARIN, 5)));

    assertThat(only(chart).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void aConfirmationThatTellsAnotherDoseIsSaidAndAConfirmedChangeIsTaken() {
    String order = told("0800", "ORC|NW|O-1", drug(WARFARIN, 5), "TQ1|1||QD");

    Chart confirmed = chart(order, told("1000", "ORC|OK|O-1", drug(WARFARIN, 3), "TQ1|1||QD"));
    Chart changed = chart(order, told("1000", "ORC|XR|O-1", drug(WARFARIN, 3), "TQ1|1||QD"));

    assertThat(dose(only(confirmed))).isEqualTo(5);
    assertThat(confirmed.unread()).hasSize(1);
    assertThat(dose(only(changed))).isEqualTo(3);
  }

  @Test
  void theEndOfAParentEndsItsChildrenWithAndWithoutORC8() {
    String order =
        told(
            "0800",
            "ORC|PA|O-1^CPOE|F-1",
            drug(WARFARIN, 5),
            "ORC|CH|O-1.1^CPOE||||||O-1&CPOE",
            drug(WARFARIN, 5),
            "ORC|CH|O-1.2^CPOE",
            drug(WARFARIN, 5),
            "ORC|NW|O-2^CPOE",
            drug(VANCOMYCIN, 1000));

    Chart ended = chart(order, told("1000", "ORC|DC|O-1^CPOE"));
    Chart byFiller = chart(order, told("1000", "ORC|DC||F-1"));
    Chart child = chart(order, told("1000", "ORC|DC|O-1.1^CPOE"));

    assertThat(running(ended)).containsExactly("O-2^CPOE");
    assertThat(running(byFiller)).containsExactly("O-2^CPOE");
    assertThat(running(child)).containsExactly("O-1.2^CPOE", "O-2^CPOE");
    assertThat(ended.unread()).isEmpty();
  }

  @Test
  void onlyTheReplacedOrderOfAPairEnds() {
    Chart chart =
        chart(
            told("0800", "ORC|NW|O-1", drug(WARFARIN, 5), "ORC|NW|O-2", drug(VANCOMYCIN, 1000)),
            told(
                "1000",
                "ORC|RP|O-1",
                drug(WARFARIN, 5),
                "ORC|RP|O-2",
                drug(VANCOMYCIN, 1250),
                "ORC|RO|O-3||||||O-1",
                drug(WARFARIN, 3)));

    assertThat(running(chart)).containsExactly("O-2", "O-3");
    assertThat(dose(chart.orders().get(1))).isEqualTo(1250);
  }

  @Test
  void aReplacementEndsTheOrderOfItsORC8ThoughAnotherPairStandsInTheMessage() {
    Chart chart =
        chart(
            told("0800", "ORC|NW|O-1", drug(WARFARIN, 5), "ORC|NW|O-2", drug(VANCOMYCIN, 1000)),
            told(
                "1000",
                "ORC|RP|O-1",
                drug(WARFARIN, 5),
                "ORC|RO|O-3||||||O-1",
                drug(WARFARIN, 3),
                "ORC|RO|O-4||||||O-2",
                drug(VANCOMYCIN, 750)));

    assertThat(running(chart)).containsExactly("O-3", "O-4");
    assertThat(chart.unread()).isEmpty();
  }

  @Test
  void anOrderKnownByBothNumbersEndsByTheFillersAlone() {
    Chart atOnce =
        chart(told("0800", "ORC|NW|O-1|F-77", drug(WARFARIN, 5)), told("1000", "ORC|DC||F-77"));
    Chart assigned =
        chart(
            told("0800", "ORC|NW|O-1", drug(WARFARIN, 5)),
            told("0900", "ORC|NA|O-1|F-77"),
            told("1000", "ORC|HD||F-77"));
    Chart fillersOrder =
        chart(
            told("0800", "ORC|SN||F-77", drug(WARFARIN, 5)),
            told("0900", "ORC|NA|O-1|F-77"),
            told("1000", "ORC|DC|O-1"));

    assertThat(only(atOnce).status()).isEqualTo(Status.DISCONTINUED);
    assertThat(only(assigned).status()).isEqualTo(Status.HELD);
    assertThat(only(fillersOrder).status()).isEqualTo(Status.DISCONTINUED);
  }

  @Test
  void aNumberTheFillerGaveToTwoOrdersMeansTheOneThatRuns() {
    String two =
        told("0800", "ORC|NW|O-1|F-7", drug(WARFARIN, 5), "ORC|NW|O-2|F-7", drug(VANCOMYCIN, 1000));

    Chart both = chart(two, told("1000", "ORC|DC||F-7"));
    Chart one = chart(two, told("0900", "ORC|DC|O-1"), told("1000", "ORC|DC||F-7"));

    assertThat(running(both)).containsExactly("O-1", "O-2");
    assertThat(both.unread()).hasSize(1);
    assertThat(running(one)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"O-1^CPOE, O-1", "O-1, O-1^CPOE"})
  void anEndMayLeaveOutTheNamespaceOfTheOnlyOrderOfThatNumber(String ordered, String ended) {
    Chart chart =
        chart(
            told("0800", "ORC|NW|" + ordered, drug(WARFARIN, 5)), told("1000", "ORC|DC|" + ended));

    assertThat(running(chart)).isEmpty();
  }

  @Test
  void theEndOfAnOrderNobodyKnowsIsSaidAndKeptUntilTheOrderComes() {
    String end = told("1000", "ORC|DC|O-1");
    Chart unknown = chart(end);
    Chart known = chart(end, told("0800", "ORC|NW|O-1", drug(WARFARIN, 5)));

    assertThat(unknown.unread())
        .extracting(UnreadPart::what)
        .containsExactly(UnreadPart.UNKNOWN_ORDER);
    assertThat(only(known).status()).isEqualTo(Status.DISCONTINUED);
    assertThat(known.unread()).isEmpty();
  }

  @Test
  void marksInsideOrderNumbersAreNoMarksOfOurs() {
    Chart chart =
        chart(
            told("0800", "ORC|NW|A", drug(WARFARIN, 5), "ORC|NW|A#2", drug(VANCOMYCIN, 1000)),
            told("0900", "ORC|NW|filler:F-1", drug(GENTAMICIN, 80)),
            told("1000", "ORC|DC|A"),
            told("1100", "ORC|DC||F-1"));

    assertThat(running(chart)).containsExactly("A##2", "placer:filler:F-1");
  }

  @Test
  void noOrderOfArrivalChangesTheLifeOfAnOrder() {
    List<String> messages =
        List.of(
            told("0800", "ORC|NW|O-1|||||||202603010800", drug(VANCOMYCIN, 1000)),
            told("0830", "ORC|NA|O-1|F-1"),
            told("0900", "ORC|XO|O-1|||||||202603010800", drug(VANCOMYCIN, 750)),
            told("0930", "ORC|OK|O-1|F-1", drug(VANCOMYCIN, 750)),
            told("1000", "ORC|HD||F-1||||||202603010800"),
            told("1030", "ORC|XR|O-1|F-1", drug(VANCOMYCIN, 500)),
            told("1100", "ORC|RL|O-1|||||||203601010000"),
            told("1200", "ORC|DC||F-1||||||202603010800"),
            told("1300", "ORC|NW|O-1|||||||202603011300", drug(GENTAMICIN, 80)));
    List<OrderState> expected = chart(messages.toArray(String[]::new)).orders();

    Random random = new Random(11);
    for (int i = 0; i < 50; i++) {
      List<String> arrival = new ArrayList<>(messages);
      Collections.shuffle(arrival, random);
      assertThat(chart(arrival.toArray(String[]::new)).orders()).isEqualTo(expected);
    }
  }

  private static Instant at(String zurich) {
    return Instant.parse("2026-03-01T" + zurich + ":00Z").minusSeconds(3600);
  }
}
