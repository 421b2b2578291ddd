package dev.nara.ui.train;

import dev.nara.chart.ComparedPicture;
import dev.nara.chart.LearningCurves;
import dev.nara.chart.Palette;
import dev.nara.chart.RunCurve;
import dev.nara.chart.RunPicture;
import dev.nara.chart.RunPlot;
import dev.nara.eval.CutoffMetric;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.WhenVisible;
import dev.nara.ui.train.chart.ProtocolCaption;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * The run whose curves and epochs are on screen, or several compared runs. Stored and live events are handled alike. Only for the JavaFX
 * thread.
 */
public final class RunOnScreen {
    /** The shortest time between drawings of passing events, in nanoseconds. */
    private static final long PASSING = 500_000_000;

    private static final int USUAL_EPOCHS = 20;

    private final TrainModel model;
    private final TrainView view;
    private final Texts texts;
    private final ReadOnlyObjectProperty<Theme> theme;
    private final BesideRun beside;
    private final ShownEvents events = new ShownEvents();
    private final WhenVisible drawing;
    private @Nullable StoredRun shown;
    private @Nullable LearningCurves curves;
    private List<RunCurve> compared = List.of();
    /** The numbers of the compared runs, in the same order. */
    private List<Long> comparedRuns = List.of();

    private String comparedBy = "";
    private long drawn;

    RunOnScreen(TrainModel model, TrainView view, Texts texts, ReadOnlyObjectProperty<Theme> theme, BesideRun beside) {
        this.model = model;
        this.view = view;
        this.texts = texts;
        this.theme = theme;
        this.beside = beside;
        drawing = new WhenVisible(view.root().visibleProperty(), this::draw);
        theme.addListener((o, was, is) -> drawing.due());
        texts.localeProperty().addListener((o, was, is) -> {
            renew();
            say(events.all());
        });
        model.curvesProperty().addListener((o, was, is) -> renew());
        model.metricProperty().addListener((o, was, is) -> drawing.due());
        model.detailsProperty().addListener((o, was, is) -> drawing.due());
        model.openProperty().addListener((o, was, is) -> drawing.due());
        model.readingProperty().addListener((o, was, is) -> drawing.due());
        beside.onChange(drawing::due);
        drawing.due();
    }

    /** The number of the run on screen, 0 for none. */
    public long run() {
        return shown == null ? 0 : shown.id();
    }

    /** The events of the run, in order. */
    public List<RunEvent> events() {
        return events.all();
    }

    /** The metric by which runs are compared. */
    String comparedBy() {
        return comparedBy;
    }

    /** The compared runs; empty while a single run is on screen. */
    public List<RunCurve> compared() {
        return compared;
    }

    /** What is on screen as a separate chart with the given colours. */
    public JFreeChart chart(Palette palette) {
        return RunPlot.chart(
                picture(),
                model.headlineProperty().get(),
                model.captionProperty().get(),
                palette,
                texts.locale());
    }

    /** Shows a run with its past events. */
    void show(StoredRun other, String headline, List<RunEvent> past) {
        shown = other;
        model.epochPartProperty().set(other.spec().epochPart());
        compared = List.of();
        events.clear();
        model.epochs().clear();
        model.epochsOfProperty().set("");
        model.verdictProperty().set("");
        model.troubleProperty().set(null);
        model.headlineProperty().set(headline);
        model.captionProperty().set(ProtocolCaption.of(other, texts));
        model.shownStatusProperty().set("");
        curves = fresh();
        if (!past.isEmpty()) {
            add(past);
        }
        drawing.due();
    }

    /** Shows several runs in one picture; the table has the epochs of the first. */
    void compare(List<RunCurve> runs, List<Long> ids, String metric, String headline) {
        shown = null;
        curves = null;
        model.troubleProperty().set(null);
        model.headlineProperty().set(headline);
        model.captionProperty().set("");
        model.shownStatusProperty().set("");
        model.epochPartProperty().set(runs.get(0).part());
        model.epochs().setAll(runs.get(0).epochs());
        model.epochsOfProperty().set(runs.get(0).name());
        compared = List.copyOf(runs);
        comparedRuns = List.copyOf(ids);
        comparedBy = metric;
        metrics(RunCurve.metrics(runs).stream()
                .filter(known -> !CutoffMetric.isCoverage(known))
                .toList());
        drawing.due();
    }

