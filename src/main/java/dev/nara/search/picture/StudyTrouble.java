package dev.nara.search.picture;

import dev.nara.search.study.Limit;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.text.BareNumbers;
import dev.nara.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Describes a problem of a study in a sentence. */
public final class StudyTrouble {
    private static final int LEAST = 3;

    private StudyTrouble() {}

    /** That all trials fail, or that none is within a limit; empty if there is no problem. */
    public static Optional<Text> of(StudySnapshot study) {
        List<Trial> ended =
                study.trials().stream().filter(t -> !t.state().alive()).toList();
        if (ended.size() >= LEAST && ended.stream().allMatch(t -> t.state().broken())) {
            Text why = ended.get(0).outcome();
            return Optional.of(
                    why == null
                            ? Text.of("study.trouble.failed", ended.size())
                            : Text.of("study.trouble.failed.why", ended.size(), why));
        }
        List<Trial> finished = ended.stream().filter(Trial::finished).toList();
        return finished.size() < LEAST || finished.stream().anyMatch(Trial::withinLimits)
                ? Optional.empty()
                : study.spec().limits().stream()
                        .filter(limit -> finished.stream().noneMatch(t -> limit.holds(t.metrics())))
                        .findFirst()
                        .map(limit -> outside(limit, finished));
    }

    private static Text outside(Limit limit, List<Trial> finished) {
        double sign = limit.atLeast() ? 1 : -1;
        Trial closest = finished.stream()
                .filter(t -> t.metrics().containsKey(limit.metric()))
                .max(Comparator.comparingDouble(t -> sign * t.metrics().getOrDefault(limit.metric(), Double.NaN)))
                .orElse(null);
        return closest == null
                ? Text.of("study.trouble.unknown", limit.metric())
                : Text.of(
                        "study.trouble.limit",
                        limit.metric() + (limit.atLeast() ? " ≥ " : " ≤ ") + BareNumbers.rounded(limit.value(), 2),
                        closest.number(),
                        BareNumbers.rounded(closest.metrics().getOrDefault(limit.metric(), Double.NaN), 2));
    }
}
