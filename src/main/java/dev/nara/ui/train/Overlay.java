package dev.nara.ui.train;

import dev.nara.analysis.SettingsComparison;
import dev.nara.chart.RunComparison;
import dev.nara.chart.RunCurve;
import dev.nara.data.DataException;
import dev.nara.spec.Algorithms;
import dev.nara.store.RunStore;
import dev.nara.store.StoredRun;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Several runs held against each other on screen, read again whenever one of them has learnt something.
 * Touched on the JavaFX thread only.
 */
final class Overlay {
    private final Algorithms algorithms;
    private final RunStore store;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Latest reading;
    private final TrainModel model;
    private final RunOnScreen screen;
    private final Runnable drawn;
    /** Empty while a single run is on screen. */
    private List<StoredRun> runs = List.of();
    /** Something was learnt while they were read. */
    private boolean again;

    /** Several runs to be drawn, and what to think of the two best. */
    private record Read(List<RunCurve> curves, String metric, String verdict) {}

    /** {@code drawn} is called whenever they were put on screen. */
    Overlay(Algorithms algorithms, RunStore store, Frame frame, TrainModel model, RunOnScreen screen, Runnable drawn) {
        this.algorithms = algorithms;
        this.store = store;
        this.texts = frame.texts();
        this.dialogs = frame.dialogs();
        this.reading = new Latest(frame.jobs());
        this.model = model;
        this.screen = screen;
        this.drawn = drawn;
        model.comparedMetricProperty().addListener((o, was, is) -> {
            if (!runs.isEmpty() && !is.equals(screen.comparedBy())) {
                read();
            }
        });
    }

    /** Shows these, and what they learn from then on. */
    void show(List<StoredRun> some) {
        runs = List.copyOf(some);
        again = false;
        read();
    }

    /** Something else is on screen now. */
    void leave() {
        runs = List.of();
        reading.cancel();
    }

    /** A run has learnt something. */
    void learnt(long run) {
        if (runs.stream().noneMatch(r -> r.id() == run)) {
            return;
        }
        if (reading.underWay()) {
            again = true;
        } else {
            read();
        }
    }

    /** Other programs have changed the workspace; what runs learn here is known at once. */
    void follow(LongPredicate trainsHere) {
        boolean elsewhere = runs.stream()
                .anyMatch(r -> !trainsHere.test(r.id()) && !r.state().ended());
        if (elsewhere && !reading.underWay()) {
            read();
        }
    }

    private void read() {
        List<StoredRun> some = runs;
        String metric = model.comparedMetricProperty().get();
        reading.run(
                () -> read(some, metric),
                read -> {
                    screen.compare(read.curves, read.metric, texts.get("train.compare", some.size()) + read.verdict);
                    drawn.run();
                    next();
                },
                problem -> {
                    next();
                    dialogs.error(problem);
                });
    }

    private void next() {
        if (again) {
            again = false;
            read();
        }
    }

    private Read read(List<StoredRun> some, String chosen) throws DataException {
        List<RunCurve> curves = new ArrayList<>();
        for (StoredRun run : some) {
            curves.add(RunCurve.of(store, run, run.title() + " " + run.spec().algorithm(), run.series()));
        }
        // The chosen one where a run has it, else the deciding metric of the first that was evaluated.
        List<String> known = RunComparison.metrics(curves);
        String metric = known.contains(chosen) || known.isEmpty() ? chosen : known.get(0);
        return new Read(curves, metric, verdict(some, metric));
    }

    /** What to think of the distance between the two best settings, or why they cannot be held against each other. */
    private String verdict(List<StoredRun> some, String metric) {
        try {
            SettingsComparison comparison = SettingsComparison.of(store, algorithms, some, metric);
            List<SettingsComparison.Gap> gaps = comparison.gaps();
            return gaps.isEmpty()
                    ? ""
                    : "  ·  "
                            + texts.get(
                                    "train.compare.verdict",
                                    comparison.metric(),
                                    comparison.contenders().get(0).title(),
                                    comparison.contenders().get(1).title(),
                                    gaps.get(0).words());
        } catch (DataException e) {
            return "  ·  " + texts.of(e);
        }
    }
}
