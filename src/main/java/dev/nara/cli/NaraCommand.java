package dev.nara.cli;

import dev.nara.bench.Bench;
import dev.nara.cli.data.DataCommand;
import dev.nara.cli.data.SampleCommand;
import dev.nara.cli.evaluate.CompareCommand;
import dev.nara.cli.evaluate.EvaluateCommand;
import dev.nara.cli.lists.CheckCommand;
import dev.nara.cli.lists.ComposeCommand;
import dev.nara.cli.lists.RecommendCommand;
import dev.nara.cli.lists.SubmitCommand;
import dev.nara.cli.runs.RunsCommand;
import dev.nara.cli.runs.WorkspaceCommand;
import dev.nara.cli.terminal.Distributed;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Output;
import dev.nara.cli.train.FitCommand;
import dev.nara.cli.train.ResumeCommand;
import dev.nara.cli.train.TrainCommand;
import dev.nara.cli.tune.BaselinesCommand;
import dev.nara.cli.tune.TuneCommand;
import dev.nara.data.DataException;
import dev.nara.data.SystemCause;
import dev.nara.settings.Home;
import dev.nara.store.Services;
import dev.nara.store.entry.Environment;
import dev.nara.text.Text;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The command line: its commands, and the one place where errors become messages and exit codes. */
@Command(name = "nara", mixinStandardHelpOptions = true, version = "Nara Workbench " + Environment.VERSION)
public final class NaraCommand {
    private static final Logger LOG = LoggerFactory.getLogger(NaraCommand.class);

    @CommandLine.Mixin
    private final WindowOptions window = new WindowOptions();

    private NaraCommand() {}

