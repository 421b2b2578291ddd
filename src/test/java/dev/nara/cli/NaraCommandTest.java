package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.EveryCommand;
import dev.nara.TestServices;
import dev.nara.cli.terminal.Output;
import dev.nara.data.ServiceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@Tag("process")
class NaraCommandTest extends CommandLineTest {
    private Path data;

    /** The hand-written service folder with 30 further albums, so that a list of 25 can be filled. */
    @BeforeEach
    void write() throws IOException {
        data = folder.resolve("data");
        ServiceFolder files = ServiceFolder.write(data);
        StringBuilder meta = new StringBuilder(Files.readString(data.resolve("meta_data.csv")));
        for (int album = 100; album < 130; album++) {
            meta.append(album).append(",구름 편지 ").append(album).append("화,,키즈,책,,한국,200,,,,,,,,\n");
        }
        files.put("meta_data.csv", meta.toString());
    }

    private int trainPopularity(String split) {
        return nara("train", "--data", data.toString(), "--algorithm", "popularity", "--split", split, "--json");
    }

    /** What holds of every command is tried with every command. */
    @Test
    void everyCommandIsCarriedOutWhereItIsWatched() {
        List<String> tried = EveryCommand.COMMANDS.stream()
                .map(words -> words.replace("?", ""))
                .toList();
        CommandLine all = NaraCommand.commands(
                services(), TestServices::bench, new Output(System.out, System.err, Locale.ROOT, false));
        assertEquals(
                List.of(),
                names(all, "")
                        .filter(name -> tried.stream().noneMatch(words -> (words + " ").startsWith(name + " ")))
                        .toList());
    }

    private static Stream<String> names(CommandLine line, String before) {
        return line.getSubcommands().entrySet().stream()
                .flatMap(sub -> Stream.concat(
                        Stream.of(before + sub.getKey()), names(sub.getValue(), before + sub.getKey() + " ")))
                .filter(name -> !name.equals("runs") && !name.equals("workspace"));
    }

    @Test
    void whatIsWrongWithACommandIsSaidInTheUsersLanguage() {
        assertEquals(2, nara("train", "--epoch", "3"));
        assertTrue(err.startsWith("Not understood: --epoch"), err);
        assertEquals(2, nara(Locale.KOREAN, "train", "--epochs", "viele"));
        assertTrue(err.startsWith("viele은 --epochs의 값이 될 수 없습니다"), err);
        assertEquals(2, nara(Locale.KOREAN, "compare"));
        assertTrue(err.startsWith("필요한 인자: --runs"), err);
        assertEquals(2, nara("resume", "--run", "1", "--all"));
        assertTrue(err.startsWith("These options cannot be combined"), err);
        assertEquals(2, nara("--workspace", folder.toString(), "runs", "list"));
        assertTrue(err.startsWith("Options follow the command: nara runs OPTIONS."), err);
    }

    @Test
    void howManyTrainAtATimeIsChosenAndWhatNobodyTrainsIsStopped() {
        assertEquals(
                0,
                nara("train", "--algorithm", "mf", "--epochs", "3", "--pause-after", "1", "--data", data.toString()));
        assertEquals(0, nara("runs", "at-a-time", "--number", "2", "--json"));
        assertEquals(2, json().get(0).get("atATime").getAsInt());
        assertEquals(2, nara("runs", "stop", "--run", "latest"));
        assertTrue(err.startsWith("latest is not a run number"), err);
        assertEquals(0, nara("runs", "stop", "--run", "1"));
        assertEquals(2, nara("runs", "stop", "--run", "1"), "it has ended");
        assertEquals(2, nara("baselines", "--epochs", "0", "--data", data.toString()));
    }

