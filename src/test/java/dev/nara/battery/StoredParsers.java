package dev.nara.battery;

import dev.nara.TestServices;
import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.Weights;
import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.Ledger;
import dev.nara.competition.SubmissionCheck;
import dev.nara.data.AtomicFile;
import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.LogTime;
import dev.nara.data.Preparation;
import dev.nara.data.Progress;
import dev.nara.data.Pseudonyms;
import dev.nara.data.Recipe;
import dev.nara.data.TimeSettings;
import dev.nara.data.Toy;
import dev.nara.data.prepare.Preparing;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.data.read.snapshot.QuerySnapshots;
import dev.nara.data.read.snapshot.SourceQuery;
import dev.nara.search.space.SpaceText;
import dev.nara.settings.SettingsFile;
import dev.nara.spec.Algorithms;
import dev.nara.spec.PastedSettings;
import dev.nara.split.Split;
import dev.nara.split.SplitFile;
import dev.nara.split.Splits;
import dev.nara.store.folder.Safetensors;
import dev.nara.store.folder.WatchedListLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What reads recipes, settings, weights, splits, lists and the like. */
final class StoredParsers {
    private static final Dataset DATA = Toy.twoTastes(12, 16, 6);

    private final Path folder;

    /** {@code folder} is theirs alone. */
    StoredParsers(Path folder) {
        this.folder = folder;
    }

    List<Parser> all() throws IOException, DataException {
        List<Parser> all = new ArrayList<>(recipes());
        all.addAll(words());
        all.add(weights());
        all.addAll(splits());
        all.add(of("settings", List.of(SETTINGS, EARLIER_SETTINGS), "settings.json", file -> new SettingsFile(file)
                .read()));
        all.add(of("watched-lists", List.of(WATCHED), "canaries.jsonl", WatchedListLog::read));
        all.add(of("ledger", List.of(LEDGER), "ledger.json", file -> Ledger.in(folder.resolve("ledger"))
                .entries()));
        QuerySnapshots snapshots = new QuerySnapshots(folder.resolve("query"));
        all.add(of("query", List.of(QUERY), "snapshots/films-1/query.json", file -> {
            snapshots.asked().forEach(SourceQuery::ofDatabase);
            snapshots.queryOf(file.resolveSibling("1.parquet")).ifPresent(SourceQuery::ofDatabase);
        }));
        all.add(new Parser(
                "address",
                List.of(utf8("jdbc:postgresql://host:5432/shop?ssl=true"), utf8("host/shop")),
                input -> SourceQuery.typed(text(input), "\"a table\".\"b\"", "")));
        all.add(new Parser(
                "table-name",
                List.of(utf8("\"a \"\"table\"\"\".`b`.[c]"), utf8("SELECT 1")),
                input -> SourceQuery.typed("jdbc:postgresql://host/shop", text(input), "")));
        all.add(of("submission", List.of("profile_id,predicted_list\n0,\"[1, 2]\"\n1,\"[3]\"\n"), "s.csv", file -> {
            SubmissionCheck.of(DATA).check(file);
            SubmissionCheck.lists(file, DATA);
        }));
        all.add(of("pseudonyms", List.of("0123456789abcdef".repeat(4)), "pseudonyms.key", file -> Pseudonyms.of(
                        folder.resolve("pseudonyms"))
                .names(DATA.users())));
        return all;
    }

    private interface FileReading {
        void of(Path file) throws DataException, IOException;
    }