    private void metrics(List<String> known) {
        if (!model.metrics().equals(known)) {
            model.metrics().setAll(known);
        }
    }

    /** Adds further events. */
    void add(List<RunEvent> some) {
        boolean thinned = events.add(some);
        LearningCurves now = curves;
        if (thinned) {
            renew();
        } else if (now != null) {
            now.add(some);
        }
        some.stream()
                .filter(RunEvent.EpochDone.class::isInstance)
                .map(RunEvent.EpochDone.class::cast)
                .forEach(model.epochs()::add);
        if (now != null && run() != 0) {
            metrics(now.metrics());
        }
        say(some);
        boolean passes = some.stream().allMatch(RunEvent::passing);
        if (!passes || System.nanoTime() - drawn > PASSING) {
            drawing.due();
        }
    }

    /** Updates the status above the curves. */
    private void say(List<RunEvent> some) {
        StoredRun run = shown;
        LearningCurves now = curves;
        if (run == null || now == null || some.isEmpty()) {
            return;
        }
        for (int n = some.size() - 1; n >= 0; n--) {
            String words = words(some.get(n), run, now);
            if (!words.isEmpty()) {
                model.shownStatusProperty().set(words);
                String end = some.get(n) instanceof RunEvent.Batch batch
                        ? EndTime.end(batch, LocalTime.now(ZoneId.systemDefault()))
                        : "";
                now.done(end.isEmpty() ? "" : texts.get("train.done.at", end));
                break;
            }
        }
        RunEvent last = some.get(some.size() - 1);
        if (!last.passing()) {
            boolean trouble = last instanceof RunEvent.Failed || last instanceof RunEvent.Interrupted;
            model.troubleProperty().set(trouble ? last : null);
        }
        some.stream()
                .filter(RunEvent.Started.class::isInstance)
                .map(RunEvent.Started.class::cast)
                .forEach(started -> model.captionProperty().set(ProtocolCaption.of(started, run, texts)));
    }

    private String words(RunEvent event, StoredRun run, LearningCurves now) {
        if (event instanceof RunEvent.Batch batch) {
            return EventWords.head(batch, now.epoch(), now.epochs(), texts);
        }
        // The chart already names the best epoch.
        if (event instanceof RunEvent.Finished finished && !finished.metrics().isEmpty()) {
            return texts.get("train.head.finished", Numbers.duration(finished.seconds()));
        }
        // The reason of a failure is shown below.
        return event instanceof RunEvent.Failed ? texts.get("state.FAILED") : EventWords.of(event, run.spec(), texts);
    }

    /** Rebuilds the curves from all events, after a change of language or axis. */
    private void renew() {
        if (curves != null) {
            LearningCurves fresh = fresh();
            fresh.add(events.all());
            curves = fresh;
        }
        drawing.due();
    }

    private LearningCurves fresh() {
        StoredRun run = shown;
        int batchSize = run == null ? 1 : run.spec().batchSize();
        return new LearningCurves(
                theme.get().palette(), texts.locale(), model.curvesProperty().get(), batchSize);
    }

    private void draw() {
        drawn = System.nanoTime();
        view.show(picture(), theme.get().palette());
    }

    private String nothing() {
        String coming = model.readingProperty().get();
        return !coming.isEmpty()
                ? texts.get("chip.reading", coming)
                : texts.get(model.openProperty().get() ? "train.empty" : "train.empty.no.data");
    }

    private RunPicture picture() {
        LearningCurves now = curves;
        StoredRun run = shown;
        if (compared.isEmpty() && (now == null || run == null)) {
            return RunPicture.empty(USUAL_EPOCHS, nothing());
        }
        if (run != null && run.state() == RunState.QUEUED && events.all().isEmpty()) {
            return RunPicture.empty(run.spec().epochs(), texts.get("train.empty.queued"));
        }
        if (now == null || run == null) {
            return ComparedPicture.of(
                    compared,
                    beside.colours(comparedRuns),
                    comparedBy,
                    model.curvesProperty().get(),
                    texts.locale());
        }
        beside.tell(now, run);
        now.metric(model.metricProperty().get());
        return now.picture();
    }
}
