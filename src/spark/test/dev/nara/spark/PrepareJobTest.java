package dev.nara.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.TestServices;
import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Preparation;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.Preparing;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.data.prepare.Step;
import dev.nara.interchange.DatasetFormat;
import dev.nara.split.Split;
import dev.nara.split.Splits;
import dev.nara.store.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log prepared on a cluster is counted, step by step, as on this computer. */
class PrepareJobTest {
    private static final Services SERVICES = TestServices.on(Path.of("target", "test-home"));
    private static final ColumnRoles ROLES = new ColumnRoles(
            ",", true, "user", "item", "time", List.of("rating"), List.of(), List.of(), List.of("event"));
    private static final Preparation ALL_STEPS = new Preparation(
            List.of("default", "duplicate-rows"),
            "day",
            List.of("rating>=2", "event=view"),
            "1998-01-05",
            "1998-03-20",
            2,
            2,
            2,
            List.of(),
            "event=view:1,buy:5");

    @TempDir
    private Path folder;

    /** Like MovieLens-100K, with events and with rows that stand twice. */
    private static List<String[]> log(int rows) {
        Random random = new Random(42);
        List<String[]> log = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            if (r > 0 && random.nextInt(20) == 0) {
                log.add(log.get(random.nextInt(log.size())));
                continue;
            }
            long day = 883_612_800L + 86_400L * random.nextInt(90);
            log.add(new String[] {
                Integer.toString(1 + (int) Math.abs(random.nextGaussian() * 30)),
                "film " + (int) Math.abs(random.nextGaussian() * 20),
                Long.toString(day + random.nextInt(3) * 3600L),
                random.nextInt(30) == 0 ? "" : Integer.toString(1 + random.nextInt(5)),
                List.of("view", "buy", "look").get(random.nextInt(3))
            });
        }
        return log;
    }

    private Path csv(List<String[]> log) throws IOException {
        List<String> lines = new ArrayList<>(List.of("user,item,time,rating,event"));
        log.forEach(row -> lines.add(String.join(",", row)));
        return Files.write(folder.resolve("log.csv"), lines);
    }

    private Path json(List<String[]> log) throws IOException {
        List<String> lines = log.stream()
                .map(row -> "{\"user\":\"%s\",\"item\":\"%s\",\"time\":%s,\"rating\":%s,\"event\":\"%s\"}"
                        .formatted(row[0], row[1], row[2], row[3].isEmpty() ? "null" : row[3], row[4]))
                .toList();
        return Files.write(folder.resolve("log.jsonl"), lines);
    }

    private record Both(Prepared here, PrepareJob job, PrepareJob.Read read, Log there) {
        static Both of(Path file, Recipe recipe) throws DataException, Refused {
            SparkSession session = LocalSpark.session();
            PrepareJob job = new PrepareJob(
                    Sessions.context(session), file.toString(), Tables.read(session, file.toString(), "", ","), recipe);
            PrepareJob.Read read = job.read();
            return new Both(SERVICES.open(file, recipe, Progress.NONE), job, read, job.prepare(read.log()));
        }

        void assertSame() {
            assertEquals(Preparing.counts(here.raw()), read.log().counts());
            assertEquals(here.raw().calendar().kind(), read.log().calendar().kind());
            assertEquals(here.raw().calendar().zone(), read.log().calendar().zone());
            assertEquals(here.steps(), job.steps());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json"})
    void everyStepIsCountedAsOnThisComputer(String format) throws Exception {
        Path file = format.equals("csv") ? csv(log(3000)) : json(log(3000));
        Both both = Both.of(file, new Recipe(format.equals("csv") ? "delimited" : "json", "", ROLES, ALL_STEPS));
        both.assertSame();
        assertEquals(
                List.of("repair.repeated-rows", "positive", "distinct", "where", "where", "dates", "minimum"),
                both.job.steps().stream().map(Step::id).limit(7).toList());
    }

    @Test
    void theSampleAsParquetIsCountedAsOnThisComputer() throws Exception {
        Prepared sample = SERVICES.open(SERVICES.sample(), Recipe.USUAL, Progress.NONE);
        DatasetFormat.of("parquet").write(folder, sample.dataset(), null);
        Path file;
        try (var files = Files.list(folder)) {
            file = files.filter(f -> f.toString().matches(".*sample[^.]*\\.parquet"))
                    .findFirst()
                    .orElseThrow();
        }
        ColumnRoles roles = new ColumnRoles(
                ",", true, "user_id", "item_id", "timestamp", List.of(), List.of(), List.of(), List.of());
        Preparation steps = new Preparation(List.of("default"), "pair", List.of(), "", "", 5, 2, 3, List.of(), null);
        Both.of(file, new Recipe("parquet", "", roles, steps)).assertSame();
    }

    @Test
    void whatIsWrittenIsOpenedWithTheSameCounts() throws Exception {
        Both both = Both.of(csv(log(3000)), new Recipe("delimited", "", ROLES, ALL_STEPS));
        Path out = folder.resolve("prepared");
        new LogFiles(LocalSpark.session(), both.there, both.read.facts()).write(out.toString());
        Prepared opened = SERVICES.open(out, RecipeFile.find(out).orElseThrow(), Progress.NONE);
        assertEquals(Preparing.counts(both.here.dataset()), Preparing.counts(opened.dataset()));
        assertEquals(
                List.of("rating", "weight"),
                List.copyOf(opened.dataset().interactions().columns()));
        assertEquals(
                both.here.dataset().interactions().firstTime(),
                opened.dataset().interactions().firstTime());
        assertEquals(
                both.here.dataset().interactions().lastTime(),
                opened.dataset().interactions().lastTime());
    }

    @Test
    void splitsAreThoseOfThisComputer() throws Exception {
        Both both = Both.of(csv(log(2000)), new Recipe("delimited", "", ROLES, Preparation.USUAL));
        LogFiles files = new LogFiles(LocalSpark.session(), both.there, both.read.facts());
        for (String spec :
                List.of("time", "time:1998-02-20", "last-days:20", "leave-one-out", "leave-last:2", "ratio:0.7")) {
            Split here = Splits.split(both.here.dataset(), spec, 1);
            LogSplit cut = LogSplit.of(both.there, spec);
            Path out = folder.resolve("cut-" + spec.replace(':', '-'));
            LogFiles.Counts there = files.write(out.toString(), cut);
            long toFind = IntStream.range(0, here.train().users())
                    .mapToLong(u -> here.truth(u).length)
                    .sum();
            assertEquals(here.spec(), cut.spec());
            assertEquals(new LogFiles.Counts(here.train().size(), toFind, here.evaluatedUsers()), there);
            Path train = out.resolve("train");
            assertEquals(
                    here.train().size(),
                    SERVICES.open(train, RecipeFile.find(train).orElseThrow(), Progress.NONE)
                            .dataset()
                            .interactions()
                            .size());
        }
    }

    @Test
    void stepsThatNeedMoreAreRefusedByName() throws Exception {
        Path file = csv(log(10));
        Recipe recipe = new Recipe("delimited", "", ROLES, Preparation.USUAL.withRepairs(List.of("stray-days")));
        assertEquals(
                "repair stray-days cannot be done on a cluster. Leave it out of the recipe, or prepare on one computer"
                        + " with nara data.",
                assertThrows(Refused.class, () -> Both.of(file, recipe)).getMessage());
        Both both = Both.of(file, new Recipe("delimited", "", ROLES, Preparation.USUAL));
        assertEquals(
                "The split random cannot be made on a cluster. Use one of time, last-days, leave-one-out, leave-last,"
                        + " ratio, or split on one computer.",
                assertThrows(Refused.class, () -> LogSplit.of(both.there, "random:0.8"))
                        .getMessage());
    }
}
