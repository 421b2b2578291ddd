package dev.nara.competition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.SameScores;
import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Role;
import dev.nara.data.Toy;
import dev.nara.spec.Algorithms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposerTest {
    @TempDir
    private Path folder;

    private final Algorithms algorithms =
            TestServices.on(Path.of("target", "test-home")).algorithms();

    /** User 0 watched 5 twice and 4 once; most others watch 0, then 1, then 2. */
    private static Dataset data() {
        Dataset plain = Toy.of(5, 8, new long[][] {
            {0, 5, 1}, {0, 5, 2}, {0, 4, 3}, {1, 0, 1}, {2, 0, 1}, {3, 0, 1}, {1, 1, 2}, {2, 1, 2}, {4, 2, 1}
        });
        return plain.with(
                plain.userAttributes(),
                Attributes.none()
                        .plus("genre_mid", new String[] {"책", "책", "애니", "애니", "책", "책", "책", "책"})
                        .plus("series", new String[] {"a", "a", "a", "b", "c", "c", "", ""})
                        .with(Role.GENRE, "genre_mid")
                        .with(Role.SERIES, "series"));
    }

    private ComposeRecipe recipe(String json) throws DataException, IOException {
        return ComposeRecipe.read(Files.writeString(folder.resolve("lists.json"), json));
    }

    private int[] list(String json, Map<String, Recommender> runs, int k) throws DataException, IOException {
        Dataset data = data();
        return new Composer(recipe(json), data, data.interactions(), data.interactions(), algorithms, runs)
                .lists(new int[] {0}, k)
                .items()[0];
    }

    @Test
    void ownItemsThenThePopular() throws DataException, IOException {
        String json = "{\"blocks\":[{\"algorithm\":\"own-watched\",\"seen\":\"only\"},{\"algorithm\":\"popularity\"}]}";
        assertArrayEquals(new int[] {5, 4, 0, 1, 2}, list(json, Map.of(), 5));
        assertArrayEquals(
                new int[] {5, 0, 1},
                list(
                        json.replace("\"only\"", "\"only\",\"take\":1")
                                .replace("popularity\"", "popularity\",\"seen\":\"new\""),
                        Map.of(),
                        3));
    }

    @Test
    void filtersLeaveOut() throws DataException, IOException {
        String json = "{\"blocks\":[{\"algorithm\":\"popularity\"}],\"filters\":{\"seriesAtMost\":1}}";
        assertArrayEquals(new int[] {0, 4, 3, 6}, list(json, Map.of(), 4));
        assertArrayEquals(
                new int[] {2, 3}, list(json.replace("\"seriesAtMost\":1", "\"genres\":[\"애니\"]"), Map.of(), 5));
    }

    /** Popularity is 0, 1, 2, 4, 5 …; half diversity takes a third book only after both of the other genre. */
    @Test
    void genresAreMixed() throws DataException, IOException {
        String json = "{\"blocks\":[{\"algorithm\":\"popularity\"}],\"filters\":{\"diversity\":0.9}}";
        int[] mixed = list(json, Map.of(), 4);
        assertEquals(0, mixed[0]);
        assertEquals(2, Arrays.stream(mixed).filter(i -> i == 2 || i == 3).count());
        assertArrayEquals(
                new int[] {0, 1, 2, 4}, list(json.replace("0.9", "0"), Map.of(), 4), "without it nothing moves");
    }

    /** The toy's ages are the indices of its users. */
    @Test
    void blocksForSomeAges() throws DataException, IOException {
        String json = "{\"blocks\":[{\"algorithm\":\"own-watched\",\"seen\":\"only\",\"ages\":\"1-3\"},"
                + "{\"algorithm\":\"popularity\"}]}";
        assertArrayEquals(new int[] {0, 1}, list(json, Map.of(), 2));
        assertArrayEquals(new int[] {5, 4}, list(json.replace("1-3", "0-3"), Map.of(), 2));
        assertThrows(DataException.class, () -> recipe(json.replace("1-3", "young")));
        assertThrows(
                DataException.class,
                () -> recipe("{\"blocks\":[{\"algorithm\":\"popularity\"}]," + "\"filters\":{\"diversity\":2}}"));
    }

    @Test
    void whatIsNotWatchedToItsEndIsLeftOut() throws DataException, IOException {
        String json = "{\"blocks\":[{\"algorithm\":\"popularity\"}],\"filters\":{\"minimumWatchedShare\":0.5}}";
        assertThrows(DataException.class, () -> list(json, Map.of(), 3));
        Dataset data = data();
        float[] shares = {0.9f, 0.7f, 0.2f, 0.4f, 0.6f, 0.5f, Float.NaN, 0.3f, 1};
        Dataset known = data.with(data.interactions().with(Map.of("watched_share", shares)));
        int[] list = new Composer(recipe(json), known, known.interactions(), known.interactions(), algorithms, Map.of())
                .lists(new int[] {0}, 8)
                .items()[0];
        // Item 5 was watched .8 in the mean, 1 .6, 2 whole; 0 is .4, 4 .2, of the others nothing is known.
        assertArrayEquals(new int[] {1, 2, 5}, Arrays.stream(list).sorted().toArray());
    }

    /** The second run finds what is to be found, so its weight rises until it decides. */
    @Test
    void weightsAreTuned() throws DataException, IOException {
        Dataset data = data();
        Map<String, Recommender> runs =
                Map.of("1", new SameScores(9, 8, 7, 6, 5, 4, 3, 2), "2", new SameScores(2, 3, 4, 5, 6, 7, 8, 9));
        ComposeRecipe recipe = recipe("{\"blocks\":[{\"runs\":{\"1\":1,\"2\":0.5}}]}");
        Composer composer = new Composer(recipe, data, data.interactions(), data.interactions(), algorithms, runs);
        Offers offers = composer.offers(new int[] {1}, (u, i) -> i == 7 ? 1 : 0);
        int[] takes = {Integer.MAX_VALUE};
        double before = new Composition(offers.lists(2, takes), 2, 1, n -> new int[] {7}).score();
        Offers tuned = new CompositionTuning(2, n -> new int[] {7}).weights(offers, takes);
        double after = new Composition(tuned.lists(2, takes), 2, 1, n -> new int[] {7}).score();
        assertTrue(after > before);
        Map<String, Double> weights = tuned.weights(0);
        assertTrue(weights.getOrDefault("2", 0.0) > weights.getOrDefault("1", 0.0), weights.toString());
    }

    /** Reciprocal ranks, by hand: item 0 is first and third, item 1 second and first, item 2 third and second. */
    @Test
    void runsAreBlended() throws DataException, IOException {
        Map<String, Recommender> runs =
                Map.of("1", new SameScores(9, 8, 7, 0, 0, 0, 0, 0), "2", new SameScores(1, 3, 2, 0, 0, 0, 0, 0));
        String json = "{\"blocks\":[{\"runs\":{\"1\":1,\"2\":1}}]}";
        assertArrayEquals(new int[] {1, 0, 2}, list(json, runs, 3));
        assertArrayEquals(new int[] {0, 1, 2}, list(json.replace("\"2\":1", "\"2\":0.1"), runs, 3));
        assertArrayEquals(
                new int[] {1, 2, 0}, list(json.replace("\"2\":1}", "\"2\":1},\"blend\":\"scores\""), runs, 3));
    }

    @Test
    void badRecipesAreRefused() {
        for (String json : List.of(
                "nonsense",
                "{}",
                "{\"blocks\":[{}]}",
                "{\"blocks\":[{\"algorithm\":\"popularity\"},]}",
                "{\"blocks\":[{\"runs\":{\"3\":null}}]}",
                "{\"blocks\":[{\"algorithm\":\"ease\",\"values\":{\"lambda\":null}}]}",
                "{\"blocks\":[{\"algorithm\":\"popularity\"}],\"filters\":{\"genres\":[null]}}",
                "{\"blocks\":[{\"algorithm\":\"ease\",\"seen\":\"maybe\"}]}",
                "{\"blocks\":[{\"algorithm\":\"neumf\"}]}",
                "{\"blocks\":[{\"algorithm\":\"shuffle\"}]}",
                "{\"blocks\":[{\"runs\":{\"99\":1}}]}")) {
            assertThrows(DataException.class, () -> list(json, Map.of(), 3), json);
        }
    }

    @Test
    void partsAddUpToTheScoreAndTuningFindsTheBest() throws DataException, IOException {
        Dataset data = data();
        ComposeRecipe recipe = recipe(
                "{\"blocks\":[{\"algorithm\":\"own-watched\",\"seen\":\"only\"},{\"algorithm\":\"popularity\",\"seen\":\"new\"}]}");
        Offers offers = new Composer(recipe, data, data.interactions(), data.interactions(), algorithms, Map.of())
                .offers(new int[] {0, 1}, (u, i) -> 0);
        int[][] truth = {{0, 5}, {1, 2}};
        Composition composition = new Composition(offers.lists(2, new int[] {2, 2}), 2, 2, n -> truth[n]);
        assertEquals(composition.score(), Arrays.stream(composition.parts()).sum(), 1e-12);
        int[] best = new CompositionTuning(2, n -> truth[n]).takes(offers, new int[] {2, 2});
        assertEquals(1, best[0], "one own item, one new one");
        Composition tuned = new Composition(offers.lists(2, best), 2, 2, n -> truth[n]);
        assertTrue(tuned.score() > composition.score());
        assertEquals(1, tuned.users()[0], 1e-12);
    }

    /** Items 0 and 1 have a genre in common with item 2, item 3 has none: full diversity takes 3 after 0, as the metric would. */
    @Test
    void diversityCountsSharedGenresAsTheMetricDoes() throws DataException, IOException {
        Dataset plain = Toy.of(1, 4, new long[][] {{0, 3, 1}});
        Dataset data = plain.with(
                plain.userAttributes(),
                Attributes.none()
                        .plus("genres", new String[] {"Drama|War", "War", "Drama", ""})
                        .withUsualRoles());
        ComposeRecipe recipe =
                recipe("{\"blocks\":[{\"runs\":{\"1\":1},\"seen\":\"any\"}],\"filters\":{\"diversity\":1}}");
        int[] list = new Composer(
                        recipe,
                        data,
                        data.interactions(),
                        data.interactions(),
                        algorithms,
                        Map.of("1", new SameScores(9, 8, 7, 6)))
                .lists(new int[] {0}, 3)
                .items()[0];
        assertArrayEquals(new int[] {0, 3, 1}, list);
    }

    @Test
    void laterMonthsAreALeaderboard() throws DataException {
        Dataset data = data();
        Map<String, int[][]> months = new LinkedHashMap<>();
        months.put("05", new int[][] {{5}, {}, {}, {}, {}});
        months.put("06", new int[][] {{4}, {0}, {}, {}, {}});
        months.put("07", new int[][] {{}, {}, {7}, {}, {}});
        List<Leaderboard.Standing> standings =
                Leaderboard.of(data, Map.of("0", List.of(5, 4), "1", List.of(1, 0)), months);
        assertEquals(
                List.of("05", "06", "07", "public", "private"),
                standings.stream().map(Leaderboard.Standing::period).toList());
        assertEquals(1, standings.get(0).score(), 1e-12);
        assertEquals(0, standings.get(2).score(), "who has no list scores nothing");
        assertEquals(3, standings.get(4).users());
        double second = 0.75 + 0.25 * Math.log(2) / Math.log(3);
        assertEquals((1 + second) / 2, standings.get(3).score(), 1e-12);
    }
}
