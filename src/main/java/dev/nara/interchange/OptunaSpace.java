package dev.nara.interchange;

import dev.nara.search.space.Dimension;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts the parameters of a study to Optuna's distributions; each is wide enough for every value that was tried. */
final class OptunaSpace {
    private final Map<String, Values> byName = new LinkedHashMap<>();

    /** The tried values of a parameter, and its range if it has one. */
    private record Values(Dimension.@Nullable Range range, Set<String> all) {}

    private OptunaSpace() {}

    static OptunaSpace of(StudySnapshot study) {
        OptunaSpace space = new OptunaSpace();
        for (StudyPart part : study.spec().parts()) {
            part.space().dimensions().forEach(space::add);
        }
        study.parts().forEach(part -> part.space().dimensions().forEach(space::add));
        for (Trial trial : study.trials()) {
            trial.settings().forEach((name, value) -> space.byName
                    .computeIfAbsent(name, n -> new Values(null, new LinkedHashSet<>()))
                    .all()
                    .add(value));
        }
        return space;
    }

    private void add(Dimension dimension) {
        Dimension.Range range = dimension instanceof Dimension.Range numbers ? numbers : null;
        Values had = byName.computeIfAbsent(dimension.name(), n -> new Values(range, new LinkedHashSet<>()));
        if (range == null) {
            had.all().addAll(dimension.values());
        }
    }

    /** In Optuna's notation: a name and its attributes. */
    Map<String, Object> distribution(String name) {
        Values values = values(name);
        Dimension.Range range = values.range();
        if (range == null) {
            return Map.of(
                    "name", "CategoricalDistribution", "attributes", Map.of("choices", List.copyOf(values.all())));
        }
        double low = range.low();
        double high = range.high();
        for (String value : values.all()) {
            low = Math.min(low, Double.parseDouble(value));
            high = Math.max(high, Double.parseDouble(value));
        }
        low = range.zero() ? 0 : low;
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("log", range.log() && low > 0);
        attributes.put("step", range.whole() ? (Object) 1 : null);
        attributes.put("low", range.whole() ? (Object) (long) low : (Object) low);
        attributes.put("high", range.whole() ? (Object) (long) high : (Object) high);
        return Map.of("name", range.whole() ? "IntDistribution" : "FloatDistribution", "attributes", attributes);
    }

    /** A value in Optuna's representation: the number, or its index among the choices. */
    double internal(String name, String value) {
        Values values = values(name);
        return values.range() == null ? new ArrayList<>(values.all()).indexOf(value) : Double.parseDouble(value);
    }

    private Values values(String name) {
        Values values = byName.get(name);
        if (values == null) {
            throw new IllegalArgumentException(name);
        }
        return values;
    }
}
