package org.rxtwin.app.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Feedback;

/**
 * Reads answers in the CDS Hooks feedback form: {@code {"feedback":[{"card":ALERT-ID,"version":2,
 * "outcome":"accepted|overridden","overrideReason":{"reason":{"code":"..."}},"who":"...","second":"...",
 * "outcomeTimestamp":"2026-03-02T08:00:00Z"}]}}.
 */
public final class FeedbackReader {
  private static final int LONGEST = 100;

  private final ObjectMapper mapper = new ObjectMapper();

  /** The answers in a message. */
  public List<Feedback> read(String json) {
    JsonNode answers = tree(json).path("feedback");
    if (!answers.isArray() || answers.isEmpty()) {
      throw new FeedbackException("an array 'feedback' with at least one answer", "none");
    }
    List<Feedback> read = new ArrayList<>();
    for (JsonNode answer : answers) {
      read.add(answer(answer));
    }
    return read;
  }

  private JsonNode tree(String json) {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException e) {
      throw new FeedbackException("JSON", "text that is not");
    }
  }

  private static Feedback answer(JsonNode answer) {
    String reason = plain(answer.path("overrideReason").path("reason"), "code");
    String second = plain(answer, "second");
    return new Feedback(
        required(answer, "card"),
        version(answer),
        outcome(required(answer, "outcome")),
        Optional.of(reason).filter(each -> !each.isBlank()),
        required(answer, "who"),
        Optional.of(second).filter(each -> !each.isBlank()),
        time(required(answer, "outcomeTimestamp")));
  }

  private static int version(JsonNode answer) {
    if (!answer.path("version").canConvertToInt() || answer.path("version").asInt() < 1) {
      throw new FeedbackException("a number of 1 or above as 'version'", "another value or none");
    }
    return answer.path("version").asInt();
  }

  private static Feedback.Outcome outcome(String word) {
    return switch (word) {
      case "accepted" -> Feedback.Outcome.ACCEPTED;
      case "overridden" -> Feedback.Outcome.OVERRIDDEN;
      default ->
          throw new FeedbackException("'accepted' or 'overridden' as 'outcome'", "another word");
    };
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new FeedbackException("an ISO 8601 time in UTC as 'outcomeTimestamp'", "another form");
    }
  }

  /** A name or a code: it stands in later versions of the alert, so it is no page of text. */
  private static String plain(JsonNode answer, String field) {
    String text = answer.path(field).asText("");
    if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      throw new FeedbackException(
          "at most " + LONGEST + " printable characters as '" + field + "'", "other text");
    }
    return text;
  }

  private static String required(JsonNode answer, String field) {
    String text = plain(answer, field);
    if (text.isBlank()) {
      throw new FeedbackException("'" + field + "' in every answer", "an answer without it");
    }
    return text;
  }
}
