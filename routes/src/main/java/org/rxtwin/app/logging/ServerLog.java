package org.rxtwin.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.rxtwin.app.home.Home;
import org.rxtwin.app.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The log of a running server: {@code logs/rxtwin.log} in the home folder, a new file a day or each
 * 50 MB, 30 days and 1 GB kept. Warnings still go to standard error as well.
 */
public final class ServerLog {
  private static final String FILE = "rxtwin.log";
  private static final String PLAIN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{30} %msg%n";
  private static final int DAYS_KEPT = 30;

  /** They print bodies, parameters or SQL values below this level. */
  private static final List<String> LIBRARIES =
      List.of(
          "org.apache",
          "io.netty",
          "ca.uhn",
          "org.drools",
          "org.kie",
          "com.zaxxer",
          "org.flywaydb",
          "org.sqlite",
          "org.postgresql",
          "org.jdbi",
          "org.eclipse.jgit");

  private ServerLog() {}

  /** Opens the log; what libraries write by {@code java.util.logging} goes the same way. */
  public static Path open(Home home, Settings.Log settings) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Path file = home.logs().resolve(FILE);
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setName("file");
    appender.setFile(file.toString());
    appender.setRollingPolicy(rolling(context, appender, home));
    appender.setEncoder(encoder(context, settings.json()));
    appender.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.detachAppender("file");
    root.addAppender(appender);
    level(context, Level.valueOf(settings.level()));
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    return file;
  }

  private static void level(LoggerContext context, Level level) {
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(level);
    Level held = level.isGreaterOrEqual(Level.WARN) ? level : Level.WARN;
    LIBRARIES.forEach(library -> context.getLogger(library).setLevel(held));
  }

  private static SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling(
      LoggerContext context, RollingFileAppender<ILoggingEvent> appender, Home home) {
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
    policy.setContext(context);
    policy.setParent(appender);
    policy.setFileNamePattern(home.logs().resolve("rxtwin.%d{yyyy-MM-dd}.%i.log.gz").toString());
    policy.setMaxFileSize(FileSize.valueOf("50MB"));
    policy.setTotalSizeCap(FileSize.valueOf("1GB"));
    policy.setMaxHistory(DAYS_KEPT);
    policy.start();
    return policy;
  }

  private static Encoder<ILoggingEvent> encoder(LoggerContext context, boolean json) {
    if (json) {
      JsonEncoder encoder = new JsonEncoder();
      encoder.setContext(context);
      encoder.setWithContext(false);
      encoder.setWithSequenceNumber(false);
      encoder.setWithMessage(false);
      encoder.setWithArguments(false);
      encoder.setWithFormattedMessage(true);
      encoder.start();
      return encoder;
    }
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PLAIN);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.start();
    return encoder;
  }
}
