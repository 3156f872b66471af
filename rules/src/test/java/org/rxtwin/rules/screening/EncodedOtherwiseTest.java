package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.Infusion;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.OrderRequest;
import org.rxtwin.chart.Tier;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;

/** The pharmacy encoded something else than the prescriber asked for. */
class EncodedOtherwiseTest {
  private static final String RULE = "data-quality/encoded-differs";

  @Test
  void a_tenfold_dose_of_the_encoding_interrupts_with_both_figures() {
    List<Finding> found =
        encoded("amoxicillin", 5000, "amoxicillin", 500, "dose").findings(1, RULE);

    assertThat(found).extracting(Finding::tier).containsExactly(Tier.INTERRUPT);
    assertThat(found.get(0).title())
        .isEqualTo("Amoxicillin: requested 500 mg every 8 h, encoded 5000 mg every 8 h");
    assertThat(found.get(0).advice().text())
        .startsWith("Hold amoxicillin and call the prescriber before the next dose");
  }

  @Test
  void another_drug_of_the_encoding_interrupts_and_both_are_screened() {
    Patient patient = encoded("prednisolone", 5, "prednisone", 5, "drug");

    List<Finding> found = patient.findings(1, RULE);

    assertThat(found.get(0).title())
        .isEqualTo(
            "Prednisolone: requested prednisone 5 mg every 8 h, encoded prednisolone 5 mg every 8 h");
    assertThat(found.get(0).ingredients()).containsExactly("prednisolone", "prednisone");
    assertThat(patient.findings(1, "data-quality/unresolved-drug")).isEmpty();
  }

  @Test
  void a_long_order_still_has_a_title() {
    List<Finding> found =
        encoded("sulfamethoxazole and trimethoprim", 0.0625, "prednisone", 0.1255, "drug")
            .findings(1, RULE);

    assertThat(found.get(0).title().length()).isLessThan(140);
    assertThat(found.get(0).title())
        .contains("0.0625 mg every 8 h")
        .contains("0.1255 mg every 8 h");
  }

  @Test
  void a_title_tells_that_later_steps_differ() {
    Finding found = encoded("prednisone", 20, "prednisone", 20, "steps").findings(1, RULE).get(0);

    assertThat(found.title())
        .isEqualTo(
            "Prednisone: requested 20 mg every 8 h, encoded 20 mg every 8 h first, then otherwise");
    assertThat(found.advice().text()).contains("their later steps differ");
  }

  @Test
  void a_brand_and_its_ingredient_are_one_drug() {
    assertThat(encoded("warfarin", 5, "Coumadin", 5, "drug").findings(1, RULE)).isEmpty();
  }

  @Test
  void a_running_infusion_whose_rate_is_told_lacks_no_dose() {
    Infusion rate = new Infusion(Optional.empty(), Optional.of(Dose.milligrams(4)));

    assertThat(running(Optional.of(rate)).findings(1, "data-quality/unread-dose")).isEmpty();
    assertThat(running(Optional.empty()).findings(1, "data-quality/unread-dose")).hasSize(1);
  }

  private static Patient running(Optional<Infusion> infusion) {
    return ordered(
        Patient.order("A1", "midazolam", Optional.empty(), "IV", 8), infusion, Optional.empty());
  }

  private static Patient encoded(
      String drug, double milligrams, String asked, double askedMilligrams, String difference) {
    OrderRequest request =
        new OrderRequest(
            List.of(Coding.ofText(asked)),
            Optional.of(Dose.milligrams(askedMilligrams)),
            Optional.empty(),
            Timing.everyHours(8, "Q8H"),
            List.of(difference));
    return ordered(
        Patient.order("A1", drug, Optional.of(Dose.milligrams(milligrams)), "PO", 8),
        Optional.empty(),
        Optional.of(request));
  }

  private static Patient ordered(
      MedicationOrder plain, Optional<Infusion> infusion, Optional<OrderRequest> request) {
    MedicationOrder order =
        new MedicationOrder(
            plain.orderId(),
            plain.drug(),
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
            plain.problems(),
            infusion,
            plain.phases(),
            request);
    return Patient.woman(50).on(1, new ChartEvent.MedicationOrdered(order));
  }
}