    @Test
    void ofAnImportedRunAloneTheDataMoves() throws IOException {
        assertEquals(0, nara("train", "--algorithm", "popularity", "--data", data.toString()));
        Path file = folder.resolve("run.zip");
        assertEquals(0, nara("runs", "export", "--run", "1", "--file", file.toString()));
        Path copy = folder.resolve("copy");
        Files.createDirectories(copy);
        try (var files = Files.list(data)) {
            for (Path each : files.toList()) {
                Files.copy(each, copy.resolve(each.getFileName()));
            }
        }
        assertEquals(0, nara("runs", "import", "--file", file.toString(), "--data", copy.toString()));
        assertEquals(0, nara("runs", "list", "--json"));
        List<String> places = json().get(0).getAsJsonArray("runs").asList().stream()
                .map(run -> run.getAsJsonObject()
                        .getAsJsonObject("settings")
                        .get("data")
                        .getAsString())
                .toList();
        assertEquals(List.of(copy.toString(), data.toString()), places);
    }

    @Test
    void cleaningUpIsAskedFor() {
        assertEquals(0, nara("train", "--algorithm", "popularity", "--data", data.toString()));
        assertEquals(0, nara("runs", "delete", "--run", "1"));
        assertEquals(0, nara("runs", "clean"));
        assertTrue(err.contains("--yes"), err);
        assertEquals(0, nara("runs", "trash", "--json"));
        assertEquals(1, json().get(0).getAsJsonArray("runs").size(), "nothing is gone yet");
        assertEquals(0, nara("runs", "clean", "--yes"));
        assertEquals(0, nara("runs", "trash", "--json"));
        assertEquals(0, json().get(0).getAsJsonArray("runs").size());
    }

    @Test
    void severalAreThrownAwayAndTakenBackAtOnce() {
        for (String seed : List.of("1", "2")) {
            assertEquals(0, nara("train", "--algorithm", "popularity", "--data", data.toString(), "--seed", seed));
        }
        assertEquals(2, nara("runs", "delete"));
        assertTrue(err.startsWith("delete needs run numbers"), err);
        assertEquals(0, nara("runs", "delete", "--run", "1,2"));
        assertEquals(2, nara("runs", "restore", "--run", "1,3"), "run 3 was never there");
        assertEquals(0, nara("runs", "restore", "--run", "1,2"));
        assertEquals(0, nara("runs", "list", "--json"));
        assertEquals(2, json().get(0).getAsJsonArray("runs").size());
    }

    @Test
    void whatBeginsWithAnotherModelsWeightsIsRefusedAndNotStored() {
        assertEquals(0, nara("train", "--algorithm", "popularity", "--data", data.toString()));
        assertEquals(2, nara("train", "--algorithm", "gmf", "--data", data.toString(), "--set", "start_from=1"));
        assertTrue(err.contains("belong to a different model"), err);
        assertEquals(0, nara("runs", "list", "--json"));
        assertEquals(1, json().get(0).getAsJsonArray("runs").size());
    }

    @Test
    void aSeriesIsSummedUpOnceAllOfItAreFinished() {
        String[] train = {"train", "--data", data.toString(), "--algorithm", "gmf", "--epochs", "2", "--repeat", "2"};
        assertEquals(0, nara(append(train, "--pause-after", "1")));
        assertFalse(err.contains("Mean and standard deviation"), err);
        assertEquals(0, nara("resume", "--run", "2"));
        assertFalse(err.contains("Mean and standard deviation"), err);
        assertEquals(0, nara("resume", "--all"));
        assertTrue(err.contains("Mean and standard deviation of runs 1, 2"), err);
    }

    @Test
    void dataThatHasGoneElsewhereIsSaid() throws IOException {
        assertEquals(0, nara("train", "--algorithm", "popularity", "--data", data.toString()));
        Files.move(data, folder.resolve("elsewhere"));
        assertEquals(2, nara("recommend", "--run", "1", "--user", "0"));
        assertTrue(err.contains("nara runs move --run 1 --data PATH"), err);
    }

    @Test
    void dataAsJson() {
        assertEquals(0, nara("data", "--data", data.toString(), "--json"));
        JsonObject profile = json().get(0);
        assertEquals(3, profile.get("users").getAsInt());
        assertEquals(34, profile.get("items").getAsInt());
        assertEquals(7, profile.get("interactions").getAsInt());
        assertEquals("service", profile.get("format").getAsString());
        assertEquals("", err);
    }

