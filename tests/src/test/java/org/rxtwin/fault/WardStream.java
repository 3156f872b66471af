package org.rxtwin.fault;

import static org.rxtwin.story.Hl7.day;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.rxtwin.story.Hl7;

/**
 * Three weeks of a ward of twelve, in the order in which a pharmacy system sends them: new orders,
 * changes, ends, INRs, allergies, merges, the same message twice. Between them wake-ups fall due.
 */
final class WardStream {
  private static final int PATIENTS = 12;
  private static final String SIMVASTATIN = "36567^simvastatin^RXNORM";
  private static final String CLARITHROMYCIN = "21212^clarithromycin^RXNORM";
  private static final String AMOXICILLIN = "723^amoxicillin^RXNORM";
  private static final String ACETAMINOPHEN = "161^acetaminophen^RXNORM";
  private static final String START = "20260302180000";

  private final List<String> messages = new ArrayList<>();

  private WardStream() {}

  /** Some 150 messages; the same in every run but for the numbers the messages carry. */
  static List<String> write() {
    WardStream stream = new WardStream();
    stream.everyone(1, 8, WardStream::admission);
    stream.everyone(1, 10, WardStream::firstOrder);
    stream.everyone(2, 8, WardStream::firstResult);
    stream.everyone(3, 9, WardStream::secondOrder);
    stream.resendLast(PATIENTS);
    stream.everyone(4, 8, WardStream::orderUnderAnotherNumber);
    stream.everyone(5, 9, WardStream::change);
    stream.everyone(6, 8, WardStream::secondResult);
    stream.everyone(7, 9, WardStream::merge);
    stream.resendLast(3);
    stream.everyone(10, 9, WardStream::end);
    stream.everyone(14, 8, WardStream::update);
    stream.everyone(20, 8, WardStream::update);
    return List.copyOf(stream.messages);
  }

  /** One kind of message for one patient. */
  private interface Written {
    String of(int number, Hl7 patient, LocalDateTime at);
  }

  private void everyone(int day, int hour, Written written) {
    for (int number = 0; number < PATIENTS; number++) {
      messages.add(written.of(number, patient(number), day(day, hour).plusMinutes(number)));
    }
  }

  /** As a sender does that did not see its acknowledgements. */
  private void resendLast(int count) {
    List<String> last = List.copyOf(messages.subList(messages.size() - count, messages.size()));
    messages.addAll(last);
  }

  private static Hl7 patient(int number) {
    return new Hl7("3000" + (10 + number), "19" + (40 + number) + "0514", sex(number));
  }

  private static String sex(int number) {
    return number % 2 == 0 ? "F" : "M";
  }

  private static String admission(int number, Hl7 patient, LocalDateTime at) {
    String allergy = "AL1|1|DA|7980^penicillin G^RXNORM|SV|Anaphylaxis|20190611";
    return number % 3 == 2 ? patient.admit(at, allergy) : patient.admit(at);
  }

  private static String firstOrder(int number, Hl7 patient, LocalDateTime at) {
    return switch (number % 3) {
      case 0 -> patient.order(at, "NW", "A" + number, Hl7.WARFARIN, "5", "20260105180000");
      case 1 -> patient.order(at, "NW", "A" + number, SIMVASTATIN, "40", START);
      default -> patient.order(at, "NW", "A" + number, ACETAMINOPHEN, "500", START);
    };
  }

  private static String firstResult(int number, Hl7 patient, LocalDateTime at) {
    return number % 3 == 0 ? patient.inr(at, "2." + (3 + number % 4)) : creatinine(patient, at);
  }

  private static String creatinine(Hl7 patient, LocalDateTime at) {
    return patient.result(at, "NM", "2160-0^Creatinine^LN", "0.9", "mg/dL^^UCUM");
  }

  private static String secondOrder(int number, Hl7 patient, LocalDateTime at) {
    return switch (number % 3) {
      case 0 -> patient.order(at, "NW", "B" + number, Hl7.FLUCONAZOLE, "200", Hl7.stamp(at));
      case 1 -> patient.order(at, "NW", "B" + number, CLARITHROMYCIN, "500", Hl7.stamp(at));
      default -> patient.order(at, "NW", "B" + number, AMOXICILLIN, "500", Hl7.stamp(at));
    };
  }

  /** Written down under a number that the merge will take away. */
  private static String orderUnderAnotherNumber(int number, Hl7 patient, LocalDateTime at) {
    Hl7 other = new Hl7("9000" + (10 + number), "19" + (40 + number) + "0514", sex(number));
    return other.order(at, "NW", "C" + number, ACETAMINOPHEN, "1000", Hl7.stamp(at));
  }

  private static String change(int number, Hl7 patient, LocalDateTime at) {
    return number % 3 == 0
        ? patient.order(at, "XO", "A" + number, Hl7.WARFARIN, "4", "20260305180000")
        : patient.order(at, "XO", "A" + number, SIMVASTATIN, "20", "20260305180000");
  }

  private static String secondResult(int number, Hl7 patient, LocalDateTime at) {
    return number % 3 == 0 ? patient.inr(at, "3." + (2 + number % 5)) : creatinine(patient, at);
  }

  private static String merge(int number, Hl7 patient, LocalDateTime at) {
    return patient.merge(at, "9000" + (10 + number));
  }

  private static String end(int number, Hl7 patient, LocalDateTime at) {
    return patient.stop(at, "B" + number, number % 3 == 0 ? Hl7.FLUCONAZOLE : CLARITHROMYCIN);
  }

  private static String update(int number, Hl7 patient, LocalDateTime at) {
    return patient.message(
        at, "ADT^A08^ADT_A01", "EVN||" + Hl7.stamp(at), patient.pid(), Hl7.pv1());
  }
}
