package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Chart;

/**
 * Messages that carry distinct times end in the same chart, in whatever order they arrive and
 * however often. A history that breaks this is named by its seed.
 */
class AnyArrivalTest {
  private static final int HISTORIES = 50;
  private static final int MANY_HISTORIES = 1_000;
  private static final int ARRIVALS = 3;

  @Test
  void theHistoryOfOnePatientEndsInOneChart() {
    assertThat(broken(HISTORIES, Histories::ofOnePatient)).as("seeds of histories").isEmpty();
  }

  @Test
  void theHistoryOfTwoMergedRecordsEndsInOneChart() {
    assertThat(broken(HISTORIES, Histories::ofMergedRecords)).as("seeds of histories").isEmpty();
  }

  @Test
  @Tag("full")
  void manyMoreHistoriesEndInOneChart() {
    assertThat(broken(MANY_HISTORIES, Histories::ofOnePatient)).as("seeds").isEmpty();
    assertThat(broken(MANY_HISTORIES, Histories::ofMergedRecords)).as("seeds").isEmpty();
    assertThat(broken(MANY_HISTORIES, Histories::repeatingTimes)).as("seeds").isEmpty();
  }

  @Test
  void theHistoryOfASenderThatRepeatsTimesEndsInOneChart() {
    assertThat(broken(HISTORIES, Histories::repeatingTimes)).as("seeds of histories").isEmpty();
  }

  @Test
  void messagesOfOneTimeMayEndInSeveralCharts() {
    assertThat(broken(HISTORIES, Histories::atOneTime))
        .as("the proof can fail: without times the order of arrival decides")
        .isNotEmpty();
  }

  @Test
  void theHistoriesHoldEveryKindOfState() {
    List<Chart> charts =
        seeds(HISTORIES)
            .mapToObj(seed -> read(Histories.ofOnePatient(seed)))
            .map(each -> Ledger.chart(each, Histories.KEPT))
            .toList();

    assertThat(charts).anyMatch(each -> each.orders().size() > 2);
    assertThat(charts).anyMatch(each -> each.results().size() > 1);
    assertThat(charts).anyMatch(each -> each.allergies().size() > 1);
    assertThat(charts).anyMatch(each -> each.conditions().size() > 1);
    assertThat(charts).anyMatch(each -> !each.procedures().isEmpty());
    assertThat(charts).anyMatch(each -> each.administrations().size() > 1);
    assertThat(charts).anyMatch(each -> !each.location().isEmpty());
  }

  /** What breaks, each with its seed. */
  private static List<String> broken(int histories, LongFunction<List<String>> history) {
    return seeds(histories)
        .mapToObj(seed -> broken(seed, history.apply(seed)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> broken(long seed, List<String> history) {
    List<ReadMessage> messages = read(history);
    List<ReadMessage> again =
        read(history.stream().map(each -> each.replace("|C-", "|R-")).toList());
    List<Object> expected = picture(Ledger.chart(messages, Histories.KEPT));
    Random random = new Random(seed);
    for (int i = 0; i < ARRIVALS; i++) {
      List<ReadMessage> arrival = arrival(messages, again, random);
      List<Object> other = picture(Ledger.chart(arrival, Histories.KEPT));
      if (!other.equals(expected)) {
        return Optional.of("seed " + seed + ": " + difference(expected, other));
      }
    }
    return Optional.empty();
  }

  private static LongStream seeds(int histories) {
    return LongStream.rangeClosed(1, histories);
  }

  private static List<ReadMessage> read(List<String> messages) {
    return messages.stream().map(Messages::read).toList();
  }

  /** The messages shuffled, some of them told again under a number of their own. */
  private static List<ReadMessage> arrival(
      List<ReadMessage> messages, List<ReadMessage> again, Random random) {
    List<ReadMessage> all = new ArrayList<>(messages);
    again.stream().filter(each -> random.nextInt(4) == 0).forEach(all::add);
    Collections.shuffle(all, random);
    return all;
  }

  /** The first thing in which two charts differ. */
  private static String difference(Object one, Object other) {
    if (one instanceof List<?> some
        && other instanceof List<?> others
        && some.size() == others.size()) {
      for (int i = 0; i < some.size(); i++) {
        if (!some.get(i).equals(others.get(i))) {
          return difference(some.get(i), others.get(i));
        }
      }
    }
    return one + "\n  <> " + other;
  }

  /** All of a chart but the ids of messages: a repetition may have brought the last word. */
  private static List<Object> picture(Chart chart) {
    return List.of(
        chart.orders().stream()
            .map(
                each ->
                    List.of(
                        each.order(),
                        each.status(),
                        each.startedAt(),
                        each.changedAt(),
                        each.endedAt()))
            .toList(),
        chart.results().stream().map(each -> List.of(each.result(), each.at())).toList(),
        chart.allergies().stream().map(each -> List.of(each.allergy(), each.recorded())).toList(),
        chart.conditions().stream().map(each -> List.of(each.condition(), each.at())).toList(),
        chart.procedures().stream().map(each -> List.of(each.condition(), each.at())).toList(),
        chart.administrations().stream().map(each -> each.administration()).toList(),
        chart.stay(),
        chart.birthDate(),
        chart.identifiers());
  }
}
