package org.rxtwin.hl7.reader;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rxtwin.hl7.segment.Fields;

/** Who gave a number, and so where it means one person only. */
final class NumberAuthority {
  private static final int AUTHORITY = 4;
  private static final int FACILITY = 6;

  /** What a sender without a facility is called: no facility bears such a name. */
  private static final String APPLICATION = "#MSH-3";

  private final Reading reading;

  NumberAuthority(Reading reading) {
    this.reading = reading;
  }

  /**
   * As the number says itself: the assigning authority (CX.4), else the facility that gave it
   * (CX.6), each by its name or its universal id. Empty where it says nothing.
   */
  String named(Fields segment, int field, int repetition) {
    return Stream.of(AUTHORITY, FACILITY)
        .flatMap(
            component ->
                IntStream.of(1, 2)
                    .mapToObj(part -> segment.part(field, repetition, component, part)))
        .filter(each -> !each.isEmpty())
        .findFirst()
        .orElse("");
  }

  /**
   * What numbers that name nobody are taken to be of: what was agreed, else the sending facility,
   * else the sending application. Empty where the sender names itself nowhere: such numbers would
   * be shared with every other sender of that kind.
   */
  String ofSender() {
    String agreed = reading.profile().defaultAuthority();
    String facility = Senders.facility(reading.header());
    String application = Senders.application(reading.header());
    if (!agreed.isEmpty() || !facility.isEmpty()) {
      return agreed.isEmpty() ? facility : agreed;
    }
    return application.isEmpty() ? "" : application + APPLICATION;
  }
}
