package org.rxtwin.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.story.Hl7.day;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent.ReadingTroubled;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.Stay;

/** Merges and moved visits through the whole engine. */
class RecordsThatEndTest {
  private final Hl7 kept = new Hl7("300011", "19580514", "M");
  private final Hl7 first = new Hl7("300012", "19580514", "M");
  private final Hl7 second = new Hl7("300013", "19580514", "M");
  @TempDir private Path home;

  @Test
  void severalRecordsEndInOneMessageAndLateMessagesFollow() throws Exception {
    try (Hospital hospital = Hospital.open(home)) {
      hospital.send(kept.admit(day(1, 9)));
      hospital.send(
          first.message(day(1, 10), "ADT^A08", "EVN||" + at(10), first.pid(), al1("Latex")));
      hospital.send(
          kept.message(
              day(2, 9),
              "ADT^A40^ADT_A39",
              "EVN||" + Hl7.stamp(day(2, 9)),
              kept.pid(),
              "MRG|300012^^^HOSP^MR",
              kept.pid(),
              "MRG|300013^^^HOSP^MR"));
      hospital.send(
          second.message(day(1, 11), "ADT^A08", "EVN||" + at(11), second.pid(), al1("Peanut")));

      Chart chart = chart(hospital, "300011");
      assertThat(chart.allergies())
          .extracting(each -> each.allergy().substance().get(0).text())
          .containsExactly("Latex", "Peanut");
      assertThat(chart.stay().state()).isEqualTo(Stay.State.ADMITTED);
      assertThat(chart(hospital, "300012").id()).isEqualTo(chart.id());
      assertThat(chart(hospital, "300013").id()).isEqualTo(chart.id());
    }
  }

  @Test
  void aMovedVisitLeavesBothChartsAndIsSaidOnBoth() throws Exception {
    try (Hospital hospital = Hospital.open(home)) {
      hospital.send(kept.admit(day(1, 9)));
      hospital.send(first.admit(day(1, 10)));

      hospital.send(
          kept.message(
              day(2, 9),
              "ADT^A45",
              "EVN||" + Hl7.stamp(day(2, 9)),
              kept.pid(),
              "MRG|300012^^^HOSP^MR||||V-1",
              Hl7.pv1()));

      for (String number : List.of("300011", "300012")) {
        assertThat(chart(hospital, number).unread())
            .extracting(each -> each.what())
            .containsExactly(ReadingTroubled.VISIT_MOVED);
      }
      assertThat(chart(hospital, "300011").id()).isNotEqualTo(chart(hospital, "300012").id());
    }
  }

  private static String at(int hour) {
    return Hl7.stamp(day(1, hour));
  }

  private static String al1(String words) {
    return "AL1|1|MA|^" + words;
  }

  private static Chart chart(Hospital hospital, String number) {
    return hospital
        .store()
        .load(hospital.store().findChart(new Identifier("HOSP", number)).orElseThrow());
  }
}
