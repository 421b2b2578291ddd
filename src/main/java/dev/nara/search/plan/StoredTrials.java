package dev.nara.search.plan;

import dev.nara.data.DataException;
import dev.nara.search.space.Space;
import dev.nara.search.study.Origin;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudyState;
import dev.nara.search.study.TrialState;
import dev.nara.search.trials.TrialExecutor;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds runs to a study that were stored before it, so that they need not be trained again. */
final class StoredTrials {
    private final StudyState state;
    private final NextSettings settings;
    private final Figures figures;
    private final TrialExecutor executor;

    StoredTrials(StudyState state, NextSettings settings, Figures figures, TrialExecutor executor) {
        this.state = state;
        this.settings = settings;
        this.figures = figures;
        this.executor = executor;
    }

    /** Whether it is time to look for them: once, as soon as the preset has finished. */
    boolean due(StudyPart part) {
        return !state.storedRead(part.algorithm())
                && state.preset(part.algorithm())
                        .filter(preset -> preset.active().isEmpty())
                        .isPresent();
    }

    /** The events to add: a trial for each setting of the space that no other trial has. */
    List<StudyEvent> events(StudyPart part) throws DataException {
        List<StudyEvent> events = new ArrayList<>(List.of(new StudyEvent.StoredRead(part.algorithm())));
        List<Map<String, String>> had = new ArrayList<>();
        int number = state.trials().size();
        for (TrialExecutor.Known known : executor.known(part)) {
            Map<String, String> its = differing(part, known.values());
            boolean fits = fits(part, known.values());
            if (fits && !had.contains(its) && !settings.isTried(part, its)) {
                had.add(its);
                number++;
                events.addAll(trial(part, number, known, its));
            }
        }
        return events;
    }

    private static Map<String, String> differing(StudyPart part, Map<String, String> values) {
        Map<String, String> its = new LinkedHashMap<>(part.space().active(values));
        values.forEach((name, value) -> {
            if (!value.equals(part.values().get(name))) {
                its.put(name, value);
            }
        });
        return its;
    }

    /** Whether the run differs only within the space, and is inside it. */
    private static boolean fits(StudyPart part, Map<String, String> values) {
        Space space = part.space();
        return space.contains(values)
                && part.values().entrySet().stream()
                        .filter(e -> space.dimension(e.getKey()).isEmpty())
                        .allMatch(e -> e.getValue().equals(values.get(e.getKey())));
    }

    private List<StudyEvent> trial(StudyPart part, int number, TrialExecutor.Known known, Map<String, String> its)
            throws DataException {
        long seed = state.spec().seed();
        double work = executor.plan(state.spec().run(state.spec().part(part.algorithm()), its, seed))
                .work();
        return List.of(
                new StudyEvent.Added(
                        number,
                        known.run(),
                        part.algorithm(),
                        its,
                        Origin.STORED,
                        Text.of("study.why.stored", String.valueOf(known.run())),
                        seed,
                        List.of(),
                        work),
                new StudyEvent.Ended(
                        number,
                        known.run(),
                        TrialState.FINISHED,
                        known.best().epoch(),
                        known.epochs(),
                        figures.figure(known.run(), known.best()),
                        known.best().metrics(),
                        known.secondsPerEpoch(),
                        null));
    }
}
