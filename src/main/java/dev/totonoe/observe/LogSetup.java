package dev.totonoe.observe;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sets logging up in code: reading an XML file would cost a tenth of a second at every start.
///
/// Until [#start] only warnings are shown. Libraries are silent: what they throw is logged once,
/// where the worker handles it.
public final class LogSetup extends ContextAwareBase implements Configurator {
  private static final String WORKER = "dev.totonoe";

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    context.getLogger(WORKER).setLevel(Level.INFO);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /// Lets the worker's log lines go to stderr, for a run that no terminal watches. Stack traces are
  /// not among them: the command prints one itself.
  public static void toStderr() {
    toConsole("System.err", LogFormat.TEXT);
  }

  /// Lets the worker's log lines go to stdout, for a run that a program watches; without stack
  /// traces, as above.
  public static void toStdout(LogFormat format) {
    toConsole("System.out", format);
  }

  private static void toConsole(String target, LogFormat format) {
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setTarget(target);
    start(console, LogLines.in(format, LogLines.StackTraces.LEFT_OUT));
  }

  /// Lets the worker's log lines go to a file.
  public static void toFile(Path file, LogFormat format) {
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setFile(file.toString());
    start(appender, LogLines.in(format, LogLines.StackTraces.SHOWN));
  }

  private static void start(OutputStreamAppender<ILoggingEvent> appender, LogLines lines) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    lines.setContext(context);
    lines.start();
    appender.setContext(context);
    appender.setEncoder(lines);
    appender.start();
    context.getLogger(WORKER).addAppender(appender);
  }
}
