package dev.nara.spec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nara.TestServices;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.TimeSettings;
import dev.nara.run.RunJson;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decides a run's result: one seed for training, another for what it trains on and is held against. */
class RunSpecTest {
    @TempDir
    private Path folder;

    private PreparedRun preparedRun(long seed, long splitSeed) throws DataException {
        Services services = TestServices.on(folder);
        RunSpec spec = RunSpec.draft()
                .split("random:0.8")
                .candidates("sampled:20")
                .algorithm("mf")
                .seed(seed)
                .splitSeed(splitSeed)
                .spec();
        return services.prepare(
                spec,
                services.open(services.sample(), Recipe.USUAL, Progress.NONE).dataset());
    }

    @Test
    void seedsLookForTheSameAndSplitSeedsForOther() throws DataException {
        PreparedRun first = preparedRun(1, 1);
        PreparedRun secondSeed = preparedRun(2, 1);
        PreparedRun secondSplit = preparedRun(1, 2);
        assertTrue(sameRows(first, secondSeed));
        assertFalse(sameRows(first, secondSplit));
        assertArrayEquals(
                first.candidates().negatives(first.split()),
                secondSeed.candidates().negatives(secondSeed.split()));
        assertTrue(first.spec().sameRows(secondSeed.spec()));
        assertFalse(first.spec().sameRows(secondSplit.spec()));
        assertFalse(first.spec().sameAs(secondSeed.spec()));
        assertTrue(first.spec().sameAs(secondSeed.spec().withSeed(1)));
    }

    /** The same rows and the same words for the split, but the days of another zone. */
    @Test
    void daysOfAnotherZoneAreAnotherTestPart() {
        RunSpec spec = RunSpec.draft().split("time:2022-04-15").spec();
        RunSpec seoul = spec.change()
                .recipe(Recipe.USUAL.with(new TimeSettings("", "Asia/Seoul")))
                .spec();
        assertTrue(seoul.sameTest(seoul.withSeed(2)));
        assertFalse(seoul.sameTest(spec));
    }

    @Test
    void aNumberThatIsNoneIsRefusedAndNotTakenForTheUsualOne() {
        Services services = TestServices.on(folder);
        for (Map.Entry<String, String> wrong :
                Map.of("epochs", "banana", "patience", "-1", "split_seed", "-1").entrySet()) {
            RunSpec spec = RunSpec.draft()
                    .run(Map.of(wrong.getKey(), wrong.getValue()))
                    .split("random:0.8")
                    .spec();
            DataException refused = assertThrows(
                    DataException.class,
                    () -> services.prepare(
                            spec,
                            services.open(services.sample(), Recipe.USUAL, Progress.NONE)
                                    .dataset()));
            String said = refused.message(Locale.ENGLISH);
            assertTrue(said.startsWith(wrong.getKey() + " cannot be \"" + wrong.getValue()), said);
        }
    }

    @Test
    void aNameThatLooksLikeANumberStaysAsItIs() {
        RunSpec spec = RunSpec.draft()
                .algorithm("group-popularity")
                .values(Map.of("group", "007", "view_half_life", "7.0"))
                .spec();
        assertEquals("007", spec.values().get("group"));
        assertEquals("7", spec.values().get("view_half_life"));
        assertEquals(spec, RunJson.spec(RunJson.spec(spec)));
    }

    private static boolean sameRows(PreparedRun a, PreparedRun b) {
        return Arrays.deepEquals(
                a.split().train().distinctItems(), b.split().train().distinctItems());
    }

    @Test
    void theSeedOfASplitThatIsLeftOpenIsKept() {
        RunSpec open = RunSpec.draft().validation("none").splitSeed(5).spec();
        assertEquals(5, open.splitSeed(), "data without times is split at random");
        assertEquals(1, open.change().split("time").candidates("all").spec().splitSeed(), "nothing is drawn");
    }

    @Test
    void oneSeedWasForAllBefore() {
        RunSpec spec = RunSpec.draft().split("random:0.8").seed(7).splitSeed(3).spec();
        String old = RunJson.spec(spec).replace("\"splitSeed\":3,", "");
        assertEquals(7, RunJson.spec(old).splitSeed());
        assertEquals(3, RunJson.spec(RunJson.spec(spec)).splitSeed());
    }

    @Test
    void whereNothingIsDrawnRunsOfBeforeAreTheSame() {
        RunSpec now = RunSpec.draft()
                .split("time")
                .validation("none")
                .candidates("all")
                .seed(2)
                .spec();
        RunSpec before = RunJson.spec(RunJson.spec(now).replace("\"splitSeed\":1,", ""));
        assertTrue(now.sameAs(before), "nothing is drawn: " + before);
        RunSpec drawn =
                RunSpec.draft().split("time").candidates("sampled:99").seed(2).spec();
        RunSpec drawnBefore = RunJson.spec(RunJson.spec(drawn).replace("\"splitSeed\":1,", ""));
        assertFalse(drawn.sameAs(drawnBefore), "other negatives");
        assertTrue(drawn.setting().sameAs(drawnBefore.setting()), "of one setting all the same");
    }

    private static final String OLD =
            "{\"data\":\"/data\",\"format\":\"ncf\",\"fingerprint\":\"f00\",\"split\":\"Random:.80\","
                    + "\"candidates\":\"sampled:099\",\"algorithm\":\"neumf\",\"values\":{\"learning_rate\":\"1e-3\","
                    + "\"layers\":\"64, 32\",\"features\":\"user.age , item.genre:14\",\"start_from\":\"3,5\"},"
                    + "\"epochs\":12,\"patience\":2,\"seed\":7,\"metrics\":\"hr@10, NDCG@10\"}";

