package org.rxtwin.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.hl7.feed.FeedProfiles;
import org.rxtwin.hl7.reader.HL7Reader;
import org.rxtwin.hl7.reader.OccurredEvent;
import org.rxtwin.hl7.reader.OrderText;
import org.rxtwin.reading.ToldRegimen.Match;

/**
 * Orders made by hand are read exactly as a pharmacist reads them, or not at all: no dose and no
 * timing is told that is another one.
 */
class HandMadeOrdersTest {
  /** Orders of which something else is told than stands there. */
  private static final int MOST_WRONG = 0;

  /** Orders of which less is told than a pharmacist reads. It may only fall. */
  private static final int MOST_NOT_READ = 1;

  private static final Instant RECEIVED = Instant.parse("2026-03-01T07:00:05Z");
  private static final FeedProfiles UTC = FeedProfiles.of(ZoneOffset.UTC);
  private static final HL7Reader READER = new HL7Reader();

  /** What came of one order. */
  private record Outcome(HandMadeOrder order, Match match, List<String> read) {
    String line() {
      return "%-5s %s %s%n        told %s%n        read %s"
          .formatted(match, order.subject(), order.title(), order.key(), read);
    }
  }

  @Test
  void readsOrdersMadeByHandAsAPharmacistDoes() throws IOException, URISyntaxException {
    List<Outcome> outcomes = orders().stream().map(HandMadeOrdersTest::outcome).toList();

    System.out.println(report(outcomes));

    assertThat(count(outcomes, Match.WRONG)).as(report(outcomes)).isLessThanOrEqualTo(MOST_WRONG);
    assertThat(count(outcomes, Match.LESS)).as("not read").isLessThanOrEqualTo(MOST_NOT_READ);
  }

  @Test
  void coversEverySubjectWithAKeyForEachOrder() throws IOException, URISyntaxException {
    List<HandMadeOrder> orders = orders();

    Map<String, Long> bySubject =
        orders.stream()
            .collect(Collectors.groupingBy(HandMadeOrder::subject, Collectors.counting()));

    assertThat(orders).hasSizeGreaterThan(700).allMatch(each -> !each.key().isEmpty());
    assertThat(bySubject)
        .hasSize(18)
        .allSatisfy((subject, count) -> assertThat(count).isPositive());
  }

  private static List<HandMadeOrder> orders() throws IOException, URISyntaxException {
    return HandMadeOrder.all(
        Path.of(Objects.requireNonNull(HandMadeOrdersTest.class.getResource("/orders")).toURI()));
  }

  private static Outcome outcome(HandMadeOrder order) {
    List<MedicationOrder> found = read(order);
    List<String> told =
        found.stream().map(each -> words(each) + " : " + OrderText.regimen(each)).toList();
    return new Outcome(
        order, order.key().size() == 1 ? single(order, found) : several(order, found), told);
  }

  private static List<MedicationOrder> read(HandMadeOrder order) {
    return READER.read(order.message(), UTC, RECEIVED).patients().stream()
        .flatMap(each -> each.events().stream())
        .map(OccurredEvent::event)
        .filter(MedicationOrdered.class::isInstance)
        .map(each -> ((MedicationOrdered) each).order())
        .toList();
  }

  private static Match single(HandMadeOrder order, List<MedicationOrder> found) {
    if (found.size() > 1) {
      return Match.WRONG;
    }
    return found.isEmpty() ? Match.LESS : match(order.key().get(0), found.get(0));
  }

  /** Each line of the key has its order; the name of a whole mixture may stand beside them. */
  private static Match several(HandMadeOrder order, List<MedicationOrder> found) {
    List<MedicationOrder> left = new ArrayList<>(found);
    Match worst = Match.EXACT;
    for (String line : order.key()) {
      String drug = line.substring(0, line.indexOf(" : "));
      String regimen = line.substring(line.indexOf(" : ") + 3);
      Match match =
          left.stream()
              .filter(each -> words(each).equals(drug))
              .findFirst()
              .map(
                  each -> {
                    left.remove(each);
                    return match(regimen, each);
                  })
              .orElse(Match.LESS);
      worst = match.compareTo(worst) > 0 ? match : worst;
    }
    return left.isEmpty() || order.isMixture() ? worst : Match.WRONG;
  }

  /** The nearest of the answers that the key allows. */
  private static Match match(String key, MedicationOrder read) {
    ToldRegimen came = ToldRegimen.of(OrderText.regimen(read));
    return Arrays.stream(key.split(" or "))
        .map(each -> ToldRegimen.of(each).match(came))
        .min(Match::compareTo)
        .orElseThrow();
  }

  private static String words(MedicationOrder order) {
    return order.drug().stream()
        .map(Coding::text)
        .filter(each -> !each.isBlank())
        .findFirst()
        .orElse("");
  }

  private static long count(List<Outcome> outcomes, Match match) {
    return outcomes.stream().filter(each -> each.match() == match).count();
  }

  private static String report(List<Outcome> outcomes) {
    String lines =
        outcomes.stream()
            .filter(each -> each.match() != Match.EXACT)
            .map(Outcome::line)
            .collect(Collectors.joining(System.lineSeparator()));
    return "%s%n%d orders: exact %d, refused where a reading was expected %d, wrong %d"
        .formatted(
            lines,
            outcomes.size(),
            count(outcomes, Match.EXACT),
            count(outcomes, Match.LESS),
            count(outcomes, Match.WRONG));
  }
}