    @Test
    void dataSaysWhatIsWrongAndWhatWasDone() {
        assertEquals(0, nara("data", "--data", data.toString(), "--where", "trailer=0", "--split", "time:2022-04-15"));
        assertTrue(out.contains("--repairs repeated-rows"), out);
        assertEquals(0, nara("data", "--data", data.toString(), "--where", "trailer=0", "--repairs", "none", "--json"));
        JsonObject report = json().get(0);
        assertEquals(7, report.get("interactions").getAsInt(), "8 rows, one a trailer");
        assertTrue(report.getAsJsonArray("quality").size() > 5);
        assertEquals(1, report.getAsJsonArray("steps").size());
        assertTrue(report.getAsJsonObject("split").has("leakShare"));
        assertEquals(2, nara("data", "--data", data.toString(), "--where", "stars>3"));
        assertTrue(err.contains("watched_share") || err.contains("trailer"), err);
    }

    @Test
    void aRunsCommandLineGivesTheSameRunAgain() throws IOException {
        String[] train = {
            "train",
            "--data",
            data.toString(),
            "--algorithm",
            "gmf",
            "--set",
            "negatives=2",
            "--epochs",
            "3",
            "--json",
            // Three users are too few for a validation part.
            "--validation",
            "none"
        };
        assertEquals(
                0, nara(append(train, "--where", "trailer=0", "--split", "leave-one-out", "--seed", "9")), () -> err);
        List<JsonObject> first = epochs();
        assertEquals(3, first.size());
        assertEquals(0, nara("runs", "show", "--json"));
        String command = json().get(0).get("command").getAsString();
        assertTrue(command.startsWith("nara train --data ") && command.contains("--seed 9"), command);
        String[] again = append(command.substring("nara ".length()).split(" ", -1), "--json");
        assertEquals(
                0, nara(append(again, "--workspace", folder.resolve("other").toString())));
        assertEquals(first, epochs());
        assertEquals(0, nara("train", "--from", "1", "--json"));
        assertEquals(first, epochs());
        assertEquals(0, nara("train", "--from", "1", "--seed", "10", "--repeat", "2", "--json"));
        assertEquals(6, epochs().size());
        assertNotEquals(first, epochs().subList(0, 3));
    }

    private static String[] append(String[] command, String... more) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    @Test
    void allRunsThatWaitAreResumedInTheirOrder() throws IOException {
        String[] train = {"train", "--data", data.toString(), "--algorithm", "gmf", "--epochs", "2"};
        for (String seed : List.of("1", "2", "3")) {
            assertEquals(0, nara(append(append(train, "--pause-after", "1"), "--seed", seed)));
        }
        assertEquals(2, nara("resume", "--json"), "neither --run nor --all");
        assertEquals(2, nara("resume", "--run", "1", "--all"), "both");
        assertEquals(2, nara("resume", "--run", "3,9"), "no run 9, so none of them");
        assertEquals(0, nara("resume", "--run", "3,3"));
        assertEquals(0, nara("resume", "--all", "--json"));
        assertEquals(
                List.of(1, 2),
                json().stream()
                        .filter(e -> e.get("event").getAsString().equals("finished"))
                        .map(e -> e.get("run").getAsInt())
                        .toList());
        assertEquals(0, nara("resume", "--all"));
        assertTrue(err.contains("There are no runs to resume"), err);
    }

    /** What was printed of epochs, but how long they took. */
    private List<JsonObject> epochs() {
        List<JsonObject> epochs = new ArrayList<>();
        for (JsonObject event : json()) {
            if (event.has("event") && event.get("event").getAsString().equals("epoch")) {
                List.of("run", "seconds", "examplesPerSecond", "evaluationSeconds")
                        .forEach(event::remove);
                epochs.add(event);
            }
        }
        return epochs;
    }

