package org.rxtwin.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.rxtwin.knowledge.Provenance;
import org.rxtwin.knowledge.RatioRange;
import org.rxtwin.knowledge.RecommendedAct;
import org.rxtwin.quantity.Figures;

/** Lines of a sheet under their headings, each with its source; ? marks what is not confirmed. */
final class SourcedLines {
  private final List<String> lines = new ArrayList<>();

  List<String> list() {
    return List.copyOf(lines);
  }

  void title(String text) {
    lines.add(text);
  }

  void plain(String title, List<String> words) {
    if (!words.isEmpty()) {
      lines.add("  " + title + ": " + String.join(", ", words));
    }
  }

  void section(String title, String text, Provenance provenance) {
    String heading = "  " + title + ":";
    if (lines.lastIndexOf(heading) < 0) {
      lines.add(heading);
    }
    add("  " + text, provenance);
  }

  void add(String text, Provenance provenance) {
    lines.add(
        (provenance.confirmed() ? "   " : " ? ")
            + text
            + "  ["
            + provenance.source()
            + ", "
            + provenance.year()
            + "]");
  }

  static String advice(RecommendedAct advice) {
    return lower(advice.verb())
        + " "
        + advice.what()
        + advice.alternative().map(a -> "; instead: " + a).orElse("")
        + advice.test().map(t -> "; test: " + t).orElse("")
        + (advice.withinDays().isPresent() ? due(advice.withinDays().getAsInt()) : "");
  }

  private static String due(int days) {
    return days == 0 ? " today" : " within " + days + (days == 1 ? " day" : " days");
  }

  static String range(RatioRange range) {
    return Figures.plain(range.value())
        + " ("
        + Figures.plain(range.low())
        + "-"
        + Figures.plain(range.high())
        + ")";
  }

  static String number(String before, OptionalDouble value, String after) {
    return value.isPresent() ? before + Figures.plain(value.getAsDouble()) + after : "";
  }

  static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
