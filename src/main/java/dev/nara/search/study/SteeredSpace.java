package dev.nara.search.study;

import dev.nara.search.sampler.Preference;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The space of a study as the user has changed it: what varies in each part, and which values are preferred. */
final class SteeredSpace {
    private final StudySpec spec;
    private final Set<String> givenUp = new TreeSet<>();
    private final Map<String, StudyPart> parts = new LinkedHashMap<>();
    private final Map<String, Map<String, Preference>> preferences = new HashMap<>();

    SteeredSpace(StudySpec spec) {
        this.spec = spec;
    }

    /** Before any requests. */
    void begin() {
        parts.clear();
        spec.parts().forEach(part -> parts.put(part.algorithm(), part));
        preferences.clear();
    }

    void givenUp(StudyEvent.PreferenceGivenUp event) {
        givenUp.add(event.algorithm() + " " + event.name() + " " + event.value());
    }

    /** Applies a request in force; {@code trials} is the number of its algorithm's trials at that time. */
    void apply(StudyEvent.Steering of, int trials) {
        if (of instanceof StudyEvent.Narrowed event) {
            change(
                    event.algorithm(),
                    part -> varied(part, part.space().with(narrowed(part.space(), event.dimension()))));
        } else if (of instanceof StudyEvent.Varied event) {
            change(event.algorithm(), part -> varied(part, part.space().with(event.dimension())));
        } else if (of instanceof StudyEvent.Fixed event) {
            change(
                    event.algorithm(),
                    part -> new StudyPart(
                            part.algorithm(),
                            part.with(Map.of(event.name(), event.value())),
                            part.space().without(event.name()),
                            part.others()));
        } else if (of instanceof StudyEvent.Preferred event
                && !givenUp.contains(event.algorithm() + " " + event.name() + " " + event.value())) {
            preferences
                    .computeIfAbsent(event.algorithm(), a -> new TreeMap<>())
                    .put(event.name(), new Preference(event.name(), event.value(), trials));
        }
    }

    private void change(String algorithm, UnaryOperator<StudyPart> change) {
        parts.computeIfPresent(algorithm, (name, part) -> change.apply(part));
    }

    /** The condition stays as it was. */
    private static Dimension narrowed(Space space, Dimension to) {
        Optional<Dimension.Condition> had = space.dimension(to.name())
                .flatMap(Dimension::condition)
                .filter(c -> to.condition().isEmpty());
        return had.isPresent() ? to.under(had.get()) : to;
    }

    private static StudyPart varied(StudyPart part, Space space) {
        return new StudyPart(part.algorithm(), part.values(), space, part.others());
    }

    List<StudyPart> parts() {
        return List.copyOf(parts.values());
    }

    StudyPart part(String algorithm) {
        return Objects.requireNonNull(parts.get(algorithm), algorithm);
    }

    List<Preference> preferences(String algorithm) {
        return List.copyOf(preferences.getOrDefault(algorithm, Map.of()).values());
    }
}
