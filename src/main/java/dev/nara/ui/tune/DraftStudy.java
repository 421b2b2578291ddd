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

/** A study that has not started: its specification, and the user's changes of its space since. */
final class DraftStudy {
    private final StudySpec spec;
    private final List<StudyEvent.Steering> steps = new ArrayList<>();

    DraftStudy(StudySpec spec) {
        this.spec = spec;
    }

    /** Whether this specification, without the user's changes, equals the given one. */
    boolean isOf(StudySpec asked) {
        return spec.equals(asked);
    }

    /** Whether the user has changed the space. */
    boolean changed() {
        return !steps.isEmpty();
    }

    void steer(StudyEvent.Steering event) {
        steps.add(event);
    }

    /** Undoes the last change; returns whether there was one. */
    boolean undo() {
        return !steps.isEmpty() && steps.remove(steps.size() - 1) != null;
    }

    /** The specification with all changes. */
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

    /** The preferred values, which are added as events once the study has started. */
    List<StudyEvent.Steering> preferences() {
        return steps.stream().filter(StudyEvent.Preferred.class::isInstance).toList();
    }

    /** The draft as a study without trials and with number 0. */
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
