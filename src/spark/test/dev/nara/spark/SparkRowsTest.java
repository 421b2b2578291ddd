package dev.nara.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestServices;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Weights;
import dev.nara.baseline.Ials;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.spec.Algorithms;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import dev.nara.vector.VectorEngine;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alternating least squares on a cluster learns what this computer does, to the last bit. */
class SparkRowsTest {
    private static final Services SERVICES = TestServices.on(Path.of("target", "test-home"));

    @ParameterizedTest
    @ValueSource(strings = {"cholesky", "cg"})
    void factorsAreThoseOfThisComputer(String solver) throws Exception {
        Dataset data =
                SERVICES.open(SERVICES.sample(), Recipe.USUAL, Progress.NONE).dataset();
        RunSpec spec = RunSpec.draft()
                .data(data.path().toString())
                .format(data.format())
                .algorithm("ials")
                .values(Map.of("factors", "20", "confidence", "1", "solver", solver))
                .seed(7)
                .spec();
        Algorithms cluster = SERVICES.algorithms()
                .with(new Ials(VectorEngine.arithmetic(), new SparkRows(Sessions.context(LocalSpark.session()))));
        try (Fitting here = SERVICES.prepare(spec, data).start();
                Fitting there = PreparedRun.prepare(spec, data, cluster).start()) {
            for (int epoch = 0; epoch < 3; epoch++) {
                assertEquals(here.epoch((done, total, loss) -> {}), there.epoch((done, total, loss) -> {}));
            }
            Weights expected = here.recommender().weights();
            Weights learnt = there.recommender().weights();
            for (String name : expected.names()) {
                assertArrayEquals(expected.get(name), learnt.get(name), name);
            }
        }
    }
}
