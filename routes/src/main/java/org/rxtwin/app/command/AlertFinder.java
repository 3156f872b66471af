package org.rxtwin.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.Alert;
import org.rxtwin.store.JdbcStore;

/** Finds an alert by its id as people copy it: in capitals, cut short, with a version behind it. */
final class AlertFinder {
  private static final Pattern FORM = Pattern.compile("([0-9a-f]{6,32})(?::([0-9]{1,9}))?");
  private static final int SHOWN = 10;

  private final JdbcStore store;
  private final Path home;

  AlertFinder(JdbcStore store, Path home) {
    this.store = store;
    this.home = home;
  }

  /** All versions of the alert, or the one that was named. */
  List<Alert> versions(String typed) {
    Matcher form = FORM.matcher(typed.strip().toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw new UnusableInput(
          "expected an alert's id, 6 to 32 of the digits 0-9 and a-f, came something else\nMaybe a"
              + " patient's identifier was given: explain --not RULE PATIENT takes one.");
    }
    List<Alert> versions = store.listVersions(id(form.group(1)));
    if (form.group(2) == null) {
      return versions;
    }
    int version = Integer.parseInt(form.group(2));
    List<Alert> one = versions.stream().filter(each -> each.version() == version).toList();
    if (one.isEmpty()) {
      throw new UnusableInput(
          "expected a version from 1 to "
              + versions.size()
              + " of this alert, came "
              + version
              + "\nMaybe leave it out: then every version is shown.");
    }
    return one;
  }

  private String id(String beginning) {
    List<String> ids = store.listAlertIds(beginning, SHOWN + 1);
    if (ids.size() == 1) {
      return ids.get(0);
    }
    if (ids.isEmpty()) {
      throw new UnusableInput(
          "expected the id of an alert in "
              + home
              + ", came one that is not known there\nMaybe RXTWIN_HOME names another home folder.");
    }
    throw new UnusableInput(
        "expected the id of one alert, came the beginning of "
            + (ids.size() > SHOWN ? "more than " + SHOWN : Integer.toString(ids.size()))
            + "\nMaybe one of: "
            + String.join(", ", ids.subList(0, Math.min(SHOWN, ids.size()))));
  }
}