    @Test
    void aRunThatIsLeftIsResumedListedAndThrownAway() throws IOException {
        String[] train = {"train", "--data", data.toString(), "--algorithm", "gmf", "--epochs", "3", "--json"};
        assertEquals(0, nara(append(train, "--pause-after", "2")));
        assertEquals(2, epochs().size());
        assertEquals(0, nara("runs", "list"));
        assertTrue(out.contains("paused"), out);
        assertEquals(0, nara("resume", "--run", "1", "--json"));
        assertEquals(1, epochs().size());
        assertEquals(2, nara("resume", "--run", "1"), err);
        Path file = folder.resolve("run.zip");
        assertEquals(0, nara("runs", "export", "--run", "1", "--file", file.toString()));
        assertEquals(0, nara("runs", "import", "--file", file.toString()));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        try (Stream<Path> parts = Files.list(data)) {
            for (Path part : parts.toList()) {
                Files.copy(part, elsewhere.resolve(part.getFileName()));
            }
        }
        assertEquals(0, nara("runs", "move", "--run", "2", "--data", elsewhere.toString()));
        assertTrue(err.contains("2 runs"), err);
        assertEquals(0, nara("runs", "show", "--run", "1"));
        assertTrue(out.contains(elsewhere.toString()), out);
        Files.writeString(elsewhere.resolve("profile_data.csv"), "", StandardOpenOption.TRUNCATE_EXISTING);
        assertEquals(2, nara("runs", "move", "--run", "2", "--data", elsewhere.toString()), "other data");
        assertEquals(2, nara("runs", "import", "--file", file.toString(), "--data", elsewhere.toString()));
        assertEquals(2, nara("runs", "show", "--run", "3"), "nothing was imported");
        assertEquals(2, nara("runs", "restore", "--run", "2"), "it is not in the trash");
        assertEquals(0, nara("runs", "delete", "--run", "2"));
        assertEquals(0, nara("runs", "list", "--json"));
        assertEquals(1, json().get(0).getAsJsonArray("runs").size());
        assertEquals(2, nara("runs", "polish"));
    }