    @Test
    void runsOfEarlierVersionsAreRead() {
        RunSpec spec = RunJson.spec(OLD);
        assertEquals("/data", spec.data());
        assertEquals("ncf", spec.format());
        assertEquals("f00", spec.fingerprint());
        assertEquals(Recipe.USUAL, spec.recipe());
        assertEquals("random:0.8", spec.split());
        assertEquals("none", spec.validation(), "the best epoch was chosen on the test part");
        assertEquals("sampled:99", spec.candidates());
        assertEquals("neumf", spec.algorithm());
        assertEquals(
                Map.of(
                        "learning_rate", "0.001",
                        "layers", "64-32",
                        "features", "user.age,item.genre:14",
                        "start_from", "3,5"),
                spec.values());
        assertEquals(12, spec.epochs());
        assertEquals(2, spec.patience());
        assertEquals(7, spec.seed());
        assertEquals(7, spec.splitSeed(), "one seed was for all");
        assertEquals("HR@10,NDCG@10", spec.metrics());
        assertEquals(1, spec.metricsEvery());
        assertEquals("auto", spec.engine());
        assertEquals("auto", spec.device());
        assertEquals(spec, RunJson.spec(RunJson.spec(spec)));
    }

    /** Their figures keep their meaning, under the names of today. */
    @Test
    void runsOfEarlierVersionsKeepTheirProtocol() {
        String old = OLD.replace("sampled:099", "all").replace("hr@10, NDCG@10", "Score,Recall@25");
        RunSpec spec = RunJson.spec(old);
        assertEquals("all:any-repeat", spec.candidates(), "seen items stayed where anybody repeats");
        assertTrue(spec.coldCounted(), "users without training rows were part of the results");
        assertEquals("Score,CappedRecall@25", spec.metrics(), "recall was over min(K, items to find)");
        assertEquals("CappedRecall@25", spec.metric("Recall@25"));
        assertEquals("Score", spec.metric("Score"));
        assertEquals(spec, RunJson.spec(RunJson.spec(spec)), "stored again, it stays the same");
        assertEquals(
                "all:any-repeat@near",
                RunJson.spec(old.replace("\"all\"", "\"all@near\"")).candidates());
        RunSpec now = RunSpec.draft()
                .candidates("all")
                .metrics("Recall@25,CappedRecall@25")
                .spec();
        RunSpec read = RunJson.spec(RunJson.spec(now));
        assertEquals("all", read.candidates());
        assertFalse(read.coldCounted());
        assertEquals("Recall@25", read.metric("Recall@25"), "today's recall is over all items to find");
    }

    @Test
    void jsonHasTheNamesThatScriptsKnow() {
        JsonObject json =
                JsonParser.parseString(RunJson.spec(RunJson.spec(OLD))).getAsJsonObject();
        assertEquals(
                Set.of(
                        "data",
                        "format",
                        "fingerprint",
                        "split",
                        "validation",
                        "coldUsers",
                        "candidates",
                        "algorithm",
                        "values",
                        "epochs",
                        "patience",
                        "seed",
                        "splitSeed",
                        "engine",
                        "device",
                        "metrics",
                        "recipe",
                        "metricsEvery"),
                json.keySet());
        assertTrue(json.getAsJsonPrimitive("epochs").isNumber());
        assertEquals(
                "0.001", json.getAsJsonObject("values").get("learning_rate").getAsString());
        assertTrue(json.get("recipe").isJsonObject());
    }

    private static RunSpec spelt(String split, String metrics, String rate, String epochs) {
        return RunSpec.draft()
                .algorithm("mf")
                .values(Map.of("learning_rate", rate))
                .run(Map.of("split", split, "metrics", metrics, "epochs", epochs))
                .spec();
    }

    @Test
    void equalValuesAreEqualSettingsHoweverTheyAreSpelt() {
        RunSpec spec = spelt("time", "HR@10,NDCG@10", "0.001", "8");
        for (RunSpec other : List.of(
                spelt("time", "HR@10,NDCG@10", "1e-3", "8"),
                spelt("Time", "hr@10 , ndcg@010", ".001", "008"),
                spelt(" TIME ", "HR@10, NDCG@10", "0.0010", "+8"))) {
            assertTrue(spec.sameAs(other), other.toString());
            assertTrue(spec.setting().sameAs(other.withSeed(4).setting()), "one series");
        }
        assertFalse(spec.sameAs(spelt("time", "HR@10,NDCG@10", "0.002", "8")));
        assertFalse(spec.sameAs(spelt("time", "NDCG@10,HR@10", "0.001", "8")), "the first decides");
    }

    @Test
    void whatHadNoParameterYetIsAsItWasDone() {
        RunSpec before = RunSpec.draft()
                .algorithm("neumf")
                .values(Map.of("loss", "mean", "start_from", ""))
                .spec();
        assertEquals(
                Map.of("loss", "mean", "start_from", "", "precision", "float32", "parts", "1"),
                RunJson.spec(RunJson.spec(before)).values());
        RunSpec gmf = before.change().algorithm("gmf").spec();
        assertEquals(
                Map.of("loss", "mean", "start_from", "", "parts", "1"),
                RunJson.spec(RunJson.spec(gmf)).values(),
                "which has no layers");
        RunSpec now = before.change()
                .values(Map.of("loss", "mean", "start_from", "", "precision", "bfloat16", "parts", "4"))
                .spec();
        assertEquals(now, RunJson.spec(RunJson.spec(now)));
        RunSpec some = before.change().values(Map.of("loss", "sum")).spec();
        assertEquals(some, RunJson.spec(RunJson.spec(some)), "of a search that sets only that");
    }
}
