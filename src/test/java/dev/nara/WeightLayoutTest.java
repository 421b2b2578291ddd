package dev.nara;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.TrainingInput;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.store.Services;
import dev.nara.store.folder.Safetensors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scores again from the bytes of a weights file and its metadata alone, as a reader in another language does. */
class WeightLayoutTest {
    private static final Services SERVICES = TestServices.on(Path.of("target", "test-home"));
    private static final Dataset DATA = Toy.twoTastes(30, 20, 6);

    @TempDir
    Path folder;

    /** A safetensors file as its format says: a header's length, the header, little-endian floats. */
    private static final class Read {
        final Map<String, float[]> arrays = new HashMap<>();
        final Map<String, Integer> columns = new HashMap<>();
        final Map<String, String> notes = new HashMap<>();

        Read(Path file) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            byte[] json = new byte[(int) bytes.getLong()];
            bytes.get(json);
            int data = bytes.position();
            JsonObject header = new Gson().fromJson(new String(json, StandardCharsets.UTF_8), JsonObject.class);
            for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
                JsonObject of = entry.getValue().getAsJsonObject();
                if (entry.getKey().equals("__metadata__")) {
                    of.entrySet()
                            .forEach(note ->
                                    notes.put(note.getKey(), note.getValue().getAsString()));
                    continue;
                }
                JsonArray place = of.getAsJsonArray("data_offsets");
                JsonArray shape = of.getAsJsonArray("shape");
                int from = place.get(0).getAsInt();
                float[] array = new float[(place.get(1).getAsInt() - from) / Float.BYTES];
                for (int n = 0; n < array.length; n++) {
                    array[n] = bytes.getFloat(data + from + n * Float.BYTES);
                }
                arrays.put(entry.getKey(), array);
                columns.put(entry.getKey(), shape.get(shape.size() - 1).getAsInt());
            }
        }

        float[] array(String name) {
            return Objects.requireNonNull(arrays.get(name), name);
        }

        double at(String name, int row, int column) {
            return array(name)[row * Objects.requireNonNull(columns.get(name), name) + column];
        }

        JsonArray json(String note) {
            return new Gson().fromJson(Objects.requireNonNull(notes.get(note), note), JsonArray.class);
        }
    }

    private record Trained(Recommender recommender, Read read) {
        void scoresAre(Score score) {
            for (int u : new int[] {0, 3, 29}) {
                float[] expected = new float[20];
                recommender.scores(u, expected);
                for (int i = 0; i < 20; i++) {
                    assertEquals(expected[i], score.of(read, u, i), 1e-5 * Math.max(1, Math.abs(expected[i])));
                }
            }
        }
    }

    private interface Score {
        double of(Read read, int user, int item);
    }

    private Trained trained(String id, Map<String, String> settings) throws DataException, IOException {
        Algorithm algorithm = SERVICES.algorithms().algorithm(id);
        ParameterValues values = ParameterValues.of(algorithm.parameters(), settings);
        String engine = algorithm.engines().isEmpty() ? "auto" : "vector";
        TrainingInput input = new TrainingInput(DATA, DATA.interactions(), engine, "cpu");
        try (Fitting fitting = algorithm.start(input, values, 5)) {
            fitting.epoch((done, total, loss) -> {});
            Recommender recommender = fitting.recommender();
            Path file = folder.resolve(id + ".safetensors");
            Safetensors.write(file, recommender.weights());
            return new Trained(recommender, new Read(file));
        }
    }

    static Stream<String> algorithms() {
        return SERVICES.algorithms().all().stream().map(Algorithm::id);
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void everyArrayIsExplained(String id) throws DataException, IOException {
        Read read = trained(id, Map.of()).read();
        for (String name : read.arrays.keySet()) {
            assertTrue(read.notes.containsKey("axes." + name), name);
        }
        assertTrue(read.notes.containsKey("score") && read.notes.containsKey("order"), read.notes.toString());
    }

    @Test
    void neuMfScoresAgain() throws DataException, IOException {
        trained("neumf", Map.of("features", "user.sex:2, user.age:scaled", "layers", "12-6", "learning_rate", "0.02"))
                .scoresAre(WeightLayoutTest::neuMf);
        trained("gmf", Map.of()).scoresAre(WeightLayoutTest::neuMf);
        trained("mlp", Map.of()).scoresAre(WeightLayoutTest::neuMf);
    }

    /** As the notes of the file say. */
    private static double neuMf(Read read, int user, int item) {
        Map<String, Integer> offsets = new HashMap<>();
        Map<String, Integer> columns = new HashMap<>();
        int layers = 0;
        for (JsonElement each : read.json("parts")) {
            JsonObject part = each.getAsJsonObject();
            String name = part.get("name").getAsString();
            offsets.put(name, part.get("offset").getAsInt());
            columns.put(name, part.getAsJsonArray("shape").get(0).getAsInt());
            layers += name.startsWith("layer.") && name.endsWith(".bias") ? 1 : 0;
        }
        float[] dense = read.array("dense");
        double[] h = layers == 0 ? new double[0] : input(read, user, item);
        for (int k = 0; k < layers; k++) {
            double[] next = new double[columns.get("layer." + k + ".bias")];
            for (int o = 0; o < next.length; o++) {
                double sum = dense[offsets.get("layer." + k + ".bias") + o];
                for (int n = 0; n < h.length; n++) {
                    sum += dense[offsets.get("layer." + k + ".weight") + o * h.length + n] * h[n];
                }
                next[o] = Math.max(0, sum);
            }
            h = next;
        }
        int output = offsets.get("output.weight");
        double score = dense[offsets.get("output.bias")];
        for (int n = 0; n < h.length; n++) {
            score += dense[output + n] * h[n];
        }
        for (int d = 0; d < columns.get("output.weight") - h.length; d++) {
            score += dense[output + h.length + d] * read.at("gmf.user", user, d) * read.at("gmf.item", item, d);
        }
        return score;
    }

    private static double[] input(Read read, int user, int item) {
        double[] all = new double[1000];
        int width = 0;
        for (JsonElement each : read.json("inputs")) {
            JsonObject input = each.getAsJsonObject();
            String codes = input.get("codes").getAsString();
            int row = input.get("of").getAsString().equals("user") ? user : item;
            int place = codes.isEmpty() ? row : (int) read.array(codes)[row];
            for (int d = 0; d < input.get("width").getAsInt(); d++) {
                all[width++] = read.array(input.get("array").getAsString())[
                        place * input.get("width").getAsInt() + d];
            }
        }
        return Arrays.copyOf(all, width);
    }

    @Test
    void baselinesScoreAgain() throws DataException, IOException {
        for (String id : new String[] {"ials", "bpr", "mf", "lightgcn"}) {
            trained(id, Map.of()).scoresAre(WeightLayoutTest::factors);
        }
        trained("popularity", Map.of()).scoresAre((read, u, i) -> read.array("viewers")[i]);
        trained("group-popularity", Map.of())
                .scoresAre((read, u, i) -> read.at("viewers", (int) read.array("group")[u], i));
        trained("item-knn", Map.of("neighbours", "4"))
                .scoresAre((read, u, i) -> nearest(read, i, v -> own(u).contains(v)));
        trained("user-knn", Map.of("neighbours", "4"))
                .scoresAre((read, u, i) -> nearest(read, u, v -> own(v).contains(i)));
        trained("ease", Map.of("items_at_most", "12")).scoresAre(WeightLayoutTest::ease);
        trained("own-watched", Map.of()).scoresAre((read, u, i) -> {
            double rest = read.at("order", (int) read.array("group")[u], i);
            long views = IntStream.range(
                            DATA.interactions().start(u), DATA.interactions().end(u))
                    .filter(row -> DATA.interactions().item(row) == i)
                    .count();
            return views == 0 ? rest : 1 + 0.001 * rest + views;
        });
    }

    private static double factors(Read read, int user, int item) {
        double score = read.array("item_bias")[item];
        for (int f = 0; f < 64; f++) {
            score += read.at("user_factors", user, f) * read.at("item_factors", item, f);
        }
        return score;
    }

    private static double nearest(Read read, int row, IntPredicate counted) {
        int from = 0;
        for (int r = 0; r < row; r++) {
            from += (int) read.array("counts")[r];
        }
        double score = 0;
        for (int n = from; n < from + (int) read.array("counts")[row]; n++) {
            score += counted.test((int) read.array("neighbours")[n]) ? read.array("similarities")[n] : 0;
        }
        return score;
    }

    private static double ease(Read read, int user, int item) {
        float[] items = read.array("items");
        Map<Integer, Integer> places = new HashMap<>();
        for (int p = 0; p < items.length; p++) {
            places.put((int) items[p], p);
        }
        if (!places.containsKey(item)) {
            return -1_000_000 + DATA.interactions().viewers()[item];
        }
        return own(user).stream()
                .filter(places::containsKey)
                .mapToDouble(j -> read.at("weights", places.get(j), places.get(item)))
                .sum();
    }

    private static Set<Integer> own(int user) {
        Set<Integer> items = new HashSet<>();
        for (int row = DATA.interactions().start(user);
                row < DATA.interactions().end(user);
                row++) {
            items.add(DATA.interactions().item(row));
        }
        return items;
    }
}
