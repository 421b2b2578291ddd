package dev.nara.cli.train;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.nara.analysis.FigureStage;
import dev.nara.analysis.RunFigures;
import dev.nara.analysis.SeriesShare;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Interrupt;
import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.TextTable;
import dev.nara.cli.terminal.WorkspaceOption;
import dev.nara.data.DataException;
import dev.nara.eval.Significance;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.run.RunState;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.queue.GpuPlace;
import dev.nara.store.queue.TrainingPlace;
import dev.nara.store.reference.References;
import dev.nara.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Trains a stored run, new or resumed, and shows its progress on the terminal. Ctrl+C leaves it paused, to be resumed. */
final class RunOnTerminal {
    private final RunStore store;
    private final References references;
    private final Output output;
    private final boolean json;
    private final @Nullable Integer pauseAfter;
    private final String workspace;

    /**
     * @param pauseAfter the epoch after which the run is left, null for none
     * @param workspace the option from {@link WorkspaceOption#hint}, for suggested commands
     */
    RunOnTerminal(
            RunStore store,
            References references,
            Output output,
            boolean json,
            @Nullable Integer pauseAfter,
            String workspace) {
        this.references = references;
        this.workspace = workspace;
        this.store = store;
        this.output = output;
        this.json = json;
        this.pauseAfter = pauseAfter;
    }

    /** Trains and returns the exit code. */
    int train(long run, PreparedRun preparedRun) throws DataException, IOException {
        RunControl control = store.requests().control(run);
        Interrupt interrupt = new Interrupt(control::leave);
        TerminalReferences beside = new TerminalReferences(references, run, preparedRun);
        try {
            RunListener watcher = new TrainReport(output, run, json, workspace, preparedRun.spec())
                    .then(beside)
                    .then(event -> pauseAfter(event, control));
            RunEvent end;
            try {
                end = trainInPlace(run, preparedRun, watcher, control);
            } catch (CancellationException e) {
                boolean stopped = store.find(Long.toString(run)).state() == RunState.CANCELLED;
                output.say(Text.of(stopped ? "cli.repeat.stopped" : "cli.repeat.left", run, workspace));
                return stopped ? ExitCode.FAILED : ExitCode.INTERRUPTED;
            } catch (DataException e) {
                store.resumption().couldNotBegin(run);
                output.say(Text.of("cli.run.not.begun", run, e.message(output.locale())));
                return ExitCode.FAILED;
            }
            beside.end(end instanceof RunEvent.Finished);
            TerminalReferences.say(references, store, run, output);
            boolean hasModel = store.models().hasWeights(store.find(Long.toString(run)));
            output.say(Text.of(
                    hasModel ? "cli.run.stored" : "cli.run.stored.no.model",
                    run,
                    store.files().folder(run)));
            return code(end, interrupt.happened());
        } finally {
            beside.end(false);
            interrupt.ended();
        }
    }

    private void pauseAfter(RunEvent event, RunControl control) {
        if (event instanceof RunEvent.EpochDone epoch
                && pauseAfter != null
                && epoch.epoch() == pauseAfter
                && epoch.phase().equals("train")) {
            control.leave();
        }
    }

    @SuppressWarnings("try")
    private RunEvent trainInPlace(long run, PreparedRun preparedRun, RunListener watcher, RunControl control)
            throws DataException, IOException {
        String id = Long.toString(run);
        // The GPU first: a run waiting for a GPU must not take a place from runs on the CPU.
        try (GpuPlace gpu = GpuPlace.take(store, id, preparedRun.gpus(), control, waits("cli.waits.gpu", run));
                TrainingPlace place = TrainingPlace.take(store, id, control, waits("cli.waits", run))) {
            return store.runner(run, gpu.of(preparedRun), watcher, control).run();
        }
    }

    private Consumer<List<String>> waits(String key, long run) {
        return ahead -> output.say(Text.of(key, run, TrainingPlace.words(ahead)));
    }

    /** Whether a run is still waiting; prints a message if it was stopped in the meantime. */
    boolean waits(long run) throws DataException {
        boolean waits = store.find(Long.toString(run)).state() == RunState.QUEUED;
        if (!waits) {
            output.say(Text.of("cli.repeat.stopped", run));
        }
        return waits;
    }

    /** Prints which of several runs are unfinished; nothing if the only one is {@code said}. */
    void sayLeft(List<Long> runs, long said) throws DataException {
        List<String> left = store.list().stream()
                .filter(run -> runs.contains(run.id()) && store.resumption().possible(run))
                .sorted(Comparator.comparingDouble(StoredRun::place))
                .map(run -> Long.toString(run.id()))
                .toList();
        if (!left.isEmpty() && !left.equals(List.of(Long.toString(said)))) {
            output.say(Text.of("cli.repeat.left", String.join(",", left), workspace));
        }
    }

    /**
     * Prints each metric's mean and standard deviation over the evaluated runs of a series, once all its runs have ended, and what happened
     * to the others.
     */
    void summarise(String series) throws DataException {
        List<StoredRun> all =
                store.list().stream().filter(run -> run.series().equals(series)).toList();
        List<StoredRun> runs = all.stream()
                .filter(RunFigures::isReported)
                .sorted(Comparator.comparingLong(StoredRun::id))
                .toList();
        if (series.isEmpty()
                || runs.isEmpty()
                || all.size() < 2
                || !all.stream().allMatch(run -> run.state().ended())) {
            return;
        }
        Map<String, List<Double>> byMetric = new LinkedHashMap<>();
        runs.forEach(run -> RunFigures.reported(run)
                .forEach((metric, figure) ->
                        byMetric.computeIfAbsent(metric, m -> new ArrayList<>()).add(figure)));
        List<Long> ids = runs.stream().map(StoredRun::id).toList();
        JsonObject object = new JsonObject();
        object.addProperty("event", "Repeated");
        object.add("runs", new Gson().toJsonTree(ids));
        object.addProperty("of", all.size());
        output.say(Text.of(
                "cli.repeat.summary",
                ids.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                RunFigures.stage(runs.get(0)).orElse(FigureStage.TESTED).words()));
        SeriesShare.of(store, runs, all).words().ifPresent(output::say);
        byMetric.forEach((metric, ofSeeds) -> object.add(metric, said(metric, ofSeeds)));
        if (json) {
            output.json(object);
        }
    }

    /** Prints the mean and the standard deviation of a metric over seeds; returns them as JSON. */
    private JsonObject said(String metric, List<Double> ofSeeds) {
        double[] seeds = ofSeeds.stream().mapToDouble(figure -> figure).toArray();
        double mean = Significance.mean(seeds);
        double deviation = Significance.deviation(seeds);
        JsonObject figures = new JsonObject();
        figures.addProperty("mean", mean);
        String spread = "";
        if (seeds.length > 1) {
            figures.addProperty("deviation", deviation);
            spread = String.format(Locale.ROOT, " ±%.4f", deviation);
        }
        output.say("  " + TextTable.padded(metric, 12) + String.format(Locale.ROOT, "%.4f", mean) + spread);
        return figures;
    }

    private static int code(RunEvent end, boolean interrupted) {
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        boolean asExpected = end instanceof RunEvent.Finished || end instanceof RunEvent.Paused;
        return asExpected ? ExitCode.DONE : ExitCode.FAILED;
    }
}
