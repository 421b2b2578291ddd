package dev.nara.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ONNX Runtime gives the scores that the program gives, of every pair, and its best items; in the profile "onnx". */
class OnnxRuntimeTest {
    private static final Dataset DATA = SmallModels.DATA;
    private static final int USERS = DATA.users().size();
    private static final int ITEMS = DATA.items().size();

    @TempDir
    private Path folder;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();

    private static void same(float expected, float found) {
        assertEquals(expected, found, 1e-5 * Math.max(1, Math.abs(expected)));
    }

    /** An output of a model for inputs of int64. */
    private Object run(String model, String output, Map<String, long[]> inputs) throws OrtException {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        for (Map.Entry<String, long[]> input : inputs.entrySet()) {
            tensors.put(input.getKey(), OnnxTensor.createTensor(environment, input.getValue()));
        }
        try (OrtSession session =
                        environment.createSession(folder.resolve(model).toString());
                OrtSession.Result result = session.run(tensors)) {
            return result.get(output).orElseThrow().getValue();
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "neumf|features|user.sex:2, user.age:scaled, item.year:scaled, item.genre:set:3",
                "neumf|layers|7",
                "mlp|features|item.genre:2",
                "mlp|layers|9-6-3",
                "gmf|gmf_dimension|5",
                "mf|factors|6",
                "bpr|factors|6",
                "ials|factors|6",
                "lightgcn|factors|6"
            })
    void everyScoreAndEveryList(String algorithm, String parameter, String value)
            throws DataException, IOException, OrtException {
        Recommender recommender = SmallModels.trained(algorithm, Map.of(parameter, value));
        OnnxFiles.write(folder, algorithm, recommender.weights(), DATA.users(), DATA.items());
        long[] users =
                LongStream.range(0, (long) USERS * ITEMS).map(n -> n / ITEMS).toArray();
        long[] items =
                LongStream.range(0, (long) USERS * ITEMS).map(n -> n % ITEMS).toArray();
        float[] scores = (float[]) run("score.onnx", "score", Map.of("user", users, "item", items));
        long[] all = LongStream.range(0, USERS).toArray();
        Map<String, long[]> four = Map.of("user", all, "k", new long[] {4});
        float[][] best = (float[][]) run("top.onnx", "scores", four);
        long[][] places = (long[][]) run("top.onnx", "items", four);
        for (int u = 0; u < USERS; u++) {
            float[] own = new float[ITEMS];
            recommender.scores(u, own);
            for (int i = 0; i < ITEMS; i++) {
                same(own[i], scores[u * ITEMS + i]);
            }
            float[] sorted = own.clone();
            Arrays.sort(sorted);
            assertEquals(4, places[u].length);
            for (int k = 0; k < 4; k++) {
                same(sorted[ITEMS - 1 - k], best[u][k]);
                same(own[(int) places[u][k]], best[u][k]);
            }
        }
        Map<String, long[]> more = Map.of("user", new long[] {2}, "k", new long[] {ITEMS + 5L});
        assertEquals(ITEMS, ((long[][]) run("top.onnx", "items", more))[0].length);
    }
}
