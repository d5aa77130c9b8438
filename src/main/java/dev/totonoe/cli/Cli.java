package dev.totonoe.cli;

import dev.totonoe.job.Worker;
import dev.totonoe.layout.Root;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command line as a whole.
@Command(
    name = "totonoe",
    description =
        "Cleanses product master data: unifies formats, assigns categories, loses nothing.",
    mixinStandardHelpOptions = true,
    versionProvider = Cli.Version.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Every option can also be given by environment: --root as TOTONOE_ROOT.",
      "Exit codes: 0 done, 1 bug, 2 usage or configuration, 3 input cannot be used,",
      "  4 interrupted and resumable, 5 environment, 6 more rejects than the profile allows."
    })
public final class Cli implements Runnable {
  /// The commands in the order of the help.
  private static final Map<String, Class<?>> COMMANDS = commands();

  @Spec private CommandSpec spec;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      defaultValue = ".",
      description = "The directory that holds datasets/, models/ and dictionaries/; default: here.")
  private Path root = Path.of(".");

  private final Termination termination;

  private Cli(Termination termination) {
    this.termination = termination;
  }

  /// Runs a command line of a process of its own.
  ///
  /// @return the exit code
  public static int execute(
      String[] arguments,
      PrintWriter out,
      PrintWriter err,
      Map<String, String> environment,
      Termination termination) {
    CommandLine commandLine = new CommandLine(new Cli(termination));
    commandsFor(arguments).forEach(commandLine::addSubcommand);
    commandLine.setOut(out);
    commandLine.setErr(err);
    commandLine.setDefaultValueProvider(new EnvironmentDefaults(environment));
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(
        (thrown, command, parsed) -> Failures.tell(thrown, command.getErr()).number());
    commandLine.setUsageHelpAutoWidth(true);
    int code;
    try {
      code = commandLine.execute(arguments);
    } catch (Error e) {
      // What the command line's library hands to the handler above are exceptions only.
      code = Failures.tell(e, err).number();
    }
    out.flush();
    err.flush();
    return code;
  }

  /// Runs a command line inside a process that lives on.
  static int execute(
      String[] arguments, PrintWriter out, PrintWriter err, Map<String, String> environment) {
    return execute(arguments, out, err, environment, new Termination());
  }

  /// What hears the signals to the process.
  Termination termination() {
    return termination;
  }

  private static Map<String, Class<?>> commands() {
    Map<String, Class<?>> commands = new LinkedHashMap<>();
    commands.put("run", RunCommand.class);
    commands.put("inspect", InspectCommand.class);
    commands.put("train", TrainCommand.class);
    commands.put("evaluate", EvaluateCommand.class);
    commands.put("learn", LearnCommand.class);
    commands.put("verify", VerifyCommand.class);
    commands.put("restore", RestoreCommand.class);
    commands.put("diff", DiffCommand.class);
    commands.put("pack", PackCommand.class);
    commands.put("help", HelpCommand.class);
    return Collections.unmodifiableMap(commands);
  }

  /// What a command line can be about: its first word's command, or any. Commands are read by
  /// reflection, which takes a start longer than anything else that it does before its work.
  private static Map<String, Class<?>> commandsFor(String[] arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    Class<?> command = COMMANDS.get(first);
    return command == null || command == HelpCommand.class ? COMMANDS : Map.of(first, command);
  }

  /// The root that the command line names.
  Root root() {
    return Root.of(root);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a command");
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"totonoe " + Worker.release()};
    }
  }
}
