package org.rxtwin.app.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Times as people type them: with an offset, in the site's zone, or a date, which means its end.
 */
final class Moments {
  private Moments() {}

  static Optional<Instant> find(String text, ZoneId zone) {
    List<Function<String, Instant>> forms =
        List.of(
            words -> OffsetDateTime.parse(words).toInstant(),
            words -> LocalDateTime.parse(words).atZone(zone).toInstant(),
            words -> LocalDate.parse(words).plusDays(1).atStartOfDay(zone).toInstant());
    String words = text.strip().replace(' ', 'T');
    return forms.stream().flatMap(form -> read(form, words).stream()).findFirst();
  }

  private static Optional<Instant> read(Function<String, Instant> form, String words) {
    try {
      return Optional.of(form.apply(words));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
