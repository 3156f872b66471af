package org.rxtwin.app.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.rxtwin.app.settings.Settings;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Where the program's own log goes: a file of the home folder for a server, stderr for a command.
 */
final class LogSetup {
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0} %msg%n%ex";
  private static final String FILE_SIZE = "20MB";
  private static final String TOTAL_SIZE = "500MB";
  private static final int DAYS_KEPT = 30;

  private LogSetup() {}

  /** A server's log: a file that rolls by day and size. */
  static void toFile(Path folder, Settings.Log log) {
    LoggerContext context = context();
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setFile(folder.resolve("rxtwin.log").toString());
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(folder.resolve("rxtwin.%d.%i.log.gz").toString());
    rolling.setMaxFileSize(FileSize.valueOf(FILE_SIZE));
    rolling.setTotalSizeCap(FileSize.valueOf(TOTAL_SIZE));
    rolling.setMaxHistory(DAYS_KEPT);
    rolling.start();
    appender.setRollingPolicy(rolling);
    begin(context, appender, log);
  }

  /** A command's log: warnings only, beside its answers. */
  static void toStderr(Settings.Log log) {
    LoggerContext context = context();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    begin(context, appender, new Settings.Log("WARN", log.json()));
  }

  private static LoggerContext context() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    return context;
  }

  private static void begin(
      LoggerContext context, OutputStreamAppender<ILoggingEvent> appender, Settings.Log log) {
    appender.setEncoder(encoder(context, log.json()));
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.toLevel(log.level()));
    root.addAppender(appender);
  }

  private static Encoder<ILoggingEvent> encoder(LoggerContext context, boolean json) {
    EncoderBase<ILoggingEvent> encoder = json ? new JsonEncoder() : plain(context);
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }

  private static PatternLayoutEncoder plain(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    return encoder;
  }
}
