package dev.nara.ui.tune;

import dev.nara.algorithm.Algorithm;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import dev.nara.search.space.Spaces;
import dev.nara.search.study.StudySnapshot;
import dev.nara.spec.Algorithms;
import dev.nara.ui.tune.model.TuneModel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the parameters of an algorithm that a study keeps fixed although they could vary. */
final class FixedParameters {
    private FixedParameters() {}

    /** Puts the fixed parameters into the model; none if the study's data are not open. */
    static void show(TuneModel model, Algorithms algorithms, @Nullable Dataset dataset) {
        StudySnapshot.PartNow part = model.part().orElse(null);
        Algorithm algorithm = part == null ? null : algorithm(algorithms, part.algorithm());
        model.parametersProperty()
                .set(algorithm == null ? 0 : algorithm.parameters().size());
        if (part == null || algorithm == null || dataset == null) {
            model.fixed().clear();
            return;
        }
        List<TuneModel.Fixed> fixed = all(part, algorithm, dataset).dimensions().stream()
                .map(Dimension::name)
                .filter(name -> part.space().dimension(name).isEmpty())
                .map(name -> new TuneModel.Fixed(name, value(part, algorithm, name)))
                .toList();
        if (!fixed.equals(model.fixed())) {
            model.fixed().setAll(fixed);
        }
    }

    /** The dimension in which a parameter could be searched; empty if there is none. */
    static Optional<Dimension> dimension(
            StudySnapshot.PartNow part, Algorithms algorithms, Dataset dataset, String name) {
        Algorithm algorithm = algorithm(algorithms, part.algorithm());
        return algorithm == null
                ? Optional.empty()
                : all(part, algorithm, dataset).dimension(name);
    }

    private static Space all(StudySnapshot.PartNow part, Algorithm algorithm, Dataset dataset) {
        return Spaces.of(algorithm, part.values(), dataset).all();
    }

    private static String value(StudySnapshot.PartNow part, Algorithm algorithm, String name) {
        return part.values()
                .getOrDefault(
                        name,
                        algorithm.parameters().stream()
                                .filter(p -> p.name().equals(name))
                                .map(p -> p.defaultValue())
                                .findFirst()
                                .orElse(""));
    }

    private static @Nullable Algorithm algorithm(Algorithms algorithms, String id) {
        try {
            return algorithms.algorithm(id);
        } catch (DataException unknown) {
            // The algorithm is from a newer program; its trials are still shown.
            return null;
        }
    }
}
