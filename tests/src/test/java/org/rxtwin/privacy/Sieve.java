package org.rxtwin.privacy;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Everything that goes out passes through it; what holds the token stays in it. */
final class Sieve {
  private static final int SHOWN = 300;

  private final String token;
  private final List<String> held = new ArrayList<>();
  private final Map<String, Integer> passed = new TreeMap<>();

  Sieve(String token) {
    this.token = token.toLowerCase(Locale.ROOT);
  }

  /** Looks at a text that came out somewhere. */
  synchronized void pass(String where, String text) {
    passed.merge(where, 1, Integer::sum);
    int at = text.toLowerCase(Locale.ROOT).indexOf(token);
    if (at >= 0) {
      int from = Math.max(0, at - SHOWN);
      held.add(where + ": " + text.substring(from, Math.min(text.length(), at + SHOWN)));
    }
  }

  /** What held the token. */
  synchronized List<String> held() {
    return List.copyOf(held);
  }

  /** How many texts passed, by where they came out. */
  synchronized Map<String, Integer> passed() {
    return new TreeMap<>(passed);
  }

  /** An appender that lets every event of every logger through the sieve. */
  AppenderBase<ILoggingEvent> appender() {
    return new AppenderBase<>() {
      @Override
      protected void append(ILoggingEvent event) {
        String where = "log of " + area(event.getLoggerName());
        pass(where, event.getLoggerName() + " " + event.getThreadName());
        pass(where, event.getFormattedMessage() + " " + event.getMDCPropertyMap());
        pass(where, Arrays.toString(event.getArgumentArray()));
        causes(where, event.getThrowableProxy());
      }
    };
  }

  private void causes(String where, IThrowableProxy thrown) {
    for (IThrowableProxy each = thrown; each != null; each = each.getCause()) {
      pass(where, each.getClassName() + ": " + each.getMessage());
      for (IThrowableProxy hidden : each.getSuppressed()) {
        causes(where, hidden);
      }
    }
  }

  /** A stream whose lines pass through the sieve and go no further. */
  PrintStream stream(String where) {
    return new PrintStream(
        new OutputStream() {
          private final StringBuilder line = new StringBuilder();

          @Override
          public synchronized void write(int each) {
            line.append((char) each);
            if (each == '\n') {
              pass(where, line.toString());
              line.setLength(0);
            }
          }
        },
        true,
        StandardCharsets.UTF_8);
  }

  /** The first three names of a logger. */
  private static String area(String logger) {
    return String.join(".", Arrays.stream(logger.split("\\.")).limit(3).toList());
  }
}
