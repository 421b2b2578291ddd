package dev.nara.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.nara.TestServices;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NeuMF in parts: machines learn what this computer does. */
class SparkPartsTest {
    private static final Services SERVICES = TestServices.on(Path.of("target", "test-home"));

    private static RunSpec spec(Dataset data, String algorithm, int parts) {
        Map<String, String> values = new HashMap<>(Map.of("batch_size", "64", "parts", Integer.toString(parts)));
        if (!algorithm.equals("gmf")) {
            values.put("dropout", "0.1");
            values.put("features", "user.age:scaled, item.genre_mid:4");
        }
        return RunSpec.draft()
                .data(data.path().toString())
                .format(data.format())
                .algorithm(algorithm)
                .values(values)
                .seed(7)
                .engine("vector")
                .spec();
    }

    private static Weights learnt(PreparedRun run, int epochs) throws DataException {
        try (Fitting fitting = run.start()) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                fitting.epoch((done, total, loss) -> {});
            }
            return fitting.recommender().weights();
        }
    }

    private static Weights there(Dataset data, String algorithm, int parts) throws DataException {
        Services services = ProgramCommand.services(SERVICES, Sessions.context(LocalSpark.session()));
        return learnt(PreparedRun.prepare(spec(data, algorithm, parts), data, services.algorithms()), 2);
    }

    private static void assertSame(Weights expected, Weights learnt) {
        for (String name : expected.names()) {
            assertArrayEquals(expected.get(name), learnt.get(name), name);
        }
    }

    private static Weights here(Dataset data, String algorithm, int parts) throws DataException {
        return learnt(SERVICES.prepare(spec(data, algorithm, parts), data), 2);
    }

    @ParameterizedTest
    @CsvSource({"neumf,1", "gmf,1", "neumf,3", "neumf,10"})
    void theMachinesLearnWhatThisComputerDoes(String algorithm, int parts) throws Exception {
        Dataset data =
                SERVICES.open(SERVICES.sample(), Recipe.USUAL, Progress.NONE).dataset();
        assertSame(here(data, algorithm, parts), there(data, algorithm, parts));
    }

    @Test
    void theNumberOfPartsDecidesWhatIsLearnt() throws Exception {
        Dataset data =
                SERVICES.open(SERVICES.sample(), Recipe.USUAL, Progress.NONE).dataset();
        Weights ofThree = there(data, "neumf", 3);
        float[] ofTwo = NamedArrays.of(there(data, "neumf", 2), "dense");
        assertNotEquals(NamedArrays.of(ofThree, "dense")[0], ofTwo[0]);
        assertEquals(data.users().size(), ofThree.shape("gmf.user")[0]);
    }
}
