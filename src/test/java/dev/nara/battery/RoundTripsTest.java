package dev.nara.battery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestServices;
import dev.nara.algorithm.Weights;
import dev.nara.competition.ComposeRecipe;
import dev.nara.data.AtomicFile;
import dev.nara.data.ColumnRoles;
import dev.nara.data.Dataset;
import dev.nara.data.Preparation;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.TimeSettings;
import dev.nara.data.Toy;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import dev.nara.settings.LeftAt;
import dev.nara.settings.OpenedData;
import dev.nara.settings.OwnPreset;
import dev.nara.settings.Settings;
import dev.nara.settings.SettingsFile;
import dev.nara.settings.UserPreferences;
import dev.nara.settings.WindowPlace;
import dev.nara.spec.RunSpec;
import dev.nara.split.Split;
import dev.nara.split.SplitFile;
import dev.nara.split.Splits;
import dev.nara.store.folder.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

/** What is written is read as it was, whatever it holds. */
class RoundTripsTest {
    private static final int TRIES = 60;

    private final Path folder;

    RoundTripsTest() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/battery")), "round");
    }

    /** Any text but halves of characters, which no encoding can write. */
    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings().all().ofMaxLength(12).filter(text -> text.codePoints()
                .noneMatch(c -> c >= 0xD800 && c < 0xE000));
    }

    @Property(tries = TRIES, seed = "23")
    void aSpec(
            @ForAll("text") String data,
            @ForAll("text") String fingerprint,
            @ForAll @IntRange(min = 1, max = 10_000) int epochs,
            @ForAll long seed,
            @ForAll @Size(max = 4) Map<@NotEmpty String, String> values) {
        RunSpec spec = RunSpec.draft()
                .data(data)
                .fingerprint(fingerprint)
                .epochs(epochs)
                .seed(seed)
                .values(values)
                .spec();
        // Earlier versions parted sizes of layers by commas, which are read as today's.
        if (!values.containsKey("layers")) {
            assertEquals(spec, RunJson.spec(RunJson.spec(spec)));
        }
    }

    @Property(tries = TRIES, seed = "23")
    void anEvent(
            @ForAll @IntRange(min = 1) int epoch,
            @ForAll double loss,
            @ForAll @Size(max = 3) Map<String, Double> metrics) {
        RunEvent event = new RunEvent.EpochDone("train", epoch, loss, 1.5, 10, 0.25, metrics, true, Map.of());
        assertEquals(event, RunJson.event(RunJson.event(event).toString()));
    }

    @Property(tries = TRIES, seed = "23")
    void aRecipe(
            @ForAll("text") String format,
            @ForAll("text") String encoding,
            @ForAll @NotEmpty String delimiter,
            @ForAll("text") String column,
            @ForAll @Size(max = 3) List<String> where,
            @ForAll @IntRange(max = 99) int least)
            throws Exception {
        Recipe recipe = new Recipe(
                format,
                encoding,
                new TimeSettings("dd/MM/yyyy", column),
                new ColumnRoles(delimiter, true, column, "b", "", where, List.of(), where),
                new Preparation(List.of("default"), "day", where, "", "", least, 0, 3, List.of()));
        Path file = folder.resolve("r.recipe.json");
        RecipeFile.write(file, recipe);
        assertEquals(recipe, RecipeFile.read(file));
    }

    @Property(tries = TRIES, seed = "23")
    void aRecipeOfLists(
            @ForAll("text") String algorithm,
            @ForAll @IntRange(max = 25) int take,
            @ForAll @Size(max = 3) List<String> genres,
            @ForAll @IntRange(max = 100) int share)
            throws Exception {
        ComposeRecipe recipe = new ComposeRecipe(
                List.of(ComposeRecipe.Block.ofAlgorithm("x" + algorithm, "new").taking(take)),
                new ComposeRecipe.Filters(take, genres, List.of(), share / 100.0, 0));
        Path file = folder.resolve("lists.json");
        recipe.write(file);
        assertEquals(recipe, ComposeRecipe.read(file));
    }

    @Property(tries = TRIES, seed = "23")
    void theSettings(
            @ForAll("text") String language,
            @ForAll("text") String path,
            @ForAll @IntRange(min = 100, max = 200) int percent,
            @ForAll @Size(max = 3) Map<String, String> values,
            @ForAll @IntRange(min = 0, max = 500) int rail)
            throws IOException {
        Settings settings = new Settings(
                new UserPreferences(language, "dark", "", percent, path, "", "vector", path, true, false, true, true),
                List.of(new OpenedData(path, language, percent, "2026-01-02")),
                new WindowPlace(-5, 7.5, 800, 600, true, rail),
                List.of(new OwnPreset("gmf", path, values)),
                new LeftAt(path, "TRAIN", 7, "", language, values, List.of(path), values));
        SettingsFile file = new SettingsFile(folder.resolve("settings.json"));
        Files.deleteIfExists(file.path());
        file.write(settings);
        assertEquals(settings, file.read());
    }

    @Property(tries = TRIES, seed = "23")
    void weights(@ForAll @Size(max = 3) Map<@NotEmpty String, float[]> arrays, @ForAll("text") String note)
            throws IOException {
        Weights weights = new Weights().note("note", note);
        arrays.forEach((name, array) -> weights.put("_" + name, array, array.length));
        Path file = folder.resolve("w.safetensors");
        Safetensors.write(file, weights);
        Weights read = Safetensors.read(file);
        assertEquals(weights.names(), read.names());
        assertEquals(note, read.note("note"));
        arrays.forEach((name, array) -> assertArrayEquals(array, read.get("_" + name)));
    }

    @Property(tries = TRIES, seed = "23")
    void aSplit(@ForAll @Size(min = 4, max = 40) List<@IntRange(max = 30) Integer> rows, @ForAll long seed)
            throws Exception {
        List<long[]> log = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            log.add(new long[] {row % 3, rows.get(row), row});
        }
        Dataset dataset = Toy.of(3, 31, log.toArray(long[][]::new), false, null);
        Split split = Splits.split(dataset, "random-ratio:0.6", seed);
        Path file = folder.resolve("split.jsonl");
        SplitFile.write(AtomicFile.at(file), dataset, split, seed, "all", null);
        Split read = Splits.split(dataset, SplitFile.spec(file), seed + 1);
        assertEquals(split.train().size(), read.train().size());
        for (int user = 0; user < 3; user++) {
            assertArrayEquals(split.truth(user), read.truth(user));
            assertArrayEquals(split.train().distinctItems(user), read.train().distinctItems(user));
        }
    }

    /** Cells in quotes may hold anything but what cannot be in a file of text. */
    @Property(tries = TRIES, seed = "23")
    void idsOfADelimitedFile(@ForAll @Size(min = 1, max = 8) List<@NotEmpty String> said) throws Exception {
        List<String> ids = said.stream()
                .map(id -> "i" + id.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFEFF]", "") + "j")
                .toList();
        StringBuilder rows = new StringBuilder("user;item;n\n");
        ids.forEach(id -> rows.append("u;\"").append(id.replace("\"", "\"\"")).append("\";1\n"));
        Path file = Files.writeString(folder.resolve("log.csv"), rows.toString());
        ColumnRoles roles = new ColumnRoles(";", true, "user", "item", "", List.of("n"), List.of(), List.of());
        Dataset dataset = TestServices.on(Path.of("target"))
                .datasets()
                .read(file, new Recipe("delimited", "UTF-8", roles, Preparation.NONE), Progress.NONE);
        List<String> expected = ids.stream().distinct().toList();
        List<String> read = new ArrayList<>();
        for (int item = 0; item < dataset.items().size(); item++) {
            read.add(dataset.items().id(item));
        }
        assertEquals(expected, read);
    }
}
