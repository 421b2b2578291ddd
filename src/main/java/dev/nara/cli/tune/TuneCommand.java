package dev.nara.cli.tune;

import com.google.gson.JsonObject;
import dev.nara.cli.data.DataOptions;
import dev.nara.cli.terminal.ClusterOption;
import dev.nara.cli.terminal.Distributed;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Output;
import dev.nara.data.DataException;
import dev.nara.data.prepare.Prepared;
import dev.nara.search.Forecast;
import dev.nara.search.picture.OutcomeWords;
import dev.nara.search.running.Studies;
import dev.nara.search.space.SpaceText;
import dev.nara.search.study.Budget;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyJson;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudySpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara tune}: searches settings; its subcommands work on stored studies. */
@Command(name = "tune", mixinStandardHelpOptions = true)
public final class TuneCommand implements Callable<Integer>, Distributed {
    @Mixin
    private final StudyOptions studies;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final TuneOptions tune = new TuneOptions();

    @Option(names = "--notify-file", paramLabel = "FILE", descriptionKey = "cli.tune.notify-file")
    private @Nullable Path notifyFile;

    @Option(names = "--test", descriptionKey = "cli.tune.test")
    private boolean test;

    @Option(names = "--dry-run", descriptionKey = "cli.tune.dry-run")
    private boolean dryRun;

    @Mixin
    private final ClusterOption cluster = new ClusterOption();

    private TuneCommand(StudyOptions studies) {
        this.studies = studies;
    }

    /** The command with all its subcommands. */
    public static CommandLine line(Services services, Output output) {
        StudyOptions studies = new StudyOptions(services, output);
        TuneCommand command = new TuneCommand(studies);
        return command.tune
                .run()
                .addTo(command)
                .addSubcommand("list", StudyListCommand.ofAll(studies))
                .addSubcommand("show", StudyListCommand.ofOne(studies))
                .addSubcommand("pause", steer(studies, "pause", new StudyEvent.Paused()))
                .addSubcommand(new StudyContinueCommand(studies))
                .addSubcommand("finish", steer(studies, "finish", new StudyEvent.FinishAsked()))
                .addSubcommand("stop", steer(studies, "stop", new StudyEvent.Stopped()))
                .addSubcommand(new StudySteerCommand.Extend(studies))
                .addSubcommand("add", new StudySettingsCommand(studies, StudySettingsCommand.Use.ADD))
                .addSubcommand(new StudySettingsCommand.Narrow(studies))
                .addSubcommand("fix", new StudySettingsCommand(studies, StudySettingsCommand.Use.FIX))
                .addSubcommand("prefer", new StudySettingsCommand(studies, StudySettingsCommand.Use.PREFER))
                .addSubcommand("pin", new StudySteerCommand.OfTrials(studies, "pin", StudyEvent.Pinned::new))
                .addSubcommand("unpin", new StudySteerCommand.OfTrials(studies, "unpin", StudyEvent.Unpinned::new))
                .addSubcommand("drop", new StudySteerCommand.OfTrials(studies, "drop", StudyEvent.DropAsked::new))
                .addSubcommand("thaw", new StudySteerCommand.OfTrials(studies, "thaw", StudyEvent.ThawAsked::new))
                .addSubcommand("again", new StudySteerCommand.OfTrials(studies, "again", StudyEvent.AgainAsked::new))
                .addSubcommand("confirm", new StudyContinueCommand.Seeds(studies, 2, StudyEvent.ConfirmAsked::new))
                .addSubcommand(
                        "choose", new StudySteerCommand.OfTrials(studies, "choose", StudyEvent.ChosenByHand::new))
                .addSubcommand("test", new StudyContinueCommand.Seeds(studies, 5, StudyEvent.TestAsked::new))
                .addSubcommand(new StudyExportCommand(studies))
                .addSubcommand(new TuneAskCommand(output));
    }

    private static StudySteerCommand steer(StudyOptions studies, String verb, StudyEvent.Steering event) {
        return new StudySteerCommand(studies, verb, event);
    }

    @Override
    public ClusterOption cluster() {
        return cluster;
    }

    @Override
    public Integer call() throws DataException {
        Services services = studies.servicesThere();
        Prepared prepared = data.read(services, studies.output());
        StudySpec spec = tune.spec(services, prepared, Clock.system(ZoneId.systemDefault()));
        StudyAlerts.check(notifyFile, spec.base());
        try (RunStore store = studies.open()) {
            explain(spec, Forecast.of(services.prepare(spec.base(), prepared.dataset()), store));
            if (dryRun) {
                return ExitCode.DONE;
            }
            Studies kept = new Studies(store);
            long study = kept.create(spec);
            say(study, spec);
            StudyOnTerminal terminal = new StudyOnTerminal(studies, store, notifyFile);
            int code = terminal.run(study, prepared.dataset());
            if (test && code == ExitCode.DONE) {
                kept.ask(study, new StudyEvent.TestAsked(spec.seeds()));
                code = terminal.run(study, prepared.dataset());
            }
            return code;
        }
    }

    private void say(long study, StudySpec spec) {
        studies.output().say(Text.of("cli.study.begins", study, studies.hint()));
        if (studies.json()) {
            JsonObject object = new JsonObject();
            object.addProperty("event", "study");
            object.addProperty("study", study);
            object.add("spec", StudyJson.json(spec));
            studies.output().json(object);
        }
    }

    /** Explains what the study is going to do. */
    private void explain(StudySpec spec, Forecast forecast) {
        Output output = studies.output();
        for (StudyPart part : spec.parts()) {
            output.say(Text.of(
                    "cli.tune.part",
                    part.algorithm(),
                    part.space().dimensions().size(),
                    spec.preset().isEmpty() ? Text.of("cli.tune.values") : Text.of("cli.tune.from", spec.preset())));
            part.space().dimensions().forEach(dimension -> output.say("  " + SpaceText.of(dimension)));
        }
        output.say(Text.of(
                "cli.tune.goal.is",
                spec.goal(),
                spec.base().validation(),
                spec.base().split(),
                spec.base().dataName()));
        Budget budget = spec.budget();
        output.say(
                budget.trials() > 0
                        ? Text.of("cli.tune.budget.trials", budget.trials())
                        : budget.until().isEmpty()
                                ? Text.of("cli.tune.budget.minutes", Numbers.duration(60 * budget.minutes()))
                                : Text.of("cli.tune.budget.until", budget.until()));
        output.say(OutcomeWords.confirmation(budget));
        if (forecast.seconds().isPresent()) {
            output.say(Text.of(
                    "cli.tune.forecast", Numbers.duration(forecast.seconds().getAsDouble()), forecast.from()));
        } else {
            output.say(Text.of("cli.tune.forecast.none"));
        }
    }
}
