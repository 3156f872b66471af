package org.rxtwin.app.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as explanations write them: to the minute, in the site's zone. */
final class PageTime {
  private final DateTimeFormatter form;

  PageTime(ZoneId zone) {
    this.form = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
  }

  String of(Instant at) {
    return form.format(at);
  }
}
