package dev.nara.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.StoredTraining;
import dev.nara.TestServices;
import dev.nara.Wiring;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.Preparing;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.explain.Recommendations;
import dev.nara.interchange.DatasetFormat;
import dev.nara.run.RunState;
import dev.nara.spec.PreparedRun;
import dev.nara.store.archive.RunArchive;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The jobs on a real cluster, submitted as users do, with an executor or a whole worker killed under way, or the disk of a
 * worker full: the results are those of this computer.
 */
@Tag("process")
class ClusterTest {
    private static final Path JAR = Path.of(System.getProperty("nara.spark.jar", "target/nara-spark.jar"))
            .toAbsolutePath();
    private static final int K = 10;

    @TempDir
    private static Path home;

    private static LoopbackCluster cluster;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        assertTrue(Files.exists(JAR), JAR + " is there after mvn -Pspark package");
        cluster = new LoopbackCluster(home);
    }

    @AfterAll
    static void stop() throws IOException {
        cluster.close();
    }

    private static void submit(LoopbackCluster.Victim victim, int atTask, String... arguments) throws Exception {
        LoopbackCluster.Ended ended = cluster.submit(JAR, victim, atTask, arguments);
        assertEquals(0, ended.code(), String.join("\n", ended.lines()));
        assertTrue(
                switch (victim) {
                    case NOTHING -> true;
                    case EXECUTOR, WORKER -> ended.said("Lost executor");
                    case DISK -> ended.said("File too large");
                },
                "something was lost");
    }

    @ParameterizedTest
    @EnumSource(names = {"EXECUTOR", "WORKER", "DISK"})
    void listsAreThoseOfThisComputer(LoopbackCluster.Victim victim) throws Exception {
        try (StoredTraining training = StoredTraining.onSample(folder)) {
            training.train(
                    "neumf", Map.of("batch_size", "4096", "features", "user.age:scaled, item.genre_mid:4"), 1, 3);
        }
        Path file = folder.resolve("run.nara");
        List<String> expected = exported(file);
        Path out = folder.resolve("lists");
        submit(victim, 1, "score", "--run", file.toString(), "--k", Integer.toString(K), "--out", out.toString());
        List<String> found = LocalSpark.session().read().parquet(out.toString()).collectAsList().stream()
                .map(ClusterTest::line)
                .sorted()
                .toList();
        assertEquals(expected.stream().sorted().toList(), found);
    }

    /** The lists of the only run, which is written to a file. */
    private List<String> exported(Path file) throws DataException, IOException {
        Services services = TestServices.on(folder);
        List<String> lines = new ArrayList<>();
        try (RunStore store = RunStore.open(services.workspace())) {
            Services.Reopened reopened = services.reopen(store, store.list().get(0), Progress.NONE);
            RunArchive.export(store, reopened.run(), file);
            PreparedRun run = reopened.preparedRun();
            int[] users = IntStream.range(0, run.dataset().users().size()).toArray();
            List<List<Recommendations.Entry>> lists = new Recommendations(reopened.recommender(), run).top(users, K);
            for (int u : users) {
                for (Recommendations.Entry entry : lists.get(u)) {
                    lines.add(String.join(
                            "\t",
                            run.dataset().users().id(u),
                            Integer.toString(entry.rank()),
                            run.dataset().items().id(entry.item()),
                            run.dataset().title(entry.item()),
                            Integer.toHexString(Float.floatToIntBits(entry.score()))));
                }
            }
        }
        return lines;
    }

    private static String line(Row row) {
        return String.join(
                "\t",
                row.getString(0),
                Integer.toString(row.getInt(1)),
                row.getString(2),
                row.getString(3),
                Integer.toHexString(Float.floatToIntBits(row.getFloat(4))));
    }

    @ParameterizedTest
    @EnumSource(names = {"EXECUTOR", "WORKER"})
    void preparedRowsAreThoseOfThisComputer(LoopbackCluster.Victim victim) throws Exception {
        Services services = TestServices.on(folder);
        Prepared sample = services.open(services.sample(), Recipe.USUAL, Progress.NONE);
        Path data = Files.createDirectories(folder.resolve("data"));
        DatasetFormat.of("parquet").write(data, sample.dataset(), null);
        Path log;
        try (var files = Files.list(data)) {
            log = files.filter(f -> f.toString().endsWith(".parquet"))
                    .filter(f -> !f.toString().matches(".*\\.(users|items)\\.parquet"))
                    .findFirst()
                    .orElseThrow();
        }
        Path recipe = Files.writeString(folder.resolve("wanted.json"), """
            {"columns": {"user": "user_id", "item": "item_id", "time": "timestamp"},
             "preparation": {"distinct": "day", "minimumOfUser": 3, "core": 4}}
            """);
        Prepared here = services.open(log, RecipeFile.read(recipe).read("parquet", ""), Progress.NONE);
        Path out = folder.resolve("prepared");
        submit(victim, 3, "prepare", "--data", log.toString(), "--recipe", recipe.toString(), "--out", out.toString());
        Prepared there = services.open(out, RecipeFile.find(out).orElseThrow(), Progress.NONE);
        assertEquals(Preparing.counts(here.dataset()), Preparing.counts(there.dataset()));
    }

    @ParameterizedTest
    @EnumSource(names = {"EXECUTOR", "WORKER"})
    void trialsAreThoseOfThisComputer(LoopbackCluster.Victim victim) throws Exception {
        String line = "tune --algorithm bpr --epochs 60 --trials 3 --sampler random --race off --seeds 1 --seed 3";
        same(victim, 2, 6, line, alone());
    }

    @ParameterizedTest
    @EnumSource(names = {"EXECUTOR", "WORKER", "DISK"})
    void leastSquaresAreThoseOfThisComputer(LoopbackCluster.Victim victim) throws Exception {
        same(victim, 20, 1, "train --algorithm ials --epochs 8 --set factors=16 --seed 3", alone());
    }

    @ParameterizedTest
    @EnumSource(names = {"EXECUTOR", "WORKER"})
    void partsOfNeuMfAreThoseOfThisComputer(LoopbackCluster.Victim victim) throws Exception {
        same(
                victim,
                12,
                1,
                "train --algorithm neumf --engine vector --epochs 3 --set batch_size=32 --set parts=3 --seed 3",
                alone());
    }

    private Services alone() {
        Services here = TestServices.on(folder);
        return new Services(here.datasets(), Wiring.algorithms(1), here.sample(), here.workspace(), here.artefacts());
    }

    @Test
    void whatCannotBeDoneIsSaidOnce() throws Exception {
        LoopbackCluster.Ended ended =
                cluster.submit(JAR, LoopbackCluster.Victim.NOTHING, 0, "train", "--algorithm", "bpr", "--epochs", "1");
        assertEquals(2, ended.code());
        assertEquals(
                1,
                ended.lines().stream()
                        .filter(line -> line.contains("A cluster trains ials, neumf, gmf or mlp as one."))
                        .count());
    }

    /** Compares the runs of a command on the cluster with those of a command that nothing disturbs. */
    private void same(LoopbackCluster.Victim victim, int atTask, int runs, String line, Services undisturbed)
            throws Exception {
        Path there = folder.resolve("there");
        Path own = folder.resolve("own");
        submit(victim, atTask, words(line, undisturbed, there).toArray(String[]::new));
        List<String> words = words(line, undisturbed, own);
        assertEquals(0, ProgramCommand.run(undisturbed, words.get(0), words.subList(1, words.size()), Locale.ENGLISH));
        Map<Map<String, String>, Outcomes.Outcome> found = Outcomes.of(there);
        assertEquals(Outcomes.of(own), found);
        assertEquals(runs, found.size());
        assertTrue(found.values().stream().allMatch(outcome -> outcome.state() == RunState.FINISHED));
    }

    private static List<String> words(String line, Services services, Path workspace) {
        List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
        words.addAll(List.of("--data", services.sample().toString(), "--workspace", workspace.toString()));
        return words;
    }
}
