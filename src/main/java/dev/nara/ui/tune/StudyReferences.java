package dev.nara.ui.tune;

import dev.nara.analysis.RunFigures;
import dev.nara.search.study.StudySpec;
import dev.nara.spec.Part;
import dev.nara.spec.RunSpec;
import dev.nara.store.StoredRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Figures of stored runs that trials of a study can be seen beside: of the same data and validation part, in the same metric. */
final class StudyReferences {
    private StudyReferences() {}

    /** The best starred run, and the baseline. */
    static List<TuneModel.Reference> of(StudySpec study, List<StoredRun> runs, String baseline) {
        List<TuneModel.Reference> references = new ArrayList<>();
        runs.stream()
                .filter(run -> run.label().star())
                .flatMap(run -> figure(study, run).stream())
                .max(Comparator.comparingDouble(study::worth))
                .ifPresent(figure -> references.add(new TuneModel.Reference(
                        TuneModel.Reference.Kind.STARRED, Text.of("tune.reference.starred"), figure)));
        runs.stream()
                .filter(run -> run.spec().algorithm().equals(baseline))
                .flatMap(run -> figure(study, run).stream())
                .findFirst()
                .ifPresent(figure -> references.add(new TuneModel.Reference(
                        TuneModel.Reference.Kind.BASELINE, Text.of("algorithm." + baseline), figure)));
        return references;
    }

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
