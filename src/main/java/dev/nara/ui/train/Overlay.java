package dev.nara.ui.train;

import dev.nara.analysis.SettingsComparison;
import dev.nara.chart.RunComparison;
import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Several runs held against each other on screen, read again, once at a time, whenever one of them has learnt something.
 * Touched on the JavaFX thread only.
 */
final class Overlay {
    private final Services services;
    private final RunStore store;
    private final Jobs jobs;
    private final Texts texts;
    private final Dialogs dialogs;
    private final TrainModel model;
    private final RunOnScreen screen;
    private final Runnable drawn;
    /** Empty while a single run is on screen. */
    private List<StoredRun> runs = List.of();
    /** Counts what was asked to be read, so that only the last of it is shown. */
    private int requests;

    private boolean reading;
    /** Something was learnt while they were read. */
    private boolean again;

    /** Several runs to be drawn, and what to think of the two best. */
    private record Read(List<RunComparison.Curve> curves, String metric, String verdict) {}

    /** {@code drawn} hears whenever they were put on screen. */
    Overlay(
            Services services,
            RunStore store,
            Jobs jobs,
            Texts texts,
            Dialogs dialogs,
            TrainModel model,
            RunOnScreen screen,
            Runnable drawn) {
        this.services = services;
        this.store = store;
        this.jobs = jobs;
        this.texts = texts;
        this.dialogs = dialogs;
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
        requests++;
        reading = false;
    }

    /** A run has learnt something. */
    void learnt(long run) {
        if (runs.stream().noneMatch(r -> r.id() == run)) {
            return;
        }
        if (reading) {
            again = true;
        } else {
            read();
        }
    }

    /** Other programs have changed the workspace; of runs that train here it is heard at once. */
    void follow(LongPredicate trainsHere) {
        boolean elsewhere = runs.stream()
                .anyMatch(r -> !trainsHere.test(r.id()) && !r.state().ended());
        if (elsewhere && !reading) {
            read();
        }
    }

    private void read() {
        int request = ++requests;
        List<StoredRun> some = runs;
        String wanted = model.comparedMetricProperty().get();
        reading = true;
        jobs.run(
                () -> read(some, wanted),
                read -> {
                    if (request == requests) {
                        screen.compare(
                                read.curves, read.metric, texts.get("train.compare", some.size()) + read.verdict);
                        drawn.run();
                        next();
                    }
                },
                problem -> {
                    if (request == requests) {
                        next();
                    }
                    dialogs.error(problem);
                });
    }

    private void next() {
        reading = false;
        if (again) {
            again = false;
            read();
        }
    }

    private Read read(List<StoredRun> some, String wanted) throws DataException {
        List<RunComparison.Curve> curves = new ArrayList<>();
        for (StoredRun run : some) {
            curves.add(RunComparison.Curve.of(
                    store, run, run.title() + " " + run.spec().algorithm(), run.series()));
        }
        // The one wanted where a run has it, else the deciding metric of the first that was evaluated.
        List<String> known = RunComparison.metrics(curves);
        String metric = known.contains(wanted) || known.isEmpty() ? wanted : known.get(0);
        return new Read(curves, metric, verdict(some, metric));
    }

    /** What to think of the distance between the two best settings, or why they cannot be held against each other. */
    private String verdict(List<StoredRun> some, String metric) {
        try {
            SettingsComparison comparison = SettingsComparison.of(store, services.algorithms(), some, metric);
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
