package dev.nara.ui.train;

import dev.nara.analysis.ComparedSettings;
import dev.nara.analysis.ProtocolWords;
import dev.nara.analysis.Seeds;
import dev.nara.analysis.SettingsComparison;
import dev.nara.analysis.Standing;
import dev.nara.chart.RunCurve;
import dev.nara.data.DataException;
import dev.nara.spec.Algorithms;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.reference.References;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/** Compares several runs on screen; they are read again whenever one of them has new events. Only for the JavaFX thread. */
final class Overlay {
    private final Algorithms algorithms;
    private final RunStore store;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Latest reading;
    private final TrainModel model;
    private final RunOnScreen screen;
    private final Runnable drawn;
    /** The compared runs; empty while a single run is on screen. */
    private List<StoredRun> runs = List.of();
    /** The facts behind the verdict when the runs were listed last. */
    private List<List<Object>> basis = List.of();
    /** Whether to read again because a run advanced during the reading. */
    private boolean again;

    /** Several runs to be drawn, and the verdict on the two best. */
    private record Read(List<StoredRun> runs, List<RunCurve> curves, String metric, String about, String verdict) {}

    /** {@code drawn} is called after each update of the screen. */
    Overlay(Algorithms algorithms, RunStore store, Frame frame, TrainModel model, RunOnScreen screen, Runnable drawn) {
        this.algorithms = algorithms;
        this.store = store;
        this.texts = frame.texts();
        this.dialogs = frame.dialogs();
        this.reading = new Latest(frame.jobs());
        this.model = model;
        this.screen = screen;
        this.drawn = drawn;
        model.metricProperty().addListener((o, was, is) -> {
            if (!runs.isEmpty() && !is.equals(screen.comparedBy())) {
                read();
            }
        });
        texts.localeProperty().addListener((o, was, is) -> {
            if (!runs.isEmpty()) {
                readSoon();
            }
        });
    }

    /** Shows these runs, and keeps them up to date. */
    void show(List<StoredRun> some) {
        runs = List.copyOf(some);
        again = false;
        read();
    }

    /** Whether any of these runs is in the comparison on screen. */
    boolean shows(List<StoredRun> some) {
        return runs.stream().anyMatch(run -> some.stream().anyMatch(other -> other.id() == run.id()));
    }

    /** Stops because something else is on screen. */
    void leave() {
        runs = List.of();
        reading.cancel();
    }

    /** All runs were read: the comparison is updated if facts behind the verdict have changed. */
    void listed(List<StoredRun> all) {
        List<List<Object>> now = Seeds.basis(runs, all);
        boolean changed = !now.equals(basis);
        basis = now;
        if (changed && !runs.isEmpty()) {
            readSoon();
        }
    }

    /** A run has new events. */
    void learnt(long run) {
        if (runs.stream().noneMatch(r -> r.id() == run)) {
            return;
        }
        readSoon();
    }

    private void readSoon() {
        if (reading.underWay()) {
            again = true;
        } else {
            read();
        }
    }

    /**
     * Other programs have changed the workspace: reads again if one of the runs may train there. {@link #learnt} reports runs that train
     * here.
     */
    void follow(LongPredicate trainsHere) {
        boolean elsewhere = runs.stream()
                .anyMatch(r -> !trainsHere.test(r.id()) && !r.state().ended());
        if (elsewhere && !reading.underWay()) {
            read();
        }
    }

    private void read() {
        List<Long> some = runs.stream().map(StoredRun::id).toList();
        String metric = model.metricProperty().get();
        reading.run(
                () -> read(now(some), metric),
                read -> {
                    if (read.curves.isEmpty()) {
                        // All of the runs were deleted.
                        return;
                    }
                    runs = read.runs;
                    List<Long> ids = read.runs.stream().map(StoredRun::id).toList();
                    screen.compare(read.curves, ids, read.metric, texts.get("train.compare", read.runs.size()));
                    model.captionProperty().set(read.about);
                    model.verdictProperty().set(read.verdict);
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

    /** The runs as now stored: their states decide whether there is a verdict. */
    private List<StoredRun> now(List<Long> ids) throws DataException {
        List<StoredRun> all = store.list();
        return ids.stream()
                .flatMap(id -> all.stream().filter(run -> run.id() == id))
                .toList();
    }

    private Read read(List<StoredRun> some, String chosen) throws DataException {
        List<RunCurve> alone = RunCurve.joined(some, store, algorithms, texts.locale());
        List<RunCurve> curves =
                some.isEmpty() ? alone : RunCurve.against(alone, new References(algorithms, store).of(some.get(0)));
        // The chosen metric if any run has it, else the first known one.
        List<String> known = RunCurve.metrics(curves);
        String metric = known.contains(chosen) || known.isEmpty() ? chosen : known.get(0);
        try {
            SettingsComparison comparison =
                    some.isEmpty() ? null : ComparedSettings.of(store, algorithms, some, metric);
            return comparison == null
                    ? new Read(some, curves, metric, "", "")
                    : new Read(some, curves, metric, caption(some.get(0), curves.get(0), metric), verdict(comparison));
        } catch (DataException e) {
            return new Read(some, curves, metric, "", texts.of(e));
        }
    }

    /** Describes the figures of the curves; the verdict describes its own. */
    private String caption(StoredRun first, RunCurve curve, String metric) {
        return first.spec().dataName()
                + " · "
                + texts.get(
                        "train.caption.compared",
                        metric,
                        curve.part().words(),
                        ProtocolWords.of(
                                ProtocolWords.ofEpochs(first.spec()),
                                first.spec().candidates(),
                                texts.locale()));
    }

    /** The verdict on the two best settings. */
    private String verdict(SettingsComparison comparison) {
        if (comparison.standings().size() < 2) {
            return shares(comparison);
        }
        Standing first = comparison.standings().get(0);
        Standing second = comparison.standings().get(1);
        String words = texts.get(
                comparison.judged() ? "train.compare.verdict" : "train.compare.figures",
                first.title(),
                second.title(),
                second.words());
        return words + shares(comparison);
    }

    /** Says which means do not include all seeds of their series. */
    private String shares(SettingsComparison comparison) {
        return comparison.standings().stream()
                .flatMap(standing -> standing.contender().share().stream()
                        .map(share -> "  ·  " + standing.title() + ": " + texts.of(share)))
                .collect(Collectors.joining());
    }
}
