package dev.nara.interchange;

import dev.nara.TestServices;
import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.TrainingInput;
import dev.nara.data.AttributesBuilder;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;

/** Models of one epoch on little data. */
final class SmallModels {
    /** Items have a number "year" and a "genre". */
    static final Dataset DATA = withItemAttributes(Toy.twoTastes(30, 20, 6));

    private static final Services SERVICES = TestServices.on(Path.of("target", "test-home"));

    private SmallModels() {}

    private static Dataset withItemAttributes(Dataset toy) {
        AttributesBuilder builder = new AttributesBuilder(20);
        DoubleColumn years = builder.number("year");
        StringColumn genres = builder.text("genre");
        for (int i = 0; i < 20; i++) {
            years.set(i, 1990 + i);
            genres.set(i, List.of("drama", "war", "crime").get(i % 3));
        }
        return toy.with(toy.userAttributes(), builder.build());
    }

    static Recommender trained(String id, Map<String, String> settings) throws DataException {
        Algorithm algorithm = SERVICES.algorithms().algorithm(id);
        ParameterValues values = ParameterValues.of(algorithm.parameters(), settings);
        String engine = algorithm.engines().isEmpty() ? "auto" : "vector";
        TrainingInput input = new TrainingInput(DATA, DATA.interactions(), engine, "cpu");
        try (Fitting fitting = algorithm.start(input, values, 5)) {
            fitting.epoch((done, total, loss) -> {});
            return fitting.recommender();
        }
    }
}
