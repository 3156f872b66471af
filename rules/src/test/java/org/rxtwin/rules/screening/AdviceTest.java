package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rxtwin.knowledge.Interaction;
import org.rxtwin.knowledge.LabLimit;
import org.rxtwin.knowledge.NeededGeneTest;
import org.rxtwin.knowledge.OpioidLimit;
import org.rxtwin.knowledge.PregnancyRisk;
import org.rxtwin.knowledge.RecommendedAct;
import org.rxtwin.knowledge.RenalLimit;
import org.rxtwin.knowledge.Subject;

class AdviceTest {
  private static Stream<RecommendedAct> rows() {
    var tables = Patient.KNOWLEDGE.tables();
    return Stream.of(
            tables.list(Subject.INTERACTIONS).stream().map(Interaction::advice),
            tables.list(Subject.RENAL_LIMITS).stream().map(RenalLimit::advice),
            tables.list(Subject.LAB_LIMITS).stream().map(LabLimit::advice),
            tables.list(Subject.OPIOID_LIMITS).stream().map(OpioidLimit::advice),
            tables.list(Subject.PREGNANCY_RISKS).stream().map(PregnancyRisk::advice),
            tables.list(Subject.GENE_TESTS).stream().map(NeededGeneTest::advice),
            tables.list(Subject.GENE_RECOMMENDATIONS).stream()
                .flatMap(each -> each.advice().stream()))
        .flatMap(each -> each);
  }

  @Test
  void no_advice_of_any_row_is_empty_talk() {
    List<String> texts =
        rows().map(each -> Wording.advice(each).text().toLowerCase(Locale.ROOT)).toList();

    assertThat(texts).hasSizeGreaterThan(150);
    for (String empty : List.of("monitor ", "use caution", "consider ")) {
      assertThat(texts).noneMatch(each -> each.contains(empty));
    }
  }

  @Test
  void each_advice_names_a_verb_and_an_alternative_or_what_to_measure_or_look_at_with_its_day() {
    assertThat(rows().map(Wording::advice))
        .allMatch(
            each ->
                each.test().isPresent() == each.withinHours().isPresent()
                    && (each.alternative().isPresent()
                        || each.text().matches("(?s).*(today|within [0-9]+ days?)\\.")));
  }
}
