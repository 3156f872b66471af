package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which allergies stand, when some are deleted. */
class AllergyTest {
  private static final Coding PENICILLINS = new Coding("J01C", "ATC", "");

  private final Chart empty = Chart.empty(Events.CHART);

  @Test
  void aRefutedAllergyIsGone() {
    Allergy penicillin =
        new Allergy(
            List.of(Coding.ofText("Penicillin")),
            Optional.empty(),
            List.of(),
            "",
            Optional.empty(),
            true);
    Allergy refuted =
        new Allergy(
            List.of(Coding.ofText("penicillin")),
            Optional.empty(),
            List.of(),
            "",
            Optional.empty(),
            false);
    Chart chart = empty.with(Events.at(0, 1, new ChartEvent.AllergyRecorded(penicillin)));

    assertThat(chart.allergies()).hasSize(1);
    assertThat(chart.with(Events.at(1, 2, new ChartEvent.AllergyRecorded(refuted))).allergies())
        .isEmpty();
  }

  @Test
  void aDeletionTakesAnAllergyOffWhateverOfItsCodeOrTextItRepeats() {
    Allergy coded = allergy(true, "", new Coding("7980", "RXNORM", "Penicillin G"));
    Chart chart = empty.with(Events.at(0, 1, new ChartEvent.AllergyRecorded(coded)));

    for (Coding repeated :
        List.of(
            new Coding("7980", "RXNORM", ""),
            Coding.ofText("penicillin g"),
            new Coding("P1", "LOCAL", "PENICILLIN G"))) {
      assertThat(
              chart
                  .with(
                      Events.at(1, 2, new ChartEvent.AllergyRecorded(allergy(false, "", repeated))))
                  .allergies())
          .isEmpty();
    }
    assertThat(
            chart
                .with(
                    Events.at(
                        1,
                        2,
                        new ChartEvent.AllergyRecorded(
                            allergy(false, "", new Coding("7980", "LOCAL", "")))))
                .allergies())
        .as("a code of another system is another substance")
        .hasSize(1);
  }

  @Test
  void theNumberOfAnAllergyDecidesWhereBothTellOne() {
    Coding penicillin = Coding.ofText("penicillin");
    Chart chart =
        empty
            .with(Events.at(0, 1, new ChartEvent.AllergyRecorded(allergy(true, "A1", penicillin))))
            .with(Events.at(1, 2, new ChartEvent.AllergyRecorded(allergy(true, "A2", penicillin))));

    Chart deleted =
        chart.with(
            Events.at(2, 3, new ChartEvent.AllergyRecorded(allergy(false, "A1", penicillin))));
    Chart all =
        chart.with(Events.at(2, 3, new ChartEvent.AllergyRecorded(allergy(false, "", penicillin))));

    assertThat(deleted.allergies())
        .extracting(each -> each.allergy().id())
        .containsExactly(Optional.of("A2"));
    assertThat(all.allergies()).isEmpty();
  }

  @Test
  void aDeletionLeavesAnotherAllergyOfTheSameClassAlone() {
    Chart both =
        empty
            .with(recorded(0, 1, "", true, amoxicillin(), PENICILLINS))
            .with(recorded(1, 2, "", true, penicillinV(), PENICILLINS));

    Chart left = both.with(recorded(2, 3, "", false, amoxicillin(), PENICILLINS));

    assertThat(left.allergies())
        .singleElement()
        .satisfies(each -> assertThat(each.allergy().substance()).contains(penicillinV()));
    assertThat(left.unread()).isEmpty();
  }

  @Test
  void aDeletionThatFitsSeveralSubstancesDeletesNoneAndItIsSaid() {
    Chart both =
        empty
            .with(recorded(0, 1, "", true, amoxicillin(), PENICILLINS))
            .with(recorded(1, 2, "", true, penicillinV(), PENICILLINS));

    Chart left = both.with(recorded(2, 3, "", false, PENICILLINS));

    assertThat(left.allergies()).hasSize(2);
    assertThat(left.unread()).extracting(UnreadPart::what).containsExactly("allergy");
  }

  @Test
  void aDeletionOfTheClassLeavesItsMembersWhereTheClassIsRecordedToo() {
    Chart both =
        empty
            .with(recorded(0, 1, "", true, amoxicillin(), PENICILLINS))
            .with(recorded(1, 2, "", true, PENICILLINS));

    assertThat(both.with(recorded(2, 3, "", false, PENICILLINS)).allergies())
        .singleElement()
        .satisfies(each -> assertThat(each.allergy().substance()).contains(amoxicillin()));
  }

  @Test
  void aDeletionByNumberLeavesOtherNumbersOfTheSameSubstanceAlone() {
    Chart chart =
        empty
            .with(recorded(0, 1, "7^CPOE@HOSP", true, amoxicillin()))
            .with(recorded(1, 2, "7^WARD@HOSP", true, amoxicillin()))
            .with(recorded(2, 3, "7^CPOE@HOSP", false, amoxicillin()));

    assertThat(chart.allergies())
        .extracting(each -> each.allergy().id())
        .containsExactly(Optional.of("7^WARD@HOSP"));
  }

  @Test
  void aDeletionThatArrivesBeforeWhatItDeletesStillDoes() {
    Chart chart =
        empty
            .with(recorded(2, 3, "", false, amoxicillin()))
            .with(recorded(0, 1, "", true, amoxicillin()));

    assertThat(chart.allergies()).isEmpty();
  }

  private static Coding amoxicillin() {
    return new Coding("723", "RXNORM", "Amoxicillin");
  }

  private static Coding penicillinV() {
    return new Coding("7984", "RXNORM", "Penicillin V");
  }

  private static StoredEvent recorded(
      int hours, long seq, String id, boolean active, Coding... substance) {
    return Events.at(hours, seq, new ChartEvent.AllergyRecorded(allergy(active, id, substance)));
  }

  private static Allergy allergy(boolean active, String id, Coding... substance) {
    return new Allergy(
        List.of(substance),
        Optional.of(AllergenKind.DRUG),
        List.of(),
        "",
        Optional.empty(),
        active,
        Optional.empty(),
        Optional.of(id).filter(each -> !each.isEmpty()));
  }
}
