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

import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Chart;

/** Several drugs under one order number, from the messages about them to the chart. */
class SharedNumberTest {
  @Test
  void aChangeOfTheSecondDrugLeavesTheFirst() {
    Chart chart =
        chart(
            told("0800", "ORC|NW|O-1", drug(VANCOMYCIN, 1000), drug(GENTAMICIN, 80)),
            told("1000", "ORC|XO|O-1", drug(GENTAMICIN, 120)));

    assertThat(running(chart)).containsExactly("O-1", "O-1#2");
    assertThat(dose(chart.orders().get(0))).isEqualTo(1000);
    assertThat(dose(chart.orders().get(1))).isEqualTo(120);
  }

  @Test
  void anEndThatNamesOneOfTwoDrugsLeavesTheOther() {
    String order = told("0800", "ORC|NW|O-1", drug(VANCOMYCIN, 1000), drug(GENTAMICIN, 80));

    Chart one = chart(order, told("1000", "ORC|DC|O-1", drug(VANCOMYCIN, 1000)));
    Chart all = chart(order, told("1000", "ORC|DC|O-1"));

    assertThat(running(one)).containsExactly("O-1#2");
    assertThat(running(all)).isEmpty();
  }

  @Test
  void theDrugsOfAChangedOrderAreFoundByNameAndNotByPlace() {
    Chart chart =
        chart(
            told("0800", "ORC|NW|O-1", drug(VANCOMYCIN, 1000), drug(GENTAMICIN, 80)),
            told("1000", "ORC|XO|O-1", drug(GENTAMICIN, 120), drug(VANCOMYCIN, 750)));

    assertThat(dose(chart.orders().get(0))).isEqualTo(750);
    assertThat(dose(chart.orders().get(1))).isEqualTo(120);
    assertThat(chart.orders()).hasSize(2);
  }

  @Test
  void theComponentsOfAChangedMixtureAreFoundByNameAndNotByPlace() {
    String bag = "RXE||99^infusion bag^L|1||bag";
    String potassium = "RXC|A|8591^potassium chloride^RXNORM|%s|mg";
    String magnesium = "RXC|A|6585^magnesium sulfate^RXNORM|%s|mg";
    Chart chart =
        chart(
            told("0800", "ORC|NW|O-1", bag, drug(potassium, 1500), drug(magnesium, 2000)),
            told("1000", "ORC|XO|O-1", bag, drug(magnesium, 1000)));

    assertThat(running(chart)).containsExactly("O-1#c2");
    assertThat(chart.orders()).extracting(OrderStory::dose).containsExactly(1500.0, 1000.0);
  }

  @Test
  void aLoadingAndAMaintenanceDoseUnderOneNumberAreBothKept() {
    String both =
        told(
            "0800",
            "ORC|NW|O-1",
            drug(VANCOMYCIN, 2000),
            "TQ1|1||ONCE",
            "ORC|NW|O-1",
            drug(VANCOMYCIN, 1000),
            "TQ1|1||Q12H");
    Chart changed = chart(both, told("1000", "ORC|XO|O-1", drug(VANCOMYCIN, 750), "TQ1|1||Q12H"));

    assertThat(chart(both).orders()).extracting(OrderStory::dose).containsExactly(2000.0, 1000.0);
    assertThat(chart(both).unread()).hasSize(1);
    assertThat(changed.orders()).extracting(OrderStory::dose).containsExactly(2000.0, 750.0);
  }

  @Test
  void theSameLineTwiceInAMessageIsOneOrderAndSoIsAnOrderWithItsChange() {
    Chart twice =
        chart(told("0800", "ORC|NW|O-1", drug(WARFARIN, 5), "ORC|NW|O-1", drug(WARFARIN, 5)));
    Chart changed =
        chart(told("0800", "ORC|NW|O-1", drug(WARFARIN, 5), "ORC|XO|O-1", drug(WARFARIN, 3)));

    assertThat(dose(only(twice))).isEqualTo(5);
    assertThat(dose(only(changed))).isEqualTo(3);
  }
}