    private Parser of(String name, List<String> seeds, String file, FileReading reading) throws IOException {
        Path place = folder.resolve(name).resolve(file);
        Files.createDirectories(place.getParent());
        return new Parser(
                name, seeds.stream().map(StoredParsers::utf8).toList(), input -> reading.of(Files.write(place, input)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final String SETTINGS = "{\"preferences\":{\"language\":\"ko\",\"theme\":\"dark\",\"fontSize\":13},"
            + "\"recent\":[{\"path\":\"/data/a\",\"name\":\"a\"}],\"window\":{\"width\":1280.5,\"height\":800,"
            + "\"rail\":218.5},\"presets\":[{\"name\":\"p\",\"algorithm\":\"gmf\",\"values\":"
            + "{\"layers\":\"8\"}}],\"left\":{\"workspace\":\"TRAIN\"}}";
    private static final String EARLIER_SETTINGS =
            "{\"language\":\"ko\",\"dark\":true,\"width\":1280.5,\"recent\":[\"/data/a\",\"/data/b\"],\"presets\":[]}";
    private static final String WATCHED = """
        {"epoch":1,"loss":0.5,"users":[1,4],"lists":[[3,1],[2]],"ranks":[[4],[1,9]]}
        {"epoch":2,"loss":0.4,"users":[1,4],"lists":[[1,3],[2]],"ranks":[[2],[1,5]]}
        """;
    private static final String LEDGER = "[{\"sha256\":\"ab12\",\"file\":\"/tmp/s.csv\",\"written\":\"2026-01-02\","
            + "\"recipe\":{\"blocks\":[{\"algorithm\":\"popularity\"}]},\"runs\":[1],\"local\":{\"all\":0.25},"
            + "\"submitted\":\"\",\"publicScore\":0.5,\"pick\":true,\"fits\":[2],\"data\":\"toy\"}]";
    private static final String QUERY = "{\"source\":\"jdbc:postgresql://host/shop\",\"name\":\"films\",\"sql\":"
            + "\"SELECT * FROM films\",\"user\":\"kim\"}";
    private static final String COMPOSE = "{\"blocks\":[{\"algorithm\":\"own-watched\",\"values\":{\"decay\":\"0.9\"},"
            + "\"seen\":\"only\",\"take\":5,\"ages\":\"3-5\"},{\"runs\":{\"3\":1.5,\"4\":1},\"blend\":\"scores\"}],"
            + "\"filters\":{\"seriesAtMost\":2,\"genres\":[\"a\"],\"minimumWatchedShare\":0.25,\"diversity\":0.5}}";

    private List<Parser> recipes() throws IOException {
        Path recipe = folder.resolve("seed.recipe.json");
        RecipeFile.write(
                recipe,
                new Recipe(
                        "delimited",
                        "UTF-8",
                        new TimeSettings("dd/MM/yyyy", "Asia/Seoul"),
                        new ColumnRoles(";", true, "who", "what", "when", List.of("n"), List.of("age=AGE"), List.of()),
                        new Preparation(List.of(), "pair", List.of(), "", "", 1, 1, 2, List.of())));
        String written = Files.readString(recipe);
        return List.of(
                of("recipe", List.of(written, "{\"format\":\"ncf\"}"), "r.recipe.json", file -> {
                    Recipe read = RecipeFile.read(file);
                    Preparing.apply(DATA, read);
                }),
                of("recipe-of-lists", List.of(COMPOSE), "lists.json", ComposeRecipe::read));
    }

    private List<Parser> words() throws DataException, IOException {
        Path log = SmallWorkspace.writeData(folder.resolve("u.data"));
        Dataset rated = TestServices.on(Path.of("target")).datasets().read(log, Recipe.USUAL, Progress.NONE);
        Dataset events = events();
        Algorithms algorithms = TestServices.on(Path.of("target")).algorithms();
        List<Parameter> parameters = algorithms.algorithm("neumf").parameters();
        return List.of(
                new Parser(
                        "pasted",
                        List.of(
                                utf8("nara train --algorithm neumf --set layers=8 --epochs '3'"),
                                utf8("{\"algorithm\":\"gmf\",\"values\":{\"gmf_dimension\":\"4\"},\"epochs\":3}")),
                        input -> PastedSettings.of(text(input), algorithms, "gmf")),
                new Parser(
                        "space",
                        List.of(utf8("learning_rate=1e-4..1e-1:log,negatives=2..32:log,layers=32-16|64-32,"
                                + "weight_decay=0|1e-7..1e-3:log, dropout=0..0.5:step=0.1")),
                        input -> SpaceText.parse(text(input), name -> parameters.stream()
                                .filter(p -> p.name().equals(name))
                                .findFirst())),
                new Parser(
                        "row-filters",
                        List.of(utf8("rating>=2"), utf8("rating != -0.5")),
                        input -> Preparing.apply(rated, where(text(input)))),
                new Parser(
                        "row-filters-of-words",
                        List.of(
                                utf8("kind in (view, 'buy')"),
                                utf8("kind contains buy"),
                                utf8("kind != view"),
                                utf8("age>=2"),
                                utf8("genre=genre 2")),
                        input -> Preparing.apply(events, where(text(input)))),
                new Parser(
                        "weights-of-events",
                        List.of(utf8("kind=view:1,buy:5"), utf8("kind=buy:1.5")),
                        input ->
                                Preparing.apply(events, Recipe.USUAL.with(Preparation.NONE.withPositive(text(input))))),
                new Parser(
                        "split-notation",
                        List.of(utf8("leave-one-out"), utf8("random-ratio:0.8"), utf8("fold:1/5")),
                        input -> Splits.split(DATA, text(input), 1)),
                new Parser("log-time", List.of(utf8("20220301080059"), utf8("202203010800")), input -> {
                    try {
                        LogTime.ofDigits(text(input));
                    } catch (IllegalArgumentException | java.time.DateTimeException e) {
                        // What callers ask for.
                    }
                }));
    }

    /** Each row with a word, each item with a genre, each user with an age. */
    private Dataset events() throws DataException, IOException {
        Path log = Files.writeString(
                folder.resolve("events.csv"),
                DataParsers.rows("user,item,kind,genre,age\n", "u%1$d,i%2$d,view,genre %2$d,%1$d")
                        + "u1,i2,buy,genre 2,1\n");
        ColumnRoles roles = new ColumnRoles(
                ",", true, "user", "item", "", List.of(), List.of("age"), List.of("genre"), List.of("kind"));
        return TestServices.on(Path.of("target"))
                .datasets()
                .read(log, new Recipe("delimited", "", roles, Preparation.NONE), Progress.NONE);
    }

    private static Recipe where(String condition) {
        return new Recipe(
                "", "", null, new Preparation(List.of(), "none", List.of(condition), "", "", 0, 0, 0, List.of()));
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    private Parser weights() throws IOException {
        Path seed = folder.resolve("seed.safetensors");
        Safetensors.write(
                seed,
                new Weights()
                        .put("a", new float[] {1, 2, 3, 4, 5, 6}, 2, 3)
                        .put("b.c", new float[] {0.5f}, 1)
                        .note("event", "{\"event\":\"epoch\"}"));
        Path file = folder.resolve("read.safetensors");
        return new Parser("weights", List.of(Files.readAllBytes(seed)), input -> {
            Safetensors.read(Files.write(file, input));
            Files.write(file, Seals.weights(input));
            Safetensors.read(file);
        });
    }

    private List<Parser> splits() throws IOException, DataException {
        Path seed = folder.resolve("seed.jsonl");
        List<byte[]> seeds = new ArrayList<>();
        for (String notation : List.of("leave-one-out", "random-ratio:0.8")) {
            Split split = Splits.split(DATA, notation, 1);
            SplitFile.write(AtomicFile.at(seed), DATA, split, 1, "all", null);
            seeds.add(Files.readAllBytes(seed));
        }
        Path file = folder.resolve("split.jsonl");
        return List.of(new Parser("split", seeds, input -> {
            Files.write(file, Seals.split(input));
            SplitFile.hash(file);
            Splits.split(DATA, SplitFile.spec(file), 1);
        }));
    }
}
