package dev.nara.cli.train;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.nara.cli.terminal.Output;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import dev.nara.run.RunListener;
import dev.nara.run.TimeLeft;
import dev.nara.spec.Part;
import dev.nara.spec.RunSpec;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows a run on the terminal: a progress bar with the time left, and one line per epoch; or JSON, one event per line. */
final class TrainReport implements RunListener {
    private static final int BAR = 24;
    private static final long BAR_NANOS = 3_000_000_000L;

    private final String workspace;
    private final Output output;
    private final long run;
    private final boolean json;
    private final RunSpec spec;
    private long lastBar = System.nanoTime();

    TrainReport(Output output, long run, boolean json, String workspace, RunSpec spec) {
        this.spec = spec;
        this.workspace = workspace;
        this.output = output;
        this.run = run;
        this.json = json;
    }

    @Override
    public void event(RunEvent event) {
        if (json && !event.passing()) {
            JsonObject object = new JsonObject();
            for (Map.Entry<String, JsonElement> entry : RunJson.event(event).entrySet()) {
                object.add(entry.getKey(), entry.getValue());
                if (entry.getKey().equals("event")) {
                    object.addProperty("run", Long.toString(run));
                }
            }
            output.json(object);
        }
        print(event);
    }

    private void print(RunEvent event) {
        if (event instanceof RunEvent.Batch batch) {
            showBar(batch);
        } else if (event instanceof RunEvent.Evaluating evaluating) {
            if (output.interactive()) {
                output.redraw(Text.of("cli.evaluating", evaluating.done(), evaluating.total())
                        .in(output.locale()));
            }
        } else {
            if (output.interactive()) {
                output.redraw("");
            }
            printLasting(event);
        }
    }

    private void printLasting(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            output.say(words(started));
            if (started.evaluatedUsers() > 0) {
                output.say(Text.of(
                        "cli.baseline",
                        figures(started.baseline()),
                        spec.epochPart().words()));
            }
        } else if (event instanceof RunEvent.EpochDone epoch) {
            output.say(words(epoch));
        } else if (event instanceof RunEvent.Tested tested) {
            if (!tested.metrics().isEmpty()) {
                output.say(Text.of(
                        spec.fixed() ? "cli.tested.fixed" : "cli.tested",
                        tested.epoch(),
                        Numbers.grouped(tested.users()),
                        figures(tested.metrics())));
                output.say(Text.of("cli.tested.baseline", figures(tested.baseline())));
            }
            if (tested.coldUsers() > 0) {
                output.say(Text.of("part.cold", Numbers.grouped(tested.coldUsers()), figures(tested.coldMetrics())));
            }
        } else if (event instanceof RunEvent.Resumed resumed) {
            output.say(Text.of("cli.resumed", run, phase(resumed.phase()), resumed.epoch()));
        } else if (event instanceof RunEvent.Paused paused) {
            output.say(
                    paused.left() ? Text.of("cli.left", run, workspace) : Text.of("cli.paused", run, paused.epoch()));
        } else if (event instanceof RunEvent.Interrupted interrupted) {
            output.say(interrupted.message());
            output.say(Text.of("cli.left", run, workspace));
        } else {
            printEnd(event);
        }
    }

    private void printEnd(RunEvent event) {
        if (event instanceof RunEvent.Finished finished) {
            output.say(Text.of(
                    finished(finished),
                    finished.bestEpoch(),
                    figures(finished.metrics()),
                    Numbers.duration(finished.seconds()),
                    spec.chosenOnTest() ? Text.of("stage.CHOSEN_ON_TEST") : Part.TEST.words()));
        } else if (event instanceof RunEvent.Cancelled cancelled) {
            output.say(
                    cancelled.bestEpoch() == 0
                            ? Text.of("cli.cancelled.early")
                            : Text.of(
                                    cancelled.metrics().isEmpty() || spec.fixed()
                                            ? "cli.cancelled.fit"
                                            : "cli.cancelled",
                                    cancelled.bestEpoch()));
        } else if (event instanceof RunEvent.Failed failed) {
            output.say(Text.of("cli.run.failed", failed.message(), failed.bestEpoch()));
        }
    }

    /** What a run that finished came to: a run on all rows has no figures, one of so many epochs has chosen none of them. */
    private String finished(RunEvent.Finished finished) {
        if (finished.stoppedEarly()) {
            return "cli.finished.early";
        }
        return finished.metrics().isEmpty() ? "cli.finished.fit" : spec.fixed() ? "cli.finished.fixed" : "cli.finished";
    }

    private Text words(RunEvent.Started started) {
        return Text.of(
                started.onlyTested() ? "cli.started.fixed" : "cli.started",
                run,
                started.algorithm(),
                Numbers.grouped(started.parameters()),
                Numbers.grouped(started.users()),
                Numbers.grouped(started.items()),
                Numbers.grouped(started.interactions()),
                started.split(),
                started.candidates(),
                Numbers.grouped(started.evaluatedUsers()),
                started.validation());
    }

    private Text words(RunEvent.EpochDone epoch) {
        // Models computed in closed form have no loss.
        return Text.of(
                epoch.loss() == 0 ? "cli.epoch.direct" : "cli.epoch",
                phase(epoch.phase()),
                epoch.epoch(),
                String.format(Locale.ROOT, "%.4f", epoch.loss()),
                figures(epoch.metrics()),
                String.format(Locale.ROOT, "%.1f", epoch.seconds()),
                Numbers.grouped(Math.round(epoch.examplesPerSecond())),
                epoch.best() && !epoch.metrics().isEmpty() ? "*" : "",
                epoch.metrics().isEmpty() ? "" : spec.epochPart().words());
    }

    /** Redraws one line on a terminal; otherwise prints a line from time to time. */
    private void showBar(RunEvent.Batch batch) {
        if (output.interactive()) {
            output.redraw(bar(batch));
        } else if (!json && System.nanoTime() - lastBar > BAR_NANOS) {
            lastBar = System.nanoTime();
            output.say(bar(batch));
        }
    }

    private static Text phase(String phase) {
        return Text.of("phase." + (phase.isEmpty() ? "train" : phase));
    }

    private String bar(RunEvent.Batch batch) {
        int filled = (int) (BAR * batch.done() / Math.max(1, batch.total()));
        boolean known = TimeLeft.known(batch.seconds(), batch.secondsLeft());
        String left = known ? Numbers.duration(batch.secondsLeft()) : "";
        return Text.of(
                        known ? "cli.bar" : "cli.bar.unknown",
                        phase(batch.phase()),
                        batch.epoch(),
                        "█".repeat(filled) + "░".repeat(BAR - filled),
                        Double.isNaN(batch.loss()) ? "…" : String.format(Locale.ROOT, "%.4f", batch.loss()),
                        left)
                .in(output.locale());
    }

    private static String figures(Map<String, Double> metrics) {
        return metrics.entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "%s %.4f", e.getKey(), e.getValue()))
                .collect(Collectors.joining("  "));
    }
}
