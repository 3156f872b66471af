package org.rxtwin.app.flow;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Regimen;
import org.rxtwin.rules.adjudication.ProposalCheck;

/**
 * What screening would find on one chart under a proposed dose, or with another drug. The same
 * alternative is screened once, however often it is asked for. Not for several threads.
 */
final class WhatIf implements ProposalCheck {
  private static final Pattern ENDS =
      Pattern.compile("^(?:replace|avoid|stop|hold|do not give) (.*)", Pattern.CASE_INSENSITIVE);

  private final ChartScreening screening;
  private final Chart chart;
  private final Instant at;
  private final Map<String, Optional<List<Finding>>> asked = new TreeMap<>();

  WhatIf(ChartScreening screening, Chart chart, Instant at) {
    this.screening = screening;
    this.chart = chart;
    this.at = at;
  }

  @Override
  public List<Finding> screen(Regimen proposed) {
    return screening.screenProposal(chart, proposed, at);
  }

  @Override
  public Optional<List<Finding>> screenAlternative(String drug, Finding answered) {
    List<String> replaced = replaced(answered);
    List<String> orders = answered.ingredients().size() == 1 ? answered.orderIds() : List.of();
    return asked
        .computeIfAbsent(
            drug + "|" + String.join("|", replaced) + "|" + String.join("|", orders),
            key -> screening.screenAlternative(chart, drug, replaced, orders, at))
        .map(found -> found.stream().filter(each -> !meetsReplaced(each, replaced)).toList());
  }

  /** The drug that an alternative is for: the only one of a finding, else the one advice ends. */
  private static List<String> replaced(Finding answered) {
    if (answered.ingredients().size() == 1) {
      return answered.ingredients();
    }
    Matcher ends = ENDS.matcher(answered.advice().text());
    String object = ends.matches() ? ends.group(1).toLowerCase(Locale.ROOT) : "";
    return answered.ingredients().stream()
        .filter(each -> object.startsWith(each.replace('-', ' ')))
        .toList();
  }

  /** A drug given instead of another does not meet that one. */
  private static boolean meetsReplaced(Finding found, List<String> replaced) {
    return !replaced.isEmpty()
        && found.kind() == FindingKind.INTERACTION
        && found.ingredients().size() > 1
        && found.ingredients().containsAll(replaced);
  }
}