    /** Runs a command and returns its exit code. */
    public static int run(
            Services services,
            Supplier<Bench> bench,
            PrintStream out,
            PrintStream err,
            Locale locale,
            String... arguments) {
        // The launcher knows whether standard error is a terminal; Java does not.
        Output output = new Output(out, err, locale, Boolean.getBoolean("nara.terminal"));
        Map<String, Supplier<CommandLine>> all = all(services, bench, output);
        CommandLine line = commands(all, Arrays.asList(arguments)::contains);
        explainParameters(line, services, locale);
        localise(line, new HelpTexts(services, locale), locale);
        line.setExecutionStrategy(parsed -> execute(parsed, output));
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((e, args) -> explainUse(e, output));
        line.setExecutionExceptionHandler((e, command, parsed) -> explain(e, output));
        if (arguments.length == 0) {
            line.usage(err);
            return ExitCode.BAD_INPUT;
        }
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            return explain(new IllegalStateException(e), output);
        }
    }

    /** Every command of the program. */
    static CommandLine commands(Services services, Supplier<Bench> bench, Output output) {
        return commands(all(services, bench, output), name -> true);
    }

    /** Every command by name. Only those needed are created, the others are empty placeholders: most starts need one, and --help none. */
    private static CommandLine commands(Map<String, Supplier<CommandLine>> all, Predicate<String> needed) {
        CommandLine line = new CommandLine(new NaraCommand());
        all.forEach((name, made) ->
                line.addSubcommand(name, needed.test(name) ? made.get() : new CommandLine(CommandSpec.create())));
        return line;
    }

    /** The factory of each command; add new commands here. */
    private static Map<String, Supplier<CommandLine>> all(Services services, Supplier<Bench> bench, Output output) {
        Map<String, Supplier<CommandLine>> all = new LinkedHashMap<>();
        all.put("data", () -> new CommandLine(new DataCommand(services, output)));
        all.put("train", () -> new TrainCommand(services, output).line());
        all.put("resume", () -> new CommandLine(new ResumeCommand(services, output)));
        all.put("runs", () -> RunsCommand.line(services, output));
        all.put("workspace", () -> WorkspaceCommand.line(services, output));
        all.put("baselines", () -> new BaselinesCommand(services, output).line());
        all.put("tune", () -> TuneCommand.line(services, output));
        all.put("evaluate", () -> new CommandLine(new EvaluateCommand(services, output)));
        all.put("compare", () -> new CommandLine(new CompareCommand(services, output)));
        all.put("recommend", () -> new CommandLine(new RecommendCommand(services, output)));
        all.put("compose", () -> new CommandLine(new ComposeCommand(services, output)));
        all.put("fit", () -> new CommandLine(new FitCommand(services, output)));
        all.put("submit", () -> new CommandLine(new SubmitCommand(services, output)));
        all.put("check", () -> new CommandLine(new CheckCommand(services, output)));
        all.put("sample", () -> new CommandLine(new SampleCommand(output)));
        all.put("bench", () -> new CommandLine(new BenchCommand(bench, output)));
        return all;
    }

    /** Executes the command, here or on a cluster. Refuses options of the window before a command, which has its own options. */
    private static int execute(CommandLine.ParseResult parsed, Output output) {
        if (parsed.hasSubcommand() && ((NaraCommand) parsed.commandSpec().userObject()).window.given()) {
            output.say(Text.of("wrong.before", parsed.subcommand().commandSpec().name()));
            return ExitCode.BAD_INPUT;
        }
        // Help needs neither data nor a cluster.
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        if (parsed.hasSubcommand()
                && parsed.subcommand().commandSpec().userObject() instanceof Distributed command
                && command.cluster().given()) {
            try {
                return command.onCluster(parsed.originalArgs(), Home.ofEnvironment());
            } catch (DataException | IOException e) {
                return explain(e, output);
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int explainUse(CommandLine.ParameterException e, Output output) {
        output.say(wrong(e));
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            output.say(Text.of("wrong.suggest", String.join(", ", unmatched.getSuggestions())));
        }
        output.say(Text.of("cli.see.help", e.getCommandLine().getCommandSpec().qualifiedName()));
        return ExitCode.BAD_INPUT;
    }

    /** Sets the texts of a command and of all its subcommands. */
    private static void localise(CommandLine line, ResourceBundle texts, Locale locale) {
        // For this command only: CommandLine.setResourceBundle reads all texts again for each subcommand.
        line.getCommandSpec().resourceBundle(texts);
        // Picocli itself finds the texts of --help and --version: mixinStandardHelpOptions.help and
        // mixinStandardHelpOptions.version.
        line.getCommandSpec()
                .usageMessage()
                .synopsisHeading(Text.of("cli.usage").in(locale) + " ")
                .commandListHeading("\n" + Text.of("cli.commands").in(locale) + "\n");
        line.getSubcommands().values().forEach(command -> localise(command, texts, locale));
    }

    /** Describes what is wrong with a command line. */
    private static Text wrong(CommandLine.ParameterException e) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return Text.of("wrong.unmatched", String.join(" ", unmatched.getUnmatched()));
        }
        if (e instanceof CommandLine.MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return Text.of(
                    "wrong.missing",
                    missing.getMissing().stream().map(NaraCommand::name).collect(Collectors.joining(", ")));
        }
        if (e instanceof CommandLine.MutuallyExclusiveArgsException) {
            return Text.of("wrong.exclusive");
        }
        if (e instanceof CommandLine.OverwrittenOptionException twice && twice.getOverwritten() != null) {
            return Text.of("wrong.twice", name(twice.getOverwritten()));
        }
        CommandLine.Model.ArgSpec argument = e.getArgSpec();
        return argument == null
                ? Text.of("wrong.other", String.valueOf(e.getMessage()))
                : Text.of("wrong.value", name(argument), String.valueOf(e.getValue()));
    }

    private static String name(CommandLine.Model.ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** Adds the parameters of all algorithms to the help of {@code train}, built only when it is shown. */
    private static void explainParameters(CommandLine line, Services services, Locale locale) {
        CommandLine train = Objects.requireNonNull(line.getSubcommands().get("train"));
        train.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> {
            List<String> lines =
                    new ArrayList<>(List.of("", Text.of("cli.parameters").in(locale)));
            lines.addAll(ParameterHelp.lines(services.algorithms().all(), locale));
            help.commandSpec().usageMessage().footer(lines.toArray(String[]::new));
            return help.footer();
        });
    }

    private static int explain(Exception e, Output output) {
        if (e instanceof DataException wrong) {
            output.say(wrong.message(output.locale()));
            return ExitCode.BAD_INPUT;
        }
        LOG.error("command failed", e);
        Optional<DataException> known = DataException.of(e);
        if (known.isPresent()) {
            output.say(known.get().message(output.locale()));
            Optional<SystemCause> cause = SystemCause.of(e);
            return cause.isEmpty()
                    ? ExitCode.BAD_INPUT
                    : cause.get() == SystemCause.MEMORY ? ExitCode.NO_MEMORY : ExitCode.FAILED;
        }
        if (e instanceof FileSystemException file) {
            output.say(Text.of("cli.file.failed", String.valueOf(file.getFile())));
            return ExitCode.FAILED;
        }
        output.say(Text.of("cli.failed", e.toString()));
        return ExitCode.FAILED;
    }
}