    @Test
    void baselinesAreTrainedComparedAndEvaluated() throws IOException {
        String[] sample = {"baselines", "--algorithms", "popularity,own-watched,item-knn", "--json"};
        assertEquals(0, nara(sample));
        assertEquals(
                List.of("popularity", "own-watched", "item-knn"),
                json().stream().map(o -> o.get("algorithm").getAsString()).toList());
        double popular = json().get(0).getAsJsonObject("metrics").get("Score").getAsDouble();
        double own = json().get(1).getAsJsonObject("metrics").get("Score").getAsDouble();
        assertTrue(own > popular + 0.05, own + " " + popular);

        assertEquals(0, nara("compare", "--runs", "1,2,3", "--json"));
        JsonObject comparison = json().get(0);
        assertEquals("Score", comparison.get("metric").getAsString());
        JsonObject last = comparison.getAsJsonArray("contenders").get(2).getAsJsonObject();
        assertEquals("REAL", last.get("verdict").getAsString());
        assertEquals(
                popular
                        - comparison
                                .getAsJsonArray("contenders")
                                .get(0)
                                .getAsJsonObject()
                                .get("mean")
                                .getAsDouble(),
                last.get("difference").getAsDouble(),
                1e-6);
        assertEquals(0, nara("compare", "--runs", "1,2", "--metric", "HR@25"));
        assertTrue(out.contains(" really better than run 1: +."), out);
        assertTrue(out.lines().allMatch(line -> line.length() <= 100), out);
        Path page = folder.resolve("page.html");
        assertEquals(0, nara("compare", "--runs", "1,2", "--slices", "--json", "--out", page.toString()));
        JsonArray groups = json().get(0).getAsJsonArray("slices");
        assertTrue(groups.size() > 3, out);
        double surest = groups.get(0).getAsJsonObject().get("pCorrected").getAsDouble();
        assertTrue(
                groups.get(groups.size() - 1)
                                .getAsJsonObject()
                                .get("pCorrected")
                                .getAsDouble()
                        >= surest,
                "the surest first");
        assertTrue(Files.readString(page).contains("Groups</h2>"), "and in the page");
        assertEquals(2, nara("compare", "--runs", "1,2", "--metric", "MAP@3"));
        assertTrue(err.contains("MAP@3"), err);

        assertEquals(3, testLooks(), "of three runs");
        assertEquals(0, nara("evaluate", "--run", "1,2", "--slices", "age,item.seen", "--json"));
        List<JsonObject> all = json();
        assertEquals(
                6,
                all.stream()
                        .filter(o -> o.has("protocol") && o.has("metrics") && is(o, "run", 1))
                        .count());
        JsonObject whole = all.stream()
                .filter(o -> is(o, "run", 2)
                        && o.has("protocol")
                        && o.get("protocol").getAsString().equals("all:kept"))
                .findFirst()
                .orElseThrow();
        assertEquals(own, whole.getAsJsonObject("metrics").get("Score").getAsDouble(), 1e-12);
        assertEquals(5, all.stream().filter(o -> o.has("kendall")).count());
        List<JsonObject> claims = all.stream().filter(o -> o.has("better")).toList();
        assertEquals(1, claims.size());
        assertEquals(
                6,
                Stream.of("real", "undecided", "reversed")
                        .mapToInt(name -> claims.get(0).getAsJsonArray(name).size())
                        .sum(),
                "every protocol says something of the claim");
        List<JsonObject> seen = all.stream()
                .filter(o -> is(o, "run", 2)
                        && o.has("slice")
                        && o.get("slice").getAsString().equals("item.seen"))
                .toList();
        assertTrue(
                seen.get(1).get("mean").getAsDouble() > seen.get(0).get("mean").getAsDouble() + 0.1,
                "the rule finds what is watched again");
        assertEquals(2, nara("evaluate", "--run", "1", "--slices", "shoe-size"));
        assertEquals(2, nara("evaluate", "--run", "1", "--metrics", "Coverage", "--slices", "age"), err);
        assertEquals(2, nara("baselines", "--set", "esae.lambda=3"));
        assertEquals(2, nara("baselines", "--set", "ease.lambda=none"), err);
        assertEquals(0, nara("baselines", "--algorithms", "popularity,item-knn", "--metrics", "Coverage,Recall@5"));
        assertTrue(out.contains("item-knn"), out);
        assertEquals(0, nara("train", "--algorithm", "ials", "--epochs", "1", "--set", "factors=4"));
        assertEquals(0, nara("train", "--algorithm", "ials", "--epochs", "1", "--set", "factors=4"));
        assertEquals(0, nara("compare", "--runs", "6,7,2", "--json"));
        assertEquals(
                "MORE_SEEDS",
                json().get(0)
                        .getAsJsonArray("contenders")
                        .get(1)
                        .getAsJsonObject()
                        .get("verdict")
                        .getAsString(),
                "one seed twice is one seed");
        assertEquals(2, nara("evaluate", "--run", "1", "--protocols", "all:upside-down"));
    }

    private int testLooks() throws IOException {
        assertEquals(0, nara("runs", "show", "--run", "1", "--json"));
        return json().get(0).get("testLooks").getAsInt();
    }

    @Test
    void evaluatingAndSubmittingAreLooksAtTheTestPart() throws IOException {
        assertEquals(
                0,
                nara(
                        "train",
                        "--algorithm",
                        "popularity",
                        "--split",
                        "leave-one-out",
                        "--validation",
                        "none",
                        "--epochs",
                        "1"));
        assertEquals(1, testLooks());
        assertEquals(0, nara("evaluate", "--run", "1", "--protocols", "all:kept", "--fold-in", "1"));
        assertTrue(out.startsWith("1  popularity  leave-one-out  best epoch on test\n"), out);
        assertEquals(3, testLooks(), "evaluated, and folded in");
        assertEquals(0, nara("evaluate", "--run", "1", "--protocols", "all:kept", "--fold-in", "1", "--json"));
        assertTrue(json().get(0).get("chosenOnTest").getAsBoolean(), out);
        assertEquals(3, testLooks(), "the same again");
        String submission = folder.resolve("submission.csv").toString();
        assertEquals(0, nara("submit", "--run", "1", "--no-fit", "--out", submission));
        assertEquals(4, testLooks(), "scored for the ledger");
    }

