package dev.nara.ui.tune;

import dev.nara.search.study.Limit;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.store.queue.TrainingPlace;
import dev.nara.text.BareNumbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The warnings of a study: its own notices, what it waits for, and limits that no trial meets. */
final class StudyWarnings {
    private StudyWarnings() {}

    /** The warnings, one per line; "" for none. */
    static String of(StudySnapshot study, Texts texts) {
        List<Text> all = new ArrayList<>(study.notices());
        if (!study.doing().waitsFor().isEmpty()) {
            all.add(Text.of("tune.waits.says", TrainingPlace.words(study.doing().waitsFor())));
        }
        limits(study).ifPresent(all::add);
        return all.stream().map(texts::of).collect(Collectors.joining("\n"));
    }

    /** A limit that no trial meets, and the trial closest to it. */
    static Optional<Text> limits(StudySnapshot study) {
        List<Trial> finished = study.trials().stream().filter(Trial::finished).toList();
        if (finished.stream().anyMatch(Trial::withinLimits)) {
            return Optional.empty();
        }
        for (Limit limit : study.spec().limits()) {
            double sign = limit.atLeast() ? 1 : -1;
            Optional<Trial> closest = finished.stream()
                    .filter(trial -> trial.metrics().containsKey(limit.metric()))
                    .max(Comparator.comparingDouble(trial -> sign * figure(trial, limit)));
            if (closest.isPresent() && !limit.holds(closest.get().metrics())) {
                return Optional.of(Text.of(
                        "tune.limit.unmet",
                        limit,
                        closest.get().number(),
                        BareNumbers.figure(figure(closest.get(), limit))));
            }
        }
        return Optional.empty();
    }

    private static double figure(Trial trial, Limit limit) {
        return trial.metrics().getOrDefault(limit.metric(), Double.NaN);
    }
}
