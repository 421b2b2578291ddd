package dev.nara.ui.train;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.ParameterValues;
import dev.nara.analysis.AgainstPrevious;
import dev.nara.analysis.RunNames;
import dev.nara.chart.DrawnRun;
import dev.nara.chart.LearningCurves;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.Algorithms;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.ChartedRuns;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;

/**
 * The runs drawn beside the run on screen: the previous one, the one with a star, those on the charts, and the references, cheap and strong
 * algorithms. Only for the JavaFX thread.
 */
final class BesideRun {
    private final Algorithms algorithms;
    private final RunStore store;
    private final Session session;
    private final TrainModel model;
    private final Texts texts;
    private final Latest reading;
    private List<StoredRun> listed = List.of();
    private Map<StoredRun, List<RunEvent>> charted = Map.of();
    private Runnable changed = () -> {};
    /** Whether to read again because a run advanced during the reading. */
    private boolean again;

    BesideRun(Algorithms algorithms, RunStore store, Session session, TrainModel model, Jobs jobs, Texts texts) {
        this.algorithms = algorithms;
        this.store = store;
        this.session = session;
        this.model = model;
        this.texts = texts;
        this.reading = new Latest(jobs);
        session.charted().runs().addListener((ListChangeListener<Long>) change -> readSoon());
        session.namesProperty().addListener((o, was, is) -> changed.run());
    }

    /** {@code listener} is called when something else has to be drawn. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    /** All runs were read. */
    void listed(List<StoredRun> all) {
        listed = List.copyOf(all);
        boolean outdated = session.charted().runs().size() != charted.size()
                || charted.keySet().stream().anyMatch(run -> !all.contains(run));
        if (outdated) {
            readSoon();
        }
    }

    /** A run has new events. */
    void learnt(long run) {
        if (session.charted().runs().contains(run)) {
            readSoon();
        }
    }

    private void readSoon() {
        if (reading.underWay()) {
            again = true;
            return;
        }
        List<StoredRun> some = session.charted().runs().stream()
                .flatMap(id -> listed.stream().filter(run -> run.id() == id))
                .toList();
        reading.run(() -> read(some), read -> {
            charted = read;
            changed.run();
            if (again) {
                again = false;
                readSoon();
            }
        });
    }

    private Map<StoredRun, List<RunEvent>> read(List<StoredRun> some) throws DataException {
        Map<StoredRun, List<RunEvent>> read = new LinkedHashMap<>();
        for (StoredRun run : some) {
            read.put(run, store.events(run.id()));
        }
        return read;
    }

    /** Adds all of these to the curves of a run. */
    void tell(LearningCurves curves, StoredRun run) {
        ChartedRuns colours = session.charted();
        curves.name(Long.toString(run.id()), colours.colourOrNext(run.id()));
        curves.planned(planned(run));
        RunDetails details = model.detailsProperty().get();
        StoredRun known = details.run();
        boolean ofRun = known != null && known.id() == run.id();
        curves.references(ofRun ? details.references() : List.of());
        List<DrawnRun> others = new ArrayList<>();
        charted.forEach((other, events) -> {
            if (other.id() != run.id() && drawn(other) && comparable(other, run)) {
                others.add(drawn(other, DrawnRun.Kind.CHARTED, RunEvent.epochs(events)));
            }
        });
        AgainstPrevious against = ofRun ? details.against() : null;
        if (against != null && !drawn(against.previous())) {
            others.add(0, previous(against));
        }
        RunDetails.Star star = ofRun ? details.star() : null;
        boolean apart = star != null
                && !drawn(star.run())
                && (against == null || against.previous().id() != star.run().id());
        if (star != null && apart && comparable(star.run(), run)) {
            others.add(
                    against == null || others.isEmpty() ? 0 : 1,
                    drawn(star.run(), DrawnRun.Kind.STARRED, star.curve()));
        }
        curves.others(others);
    }

    /** The previous run, named by the settings in which the run on screen differs. */
    private DrawnRun previous(AgainstPrevious against) {
        StoredRun before = against.previous();
        return new DrawnRun(
                Long.toString(before.id()),
                against.difference().shortBefore(texts.locale()),
                DrawnRun.Kind.PREVIOUS,
                0,
                before.spec().batchSize(),
                List.of(against.curve()),
                false);
    }

    private boolean drawn(StoredRun run) {
        // Runs that were added to the charts after the last reading are not drawn yet.
        return session.charted().runs().contains(run.id())
                && charted.keySet().stream().anyMatch(other -> other.id() == run.id());
    }

    /** The indices of the runs' colours in a palette's series; 0, 1, 2 … if one of the runs is not on the charts. */
    List<Integer> colours(List<Long> runs) {
        List<Integer> own = runs.stream().map(session.charted()::colour).toList();
        return own.contains(-1) ? IntStream.range(0, runs.size()).boxed().toList() : own;
    }

    /** Whether the figures of both runs are comparable: the same rows, candidates and part. */
    static boolean comparable(StoredRun one, StoredRun other) {
        return one.spec().sameRows(other.spec())
                && one.spec().candidates().equals(other.spec().candidates())
                && one.spec().chosenOnTest() == other.spec().chosenOnTest();
    }

    private DrawnRun drawn(StoredRun run, DrawnRun.Kind kind, List<RunEvent.EpochDone> epochs) {
        RunNames names = session.namesProperty().get();
        String number = (run.label().star() ? "★ " : "") + run.id();
        Locale locale = texts.locale();
        return new DrawnRun(
                number,
                names.of(run, locale),
                kind,
                session.charted().colourOrNext(run.id()),
                run.spec().batchSize(),
                List.of(epochs),
                run.state() == RunState.FAILED);
    }

    /** The number of epochs of training and pretraining. */
    private int planned(StoredRun run) {
        try {
            Algorithm algorithm = algorithms.algorithm(run.spec().algorithm());
            ParameterValues values =
                    ParameterValues.of(algorithm.parameters(), run.spec().values());
            return run.spec().epochs() + algorithm.pretraining(values);
        } catch (DataException e) {
            // The run is from another version of the program; its events say how many epochs it had.
            return 0;
        }
    }
}