    private static boolean is(JsonObject object, String name, int value) {
        return object.has(name) && object.get(name).getAsInt() == value;
    }

    @Test
    void aSplitFrozenOnceIsNamedByARun() throws IOException {
        Path split = folder.resolve("a.split");
        String[] freeze = {
            "data",
            "--data",
            data.toString(),
            "--split",
            "random:0.5",
            "--validation",
            "leave-one-out",
            "--seed",
            "4",
            "--freeze",
            split.toString()
        };
        assertEquals(0, nara(freeze));
        byte[] first = Files.readAllBytes(split);
        assertEquals(0, nara(freeze));
        assertArrayEquals(first, Files.readAllBytes(split));
        assertTrue(Files.readString(split).contains("\"validation\":\"leave-one-out\""));
        assertEquals(0, trainPopularity("file:" + split));
        String named = json().get(0).get("split").getAsString();
        assertTrue(named.matches("file:.*a\\.split@[0-9a-f]{8}"), named);
        assertEquals(0, nara("recommend", "--run", "latest", "--user", "5", "--json"));
    }

    @Test
    void anUnknownTableIsReadByItsColumnsAndItsRecipeIsFoundAgain() throws IOException {
        Path table = Files.writeString(
                folder.resolve("plays.csv"),
                "who;what;stars;when\na;x;5;2022-03-01\na;y;2;2022-03-02\nb;x;4;2022-03-03\n");
        assertEquals(2, nara("data", "--data", table.toString()));
        assertTrue(err.contains("--user"), err);
        assertEquals(
                0,
                nara(
                        "data",
                        "--data",
                        table.toString(),
                        "--user",
                        "who",
                        "--item",
                        "what",
                        "--time",
                        "when",
                        "--number",
                        "stars",
                        "--where",
                        "stars>=4",
                        "--save-recipe"));
        assertEquals(0, nara("data", "--data", table.toString(), "--json"));
        assertEquals(2, json().get(0).get("interactions").getAsInt());
        assertEquals("delimited", json().get(0).get("format").getAsString());
        assertEquals(
                0,
                nara(
                        "data",
                        "--data",
                        table.toString(),
                        "--export",
                        folder.resolve("out").toString()));
        assertEquals(0, nara("data", "--data", folder.resolve("out").toString(), "--json"));
        assertEquals("recbole", json().get(0).get("format").getAsString());
        assertEquals(2, json().get(0).get("interactions").getAsInt());
    }

    @Test
    void fromTrainingToACheckedSubmission() {
        String submission = folder.resolve("submission.csv").toString();
        assertEquals(0, trainPopularity("time:2022-04-15"));
        List<String> kinds =
                json().stream().map(e -> e.get("event").getAsString()).toList();
        assertEquals(List.of("started", "epoch", "tested", "finished"), kinds);
        assertEquals("1", json().get(0).get("run").getAsString());
        assertTrue(json().get(1).get("metrics").getAsJsonObject().has("Score"));
        assertEquals(0, nara("recommend", "--run", "latest", "--user", "5", "--top", "3", "--json"));
        assertEquals(3, json().get(0).getAsJsonArray("items").size());
        assertEquals(0, nara("submit", "--run", "1", "--out", submission));
        assertEquals(0, nara("check", "--submission", submission, "--data", data.toString()));
        assertTrue(Files.exists(folder.resolve("workspace/runs/1/curves.png")));
    }

