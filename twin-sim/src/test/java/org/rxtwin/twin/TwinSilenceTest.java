package org.rxtwin.twin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.DoseQuestion.Reliability;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.DoseVerdict.CannotTell;
import org.rxtwin.chart.DoseVerdict.Safe;
import org.rxtwin.twin.model.ModelLibrary;

/** When the twin of warfarin gives no answer, and why. */
class TwinSilenceTest {
  private final Twin twin = new Twin(ModelLibrary.shipped());

  @Test
  void everyReasonNotToAnswerIsSaid() {
    Patient stable = Patient.onWarfarin(5).withInr(-1, 2.4);
    assertThat(twin.judge(stable.ofDrug("atenolol").question()).why()).contains("no model of");
    assertThat(twin.judge(stable.incomplete().question()).why()).contains("not whole");
    assertThat(twin.judge(stable.withoutAge().question()).why()).contains("age");
    assertThat(twin.judge(stable.aged(12).question()).why()).contains("outside the range");
    assertThat(twin.judge(stable.withoutRegimen().question()).why()).contains("no warfarin");
    assertThat(twin.judge(Patient.onWarfarin(5).question()).why()).contains("measure INR");
    assertThat(twin.judge(Patient.onWarfarin(5).withInr(-91, 2.4).question()).why())
        .contains("older than 90 days");
    assertThat(twin.judge(stable.question(), () -> true).why()).isEqualTo(Twin.TIMED_OUT);
    assertThat(new Twin(ModelLibrary.shipped(), 10).judge(stable.question()).why())
        .contains("budget");
  }

  @ParameterizedTest
  @CsvSource({
    "DATE_ONLY, no time of sampling",
    "BOUND, above or below a number",
    "PRELIMINARY, preliminary",
    "DOUBTFUL_SPECIMEN, measure INR again",
    "OTHER_UNIT, unit"
  })
  void anOlderInrDoesNotHideWhatTheNewestMaySay(Reliability reliability, String why) {
    Patient stable = Patient.onWarfarin(5).withInr(-3, 2.4);

    DoseVerdict silent = twin.judge(stable.withInr(-1, 6, reliability).question());
    DoseVerdict measuredSince =
        twin.judge(stable.withInr(-2, 6, reliability).withInr(-1, 2.4).question());

    assertThat(silent).isInstanceOf(CannotTell.class);
    assertThat(silent.why()).contains("the last INR").contains(why);
    assertThat(measuredSince).isNotInstanceOf(CannotTell.class);
  }

  @Test
  void anInrTimedByItsReportIsUsedAndThatIsSaid() {
    Patient reported = Patient.onWarfarin(5).withInr(-1, 2.4, Reliability.TIME_OF_REPORT);

    assertThat(twin.judge(reported.question()).run().orElseThrow().notes())
        .anyMatch(note -> note.contains("without a sampling time"));
  }

  @Test
  void anInrThatNothingOnTheChartExplainsAsksForAnotherInsteadOfADose() {
    Patient stable = Patient.onWarfarin(5).withInr(-30, 2.6).withInr(-14, 2.5);
    DoseVerdict verdict = twin.judge(stable.withInr(-0.1, 5.0).question());

    assertThat(verdict).as(verdict.why()).isInstanceOf(CannotTell.class);
    assertThat(verdict.why()).contains("measure INR again within 24 hours");
    assertThat(twin.judge(stable.withInr(-0.1, 2.8).question())).isInstanceOf(Safe.class);
  }
}
