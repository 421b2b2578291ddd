package dev.nara.ui.tune;

import dev.nara.search.space.Space;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A study that has not begun: what it would be asked to do, and what people have changed of its space since. */
final class DraftStudy {
    private final StudySpec spec;
    private final List<StudyEvent.Steering> steps = new ArrayList<>();

    DraftStudy(StudySpec spec) {
        this.spec = spec;
    }

    /** Whether it is of what this asks for, before people changed it. */
    boolean isOf(StudySpec asked) {
        return spec.equals(asked);
    }

    /** Whether people have changed its space. */
    boolean changed() {
        return !steps.isEmpty();
    }

    void steer(StudyEvent.Steering event) {
        steps.add(event);
    }

    /** Takes back the last change; returns whether there was one. */
    boolean undo() {
        return !steps.isEmpty() && steps.remove(steps.size() - 1) != null;
    }

    /** What the study is asked to do, all changes included. */
    StudySpec spec() {
        List<StudyPart> parts = spec.parts().stream().map(this::changed).toList();
        return new StudySpec(
                spec.name(),
                spec.base(),
                spec.preset(),
                parts,
                spec.goal(),
                spec.limits(),
                spec.budget(),
                spec.sampler(),
                spec.race(),
                spec.seeds(),
                spec.seed());
    }

    private StudyPart changed(StudyPart part) {
        Space space = part.space();
        Map<String, String> values = new HashMap<>(part.values());
        for (StudyEvent.Steering step : steps) {
            if (step instanceof StudyEvent.Narrowed e && e.algorithm().equals(part.algorithm())) {
                space = space.with(e.dimension());
            } else if (step instanceof StudyEvent.Varied e && e.algorithm().equals(part.algorithm())) {
                space = space.with(e.dimension());
            } else if (step instanceof StudyEvent.Fixed e && e.algorithm().equals(part.algorithm())) {
                space = space.without(e.name());
                values.put(e.name(), e.value());
            }
        }
        return new StudyPart(part.algorithm(), values, space, part.others());
    }

    /** What was preferred, to be asked for once the study has begun. */
    List<StudyEvent.Steering> preferences() {
        return steps.stream().filter(StudyEvent.Preferred.class::isInstance).toList();
    }

    /** As a study without trials, of the number 0. */
    StudySnapshot snapshot() {
        StudySpec now = spec();
        Map<String, Map<String, String>> preferred = new HashMap<>();
        for (StudyEvent.Steering step : preferences()) {
            StudyEvent.Preferred e = (StudyEvent.Preferred) step;
            preferred.computeIfAbsent(e.algorithm(), a -> new HashMap<>()).put(e.name(), e.value());
        }
        return new StudySnapshot(
                0,
                "",
                spec,
                Phase.PAUSED,
                0,
                spec.budget(),
                now.parts().stream()
                        .map(part -> new StudySnapshot.PartNow(
                                part.algorithm(),
                                part.values(),
                                part.space(),
                                preferred.getOrDefault(part.algorithm(), Map.of())))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                StudySnapshot.Ahead.UNKNOWN,
                Map.of(),
                StudySnapshot.Doing.NOTHING,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
