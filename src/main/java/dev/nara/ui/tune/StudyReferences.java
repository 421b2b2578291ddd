package dev.nara.ui.tune;

import dev.nara.analysis.RunFigures;
import dev.nara.data.DataException;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySpec;
import dev.nara.spec.Algorithms;
import dev.nara.spec.Part;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.tune.model.TuneModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reference figures of stored runs for the trials of a study: from the same data and validation part, in the same metric, and for the same
 * users, who are half of all. Only for the JavaFX thread.
 */
final class StudyReferences {
    private final TuneModel model;
    private final StudyDesk desk;
    private final Latest reading;
    private final String baseline;
    private List<Object> shown = List.of();

    /** One of {@code algorithms} is the baseline. */
    StudyReferences(TuneModel model, StudyDesk desk, Jobs jobs, Algorithms algorithms) {
        this.model = model;
        this.desk = desk;
        this.reading = new Latest(jobs);
        this.baseline = algorithms.baseline().id();
    }

    /** A run whose figure is a reference. */
    private record Wanted(TuneModel.Reference.Kind kind, Text label, StoredRun run) {}

    /** Shows the references of a study. {@code open} says whether its data are open, which is needed to evaluate the runs. */
    void show(@Nullable StudySnapshot study, List<StoredRun> runs, boolean open) {
        List<Wanted> wanted = study == null ? List.of() : wanted(study.spec(), runs);
        List<Object> now = List.of(study == null ? 0 : study.id(), wanted, open);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        if (study == null || wanted.isEmpty()) {
            reading.cancel();
            model.references().clear();
        } else {
            StudySpec spec = study.spec();
            reading.run(() -> figures(spec, wanted), model.references()::setAll, problem -> model.references()
                    .clear());
        }
    }

    private List<TuneModel.Reference> figures(StudySpec spec, List<Wanted> wanted) throws DataException {
        List<TuneModel.Reference> found = new ArrayList<>();
        for (Wanted one : wanted) {
            desk.figure(spec, one.run())
                    .ifPresent(figure -> found.add(new TuneModel.Reference(one.kind(), one.label(), figure)));
        }
        return found;
    }

    /** The best starred run, and the baseline. */
    private List<Wanted> wanted(StudySpec study, List<StoredRun> runs) {
        List<Wanted> wanted = new ArrayList<>();
        runs.stream()
                .filter(run -> run.label().star() && figure(study, run).isPresent())
                .max(Comparator.comparingDouble(
                        run -> study.worth(figure(study, run).orElseThrow())))
                .ifPresent(run -> wanted.add(
                        new Wanted(TuneModel.Reference.Kind.STARRED, Text.of("tune.reference.starred"), run)));
        runs.stream()
                .filter(run -> run.spec().algorithm().equals(baseline)
                        && figure(study, run).isPresent())
                .findFirst()
                .ifPresent(run -> wanted.add(
                        new Wanted(TuneModel.Reference.Kind.BASELINE, Text.of("algorithm." + baseline), run)));
        return wanted;
    }

    /** The run's figure for all users, if it is comparable. */
    private static Optional<Double> figure(StudySpec study, StoredRun run) {
        RunSpec base = study.base();
        RunSpec spec = run.spec();
        boolean same = spec.fingerprint().equals(base.fingerprint())
                && spec.split().equals(base.split())
                && spec.validation().equals(base.validation())
                && spec.candidates().equals(base.candidates())
                && spec.epochPart() == Part.VALIDATION;
        return same && run.best().isPresent()
                ? Optional.ofNullable(RunFigures.best(run).get(study.goal()))
                : Optional.empty();
    }
}
