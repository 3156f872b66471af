package org.rxtwin.chart;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;

/**
 * Events as JSON: {@code type} says which, {@code v} its version. Unknown fields are ignored and
 * fields are only ever added, so events of every age stay readable.
 */
public final class EventJson {
  /** Version written today. */
  public static final int VERSION = 4;

  private final ObjectMapper mapper;

  /** A codec; safe for use by many threads. */
  public EventJson() {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            // A list that an older version did not know yet is an empty one.
            .withConfigOverride(
                List.class,
                each -> each.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT));
    for (Class<?> sealed : List.of(ChartEvent.class, ResultValue.class, DoseVerdict.class)) {
      builder.addMixIn(sealed, Typed.class);
      for (Class<?> permitted : sealed.getPermittedSubclasses()) {
        builder.registerSubtypes(new NamedType(permitted, permitted.getSimpleName()));
      }
    }
    this.mapper = builder.build();
  }

  /** The event as one line of JSON. */
  public String write(ChartEvent event) {
    String body = text(mapper.writerFor(ChartEvent.class), event);
    // The type is always there, so that something follows the comma.
    return "{\"v\":" + VERSION + "," + body.substring(1);
  }

  /** The event that a line of JSON tells. */
  public ChartEvent read(String json) {
    return value(json, ChartEvent.class);
  }

  /** An alert, or another record of this package, as the store keeps it. */
  public String writeRecord(Record subject) {
    return text(mapper.writer(), subject);
  }

  /** A record of this package, as the store kept it. */
  public <T extends Record> T readRecord(String json, Class<T> type) {
    return value(json, type);
  }

  private static String text(ObjectWriter writer, Object subject) {
    try {
      return writer.writeValueAsString(subject);
    } catch (JsonProcessingException e) {
      throw new EventFormatException("an event to write", e);
    }
  }

  private <T> T value(String json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new EventFormatException("an event of type " + type.getSimpleName(), e);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonIgnoreProperties(ignoreUnknown = true)
  private interface Typed {}
}
