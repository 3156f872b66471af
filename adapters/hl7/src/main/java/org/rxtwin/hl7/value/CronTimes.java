package org.rxtwin.hl7.value;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.field.CronField;
import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.field.expression.Always;
import com.cronutils.model.field.expression.And;
import com.cronutils.model.field.expression.FieldExpression;
import com.cronutils.model.field.expression.On;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.Timing;

/**
 * Reads a UNIX cron specification where it means the same times on every day, or on the same days
 * of every week. Days of the month and months are no regular schedule of doses and are not read.
 */
final class CronTimes {
  private static final double WEEK_HOURS = 168;
  private static final int MOST_A_DAY = 24;
  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  /** Some Monday: the week that stands for all. */
  private static final ZonedDateTime MONDAY =
      ZonedDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private CronTimes() {}

  static Optional<Timing> read(String specification, String original) {
    try {
      Cron cron = PARSER.parse(specification);
      return regular(cron) ? week(cron).flatMap(each -> timing(each, original)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean regular(Cron cron) {
    Map<CronFieldName, CronField> fields = cron.retrieveFieldsAsMap();
    FieldExpression minute = expression(fields, CronFieldName.MINUTE);
    return (minute instanceof On || minute instanceof And)
        && expression(fields, CronFieldName.DAY_OF_MONTH) instanceof Always
        && expression(fields, CronFieldName.MONTH) instanceof Always;
  }

  private static FieldExpression expression(
      Map<CronFieldName, CronField> fields, CronFieldName name) {
    CronField field = fields.get(name);
    if (field == null) {
      throw new IllegalArgumentException(
          "expected five fields, came none for " + name + "\nMaybe it is no cron of UNIX.");
    }
    return field.getExpression();
  }

  /** Times of each day; empty where one has too many, before the rest is looked for: it is slow. */
  private static Optional<EnumMap<DayOfWeek, List<LocalTime>>> week(Cron cron) {
    EnumMap<DayOfWeek, List<LocalTime>> week = new EnumMap<>(DayOfWeek.class);
    ExecutionTime execution = ExecutionTime.forCron(cron);
    ZonedDateTime end = MONDAY.plusDays(7);
    Optional<ZonedDateTime> next = execution.nextExecution(MONDAY.minusSeconds(1));
    while (next.isPresent() && next.get().isBefore(end)) {
      ZonedDateTime each = next.get();
      List<LocalTime> times = week.computeIfAbsent(each.getDayOfWeek(), day -> new ArrayList<>());
      times.add(each.toLocalTime());
      if (times.size() > MOST_A_DAY) {
        return Optional.empty();
      }
      next = execution.nextExecution(each);
    }
    return Optional.of(week);
  }

  private static Optional<Timing> timing(
      EnumMap<DayOfWeek, List<LocalTime>> week, String original) {
    List<List<LocalTime>> kinds = week.values().stream().distinct().toList();
    if (kinds.size() != 1) {
      return Optional.empty();
    }
    List<LocalTime> times = kinds.get(0);
    List<DayOfWeek> days = week.size() == 7 ? List.of() : List.copyOf(week.keySet());
    double hours = WEEK_HOURS / (week.size() * times.size());
    return Optional.of(
        new Timing(Timing.Kind.INTERVAL, hours, Optional.empty(), original, times, days));
  }
}
