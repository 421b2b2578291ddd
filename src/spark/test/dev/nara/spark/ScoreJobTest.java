package dev.nara.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.TestServices;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.explain.Counterfactual;
import dev.nara.explain.Recommendations;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists from a cluster are those of this computer, to the last bit. */
class ScoreJobTest {
    private static final Services SERVICES = TestServices.on(Path.of("target", "test-home"));
    private static final int K = 25;

    private static Dataset sample() throws DataException {
        return SERVICES.open(SERVICES.sample(), Recipe.USUAL, Progress.NONE).dataset();
    }

    /** A run after one epoch. */
    private record Trained(PreparedRun run, Recommender recommender) {
        static Trained of(Dataset data, String algorithm, Map<String, String> values) throws DataException {
            PreparedRun run = SERVICES.prepare(
                    RunSpec.draft()
                            .data(data.path().toString())
                            .format(data.format())
                            .algorithm(algorithm)
                            .values(values)
                            .epochs(1)
                            .seed(7)
                            .engine(algorithm.matches("neumf|gmf") ? "vector" : "")
                            .spec(),
                    data);
            try (Fitting fitting = run.start()) {
                fitting.epoch((done, total, loss) -> {});
                return new Trained(run, fitting.recommender());
            }
        }

        RunModel model() throws DataException, Refused {
            return RunModel.of(SERVICES, run, recommender);
        }
    }

    private static Map<String, String> values(String written) {
        Map<String, String> values = new HashMap<>();
        for (String one : written.split(";", -1)) {
            if (!one.isEmpty()) {
                values.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
            }
        }
        return values;
    }

    private static Map<String, UserList> byUser(List<UserList> lists) {
        Map<String, UserList> byUser = new HashMap<>();
        lists.forEach(list -> byUser.put(list.user(), list));
        assertEquals(lists.size(), byUser.size(), "one list a user");
        return byUser;
    }

    private static void assertSame(List<Recommendations.Entry> local, @Nullable UserList found) {
        UserList list = Objects.requireNonNull(found);
        assertArrayEquals(local.stream().mapToInt(Recommendations.Entry::item).toArray(), list.items());
        float[] scores = new float[local.size()];
        IntStream.range(0, scores.length).forEach(r -> scores[r] = local.get(r).score());
        assertArrayEquals(scores, list.scores());
    }

    @ParameterizedTest
    @CsvSource({
        "neumf,'features=user.age:scaled, user.sex:4, item.genre_mid:8;batch_size=1024'",
        "gmf,batch_size=1024",
        "popularity,''",
        "group-popularity,''",
        "own-watched,view_half_life=14",
        "item-knn,''",
        "ease,items_at_most=300",
        "ials,factors=16",
        "bpr,factors=16",
        "lightgcn,factors=16"
    })
    void listsOfAllUsersAreThoseOfThisComputer(String algorithm, String values) throws Exception {
        Dataset data = sample();
        Trained trained = Trained.of(data, algorithm, values(values));
        Map<String, UserList> lists = byUser(
                new ScoreJob(LocalSpark.session(), trained.model(), K).all().collect());
        int[] users = IntStream.range(0, data.users().size()).toArray();
        List<List<Recommendations.Entry>> local =
                new Recommendations(trained.recommender(), trained.run()).top(users, K);
        assertEquals(users.length, lists.size());
        for (int u : users) {
            assertSame(local.get(u), lists.get(data.users().id(u)));
        }
    }

    @ParameterizedTest
    @CsvSource({"gmf,batch_size=1024", "ials,factors=16", "ease,''"})
    void strangersAreListedByWhatTheyHad(String algorithm, String values) throws Exception {
        Dataset data = sample();
        Trained trained = Trained.of(data, algorithm, values(values));
        int[] history = {3, 14, 159};
        List<Row> asked = new ArrayList<>(List.of(RowFactory.create(data.users().id(5), null)));
        for (int item : history) {
            asked.add(RowFactory.create("nobody knows", data.items().id(item)));
        }
        asked.add(RowFactory.create("nobody knows", "no such item"));
        StructType columns = new StructType().add("who", DataTypes.StringType).add("what", DataTypes.StringType);
        ScoreJob job = new ScoreJob(LocalSpark.session(), trained.model(), K);
        Map<String, UserList> lists = byUser(job.of(LocalSpark.session().createDataFrame(asked, columns), "who", "what")
                .collect());
        assertEquals(2, lists.size());
        assertSame(
                new Recommendations(trained.recommender(), trained.run()).top(5, K),
                lists.get(data.users().id(5)));
        // As if the first user had had nothing else.
        assertSame(
                new Counterfactual(trained.run(), trained.recommender()).list(0, K, history),
                lists.get("nobody knows"));
        assertEquals(0, job.leftOut());
    }

    @Test
    void strangersAreLeftOutWhereNoUserIsLearntAlone() throws Exception {
        Dataset data = sample();
        Trained trained = Trained.of(data, "bpr", values("factors=16"));
        List<Row> asked = List.of(RowFactory.create(data.users().id(5)), RowFactory.create("nobody knows"));
        ScoreJob job = new ScoreJob(LocalSpark.session(), trained.model(), K);
        StructType columns = new StructType().add("who", DataTypes.StringType);
        List<UserList> lists = job.of(LocalSpark.session().createDataFrame(asked, columns), "who", "")
                .collect();
        assertEquals(
                List.of(data.users().id(5)), lists.stream().map(UserList::user).toList());
        assertEquals(1, job.leftOut());
    }

    @Test
    void neighboursAmongUsersAreRefused() throws Exception {
        Trained trained = Trained.of(sample(), "user-knn", Map.of());
        assertEquals(
                "user-knn scores a user by all other users, so that users cannot be scored apart. Use nara recommend"
                        + " on one computer, or another algorithm.",
                assertThrows(Refused.class, trained::model).getMessage());
    }
}
