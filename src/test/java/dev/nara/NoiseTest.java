package dev.nara;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.analysis.ComparedSettings;
import dev.nara.analysis.RunFigures;
import dev.nara.analysis.SettingValue;
import dev.nara.analysis.Standing;
import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.CompositionSetup;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.eval.Significance;
import dev.nara.run.RunControl;
import dev.nara.run.RunState;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often the program calls a difference real where there is none, and where one is planted, through the whole path: reading,
 * splitting, choosing the epoch, early stopping, series over seeds, the best of several settings, the best of each value of a
 * setting, and tuned blends. In small; with {@code mvn -Pscale test -Dtest=NoiseTest -Dnara.noise=100} in full size.
 */
class NoiseTest {
    private static final String METRIC = "HR@10";

    @TempDir
    private Path folder;

    /**
     * Data in which everybody takes items at random.
     *
     * @param each rows of a user, no item twice
     * @param taste how much likelier an item of the user's own half is than one of the other, 1 for nothing to learn
     */
    private record Log(int users, int items, int each, double taste) {
        /** Writes it in MovieLens' form, the times at random over sixty days. */
        Path write(Path folder, long seed) throws IOException {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int user = 0; user < users; user++) {
                List<Integer> left = new ArrayList<>();
                for (int item = 0; item < items; item++) {
                    left.add(item);
                }
                for (int row = 0; row < each; row++) {
                    int item = left.remove(place(left, user % 2, random));
                    long time = 1_600_000_000L + random.nextInt(60 * 86_400);
                    text.append(user + 1)
                            .append('\t')
                            .append(item + 1)
                            .append("\t5\t")
                            .append(time)
                            .append('\n');
                }
            }
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("u.data"), text);
            return folder;
        }

        private int place(List<Integer> left, int half, Random random) {
            while (true) {
                int place = random.nextInt(left.size());
                if (left.get(place) % 2 == half || random.nextDouble() < 1 / taste) {
                    return place;
                }
            }
        }
    }

    /** Trains runs of one data set into a workspace of its own. */
    private static final class Workspace implements AutoCloseable {
        private final Services services;
        private final Prepared data;
        private final RunStore store;

        Workspace(Path folder, Path data) throws DataException {
            services = TestServices.on(folder);
            this.data = services.open(data, Recipe.USUAL, Progress.NONE);
            store = RunStore.open(services.workspace());
        }

        List<StoredRun> train(String algorithm, Map<String, String> values, int epochs, int seeds)
                throws DataException {
            List<StoredRun> runs = new ArrayList<>();
            String series = StoredRun.newSeries(seeds);
            for (int seed = 1; seed <= seeds; seed++) {
                RunSpec spec = RunSpec.draft()
                        .on(data)
                        .algorithm(algorithm)
                        .values(values)
                        .run(Map.of("engine", algorithm.equals("gmf") ? "vector" : "auto"))
                        .epochs(epochs)
                        .patience(8)
                        .metrics(METRIC)
                        .seed(seed)
                        .spec();
                PreparedRun prepared = services.prepare(spec, data.dataset());
                long run = store.create(prepared.spec(), RunState.QUEUED, series);
                store.runner(run, prepared, event -> {}, new RunControl()).run();
                runs.add(store.find(Long.toString(run)));
            }
            return runs;
        }

        /** Whether any of the settings is called better or worse than the best. */
        boolean real(List<StoredRun> runs) throws DataException {
            return ComparedSettings.of(store, services.algorithms(), runs, METRIC).standings().stream()
                    .anyMatch(NoiseTest::isReal);
        }

        /** The figures of lists that are blended of runs and a rule, tuned on validation, against the rule alone. */
        boolean tunedIsReal(List<StoredRun> runs) throws DataException {
            ComposeRecipe.Block rule = ComposeRecipe.Block.ofAlgorithm("popularity", "");
            ComposeRecipe.Block blend =
                    ComposeRecipe.Block.ofRuns(runs.stream().map(StoredRun::id).toList());
            CompositionSetup setup = CompositionSetup.of(
                    services,
                    store,
                    new ComposeRecipe(List.of(blend.taking(5), rule), ComposeRecipe.Filters.NONE),
                    data,
                    () -> data,
                    "");
            CompositionSetup.Scored tuned = setup.tuned(10).score(10);
            double[] alone = setup.score(10).alone().get(1).users();
            Significance.Comparison comparison = Significance.compare(
                    new Significance.Group(new double[][] {tuned.whole().users()}, false),
                    new Significance.Group(new double[][] {alone}, false),
                    1);
            return comparison.verdict(comparison.p()) == Significance.Verdict.REAL;
        }

        @Override
        public void close() throws DataException {
            store.close();
        }
    }

    private static boolean isReal(Standing standing) {
        return standing.gap() != null && standing.gap().verdict() == Significance.Verdict.REAL;
    }

    /** How many of so many data sets with nothing to learn had a difference called real, by the way it was found. */
    private Map<String, Integer> real(Log log, int epochs, int times) throws DataException, IOException {
        Map<String, Integer> real = new TreeMap<>();
        for (int time = 0; time < times; time++) {
            Path own = folder.resolve("noise" + time);
            try (Workspace workspace = new Workspace(own, log.write(own.resolve("ml"), 100 + time))) {
                List<StoredRun> rule = workspace.train("popularity", Map.of(), 1, 1);
                List<StoredRun> model = workspace.train("gmf", Map.of("gmf_dimension", "8"), epochs, 3);
                List<StoredRun> both = new ArrayList<>(rule);
                both.addAll(model);
                count(real, "series", workspace.real(both));
                List<StoredRun> settings = new ArrayList<>();
                for (String factors : List.of("2", "4", "8")) {
                    settings.addAll(workspace.train("mf", Map.of("factors", factors), epochs, 3));
                }
                List<StoredRun> all = new ArrayList<>(both);
                all.addAll(settings);
                count(real, "best of five", workspace.real(all));
                List<StoredRun> tops = SettingValue.of(all, "factors", METRIC).stream()
                        .flatMap(value -> value.top().stream())
                        .toList();
                count(real, "by setting", workspace.real(tops));
                count(real, "tuned blend", workspace.tunedIsReal(model));
            }
        }
        return real;
    }

    private static void count(Map<String, Integer> counts, String way, boolean real) {
        counts.merge(way, real ? 1 : 0, Integer::sum);
    }

    /**
     * In how many of so many data sets what was planted is called real, and how large it was in the mean, in standard errors
     * of one run's hit ratio: the same model after one epoch and after many, five seeds of each.
     */
    private double[] planted(Log log, int times) throws DataException, IOException {
        double real = 0;
        double gains = 0;
        for (int time = 0; time < times; time++) {
            Path own = folder.resolve("planted" + time);
            try (Workspace workspace = new Workspace(own, log.write(own.resolve("ml"), 500 + time))) {
                List<StoredRun> little = workspace.train("gmf", Map.of("learning_rate", "0.0001"), 1, 5);
                List<StoredRun> much = workspace.train("gmf", Map.of("learning_rate", "0.01"), 20, 5);
                double low = mean(little);
                int users = little.get(0).tested().orElseThrow().users();
                gains += (mean(much) - low) / Math.sqrt(low * (1 - low) / users);
                List<StoredRun> both = new ArrayList<>(little);
                both.addAll(much);
                real += workspace.real(both) ? 1 : 0;
            }
        }
        return new double[] {real / times, gains / times};
    }

    private static double mean(List<StoredRun> runs) {
        return runs.stream()
                .mapToDouble(run -> RunFigures.reported(run, METRIC))
                .average()
                .orElse(Double.NaN);
    }

    @Test
    @Tag("process")
    void nothingToLearnIsHardlyEverCalledReal() throws Exception {
        Map<String, Integer> real = real(new Log(100, 50, 12, 1), 20, 6);
        assertTrue(real.values().stream().allMatch(n -> n <= 1), real + " of 6");
    }

    @Test
    @Tag("process")
    void aPlantedGainIsMostlyCalledReal() throws Exception {
        double[] planted = planted(new Log(300, 60, 15, 2.6), 5);
        System.out.println(planted[0] + " of gains of " + planted[1] + " standard errors");
        assertTrue(planted[0] > 0.5, planted[0] + " of gains of " + planted[1] + " standard errors");
    }

    @Test
    @Tag("scale")
    void inFullSize() throws Exception {
        int times = Integer.getInteger("nara.noise", 100);
        Map<String, Integer> real = real(new Log(400, 100, 15, 1), 60, times);
        System.out.println(real + " of " + times + " without anything to learn were called real");
        assertTrue(real.values().stream().allMatch(n -> n <= 0.05 * times), real + " of " + times);
    }
}
