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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NeuMF in parts: one part learns what this computer does, several the same every time. */
class SparkPartsTest {
    private static final Services SERVICES = TestServices.on(Path.of("target", "test-home"));

    private static RunSpec spec(Dataset data, String algorithm) {
        Map<String, String> values = algorithm.equals("gmf")
                ? Map.of("batch_size", "64")
                : Map.of("batch_size", "64", "dropout", "0.1", "features", "user.age:scaled, item.genre_mid:4");
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
        Services services = ProgramCommand.services(SERVICES, Sessions.context(LocalSpark.session()), parts);
        return learnt(PreparedRun.prepare(spec(data, algorithm), data, services.algorithms()), 2);
    }

    private static void assertSame(Weights expected, Weights learnt) {
        for (String name : expected.names()) {
            assertArrayEquals(expected.get(name), learnt.get(name), name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"neumf", "gmf"})
    void onePartLearnsWhatThisComputerDoes(String algorithm) throws Exception {
        Dataset data =
                SERVICES.open(SERVICES.sample(), Recipe.USUAL, Progress.NONE).dataset();
        assertSame(learnt(SERVICES.prepare(spec(data, algorithm), data), 2), there(data, algorithm, 1));
    }

    @Test
    void severalPartsLearnTheSameEveryTime() throws Exception {
        Dataset data =
                SERVICES.open(SERVICES.sample(), Recipe.USUAL, Progress.NONE).dataset();
        Weights learnt = there(data, "neumf", 10);
        assertSame(learnt, there(data, "neumf", 10));
        float[] ofTwo = NamedArrays.of(there(data, "neumf", 2), "dense");
        assertNotEquals(NamedArrays.of(learnt, "dense")[0], ofTwo[0]);
        assertEquals(data.users().size(), learnt.shape("gmf.user")[0]);
    }
}