    @Test
    void aBrokenSubmissionIsRefusedWithTwo() throws IOException {
        Path submission = Files.writeString(folder.resolve("s.csv"), "profile_id,predicted_list\n3,\"[10]\"\n");
        assertEquals(2, nara("check", "--submission", submission.toString(), "--data", data.toString()));
        assertTrue(err.contains("Line 2") && err.contains("2 profiles missing"), err);
    }

    @Test
    void aSubmissionThatCannotPassIsNotWritten() throws IOException {
        ServiceFolder.write(data);
        Path submission = folder.resolve("submission.csv");
        assertEquals(0, nara("train", "--data", data.toString(), "--algorithm", "popularity"));
        assertEquals(2, nara("submit", "--run", "latest", "--out", submission.toString()));
        assertFalse(Files.exists(submission));
    }

    @Test
    void badInputIsOneMessageAndTwo() throws IOException {
        Files.delete(data.resolve("profile_data.csv"));
        assertEquals(2, nara("data", "--data", data.toString()));
        assertEquals(1, err.lines().count(), err);
        assertTrue(err.contains("profile_data.csv"), err);
        assertEquals("", out);
    }

    @Test
    void wrongUseIsTwo() {
        assertEquals(2, nara("train", "--algorithm", "magic"));
        assertEquals(2, nara("train", "--data", data.toString(), "--set", "layers=big"));
        assertEquals(2, nara("train", "--data", data.toString(), "--preset", "huge"));
        assertEquals(2, nara("train", "--data", data.toString(), "--epochs", "0"));
        assertEquals(2, nara("train", "--data", data.toString(), "--device", "gpu7"));
        String[] half = {"train", "--data", data.toString(), "--engine", "vector", "--set", "precision=bfloat16"};
        assertEquals(2, nara(half));
        assertTrue(err.contains("Only the engine torch, on this computer, trains in bfloat16."), err);
        assertEquals(2, nara("recommend", "--run", "latest"));
        assertEquals(2, nara("check"));
        assertEquals(2, nara("--wrong"));
        assertFalse(Files.exists(folder.resolve("workspace/runs/1")));
    }

    @Test
    void helpSpeaksOfEveryOption() {
        assertEquals(0, nara("train", "--help"));
        for (String option : List.of("--data", "--split", "--candidates", "--set", "--seed", "--device", "--json")) {
            assertTrue(out.contains(option), out);
        }
        assertTrue(out.contains("The same seed gives the same result"), out);
        assertFalse(out.contains("for example )"), out);
        String line = out.replaceAll("\\s+", " ");
        String searched = " (a number from 0 to 1000000; a search tries 0|0.1..1000:log): ";
        assertTrue(line.contains("shrinkage=10" + searched + "item-knn"), out);
        assertTrue(line.contains("shrinkage=1" + searched + "user-knn"), out);
        assertTrue(
                line.contains("neighbours=100 (a whole number from 1 to 100000; a search tries 10..1000:log) Number"),
                "of both");
        assertEquals(0, nara("baselines", "--help"));
        assertTrue(out.replaceAll("\\s+", " ").contains("a whole number of at least 1. Default: 20."), out);
    }

    @Test
    void theSeedOfTheSplitIsRefusedByEveryCommandThatTakesIt() {
        assertEquals(2, nara("train", "--data", data.toString(), "--split-seed", "-1"));
        assertTrue(err.contains("--split-seed"), err);
        assertEquals(2, nara("data", "--data", data.toString(), "--split-seed", "-1"));
        assertTrue(err.contains("--split-seed"), err);
    }

    @Test
    void equalSettingsAreTheSameHoweverTheyAreSpelt() {
        String[] train = {"train", "--data", data.toString(), "--algorithm", "own-watched"};
        assertEquals(0, nara(append(train, "--split", "time", "--metrics", "HR@10", "--set", "view_half_life=7")));
        assertFalse(err.contains("same settings"), err);
        assertEquals(0, nara(append(train, "--split", "TIME", "--metrics", "hr@010", "--set", "view_half_life=7.0")));
        assertTrue(err.contains("Run 1 had the same settings and seed"), err);
    }
}
