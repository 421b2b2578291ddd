package dev.nara.store.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.Toy;
import dev.nara.data.prepare.Prepared;
import dev.nara.explain.Explainer;
import dev.nara.explain.Recommendations;
import dev.nara.run.RunEvent;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSettings;
import dev.nara.spec.RunSpec;
import dev.nara.split.SplitFile;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedListLogTest {
    @TempDir
    private Path folder;

    @Test
    void everyEvaluatedEpochIsKeptOfTheChosenAndOfAllAges() throws Exception {
        Services services = TestServices.on(folder);
        Prepared data = services.open(services.sample(), Recipe.USUAL, Progress.NONE);
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            store.watchedUsers().choose("3", true);
            store.watchedUsers().choose("7", true);
            store.watchedUsers().choose("7", false);
            TestServices.train(services, store, data, "ials", Map.of("factors", "8"), 3, 1);
            StoredRun run = store.find("latest");
            Map<Integer, List<WatchedListLog.Moment>> watched =
                    WatchedListLog.read(store.files().watchedLists(run.id()));
            assertTrue(watched.size() >= 12, "some of all are watched");
            assertTrue(watched.containsKey(data.dataset().users().indexOf("3")));
            Services.Reopened reopened = services.reopen(store, run, data);
            int best = run.best().orElseThrow().epoch();
            for (int user : watched.keySet()) {
                List<WatchedListLog.Moment> moments = watched.getOrDefault(user, List.of());
                assertEquals(
                        List.of(1, 2, 3),
                        moments.stream().map(WatchedListLog.Moment::epoch).toList());
                WatchedListLog.Moment moment = moments.get(best - 1);
                assertEquals(
                        new Recommendations(reopened.recommender(), reopened.preparedRun())
                                .top(user, 25).stream()
                                        .map(Recommendations.Entry::item)
                                        .toList(),
                        moment.list(),
                        "the list of the best epoch is what its model recommends");
                assertEquals(
                        new Explainer(reopened.preparedRun(), reopened.recommender())
                                .heldOut(user).stream()
                                        .map(Explainer.HeldOut::rank)
                                        .sorted()
                                        .toList(),
                        moment.ranks().stream().sorted().toList());
            }
            String hash = SplitFile.hash(store.files().split(run.id()));
            assertEquals(64, hash.length(), "the split is frozen beside it");
            PreparedRun frozen = services.prepare(
                    RunSpec.draft()
                            .data(run.spec().data())
                            .format(run.spec().format())
                            .split("file:" + store.files().split(run.id()))
                            .algorithm("popularity")
                            .epochs(1)
                            .recipe(run.spec().recipe())
                            .spec(),
                    data.dataset());
            assertEquals(
                    reopened.preparedRun().split().train().size(),
                    frozen.split().train().size());
        }
    }

    @Test
    void ofAnEpochTrainedTwiceTheLastCountsAndHalfALineIsNone() throws Exception {
        Path file = folder.resolve("canaries.jsonl");
        Files.writeString(file, "{\"epoch\":1,\"loss\":0.5,\"users\":[4],\"lists\":[[1,2]],\"ranks\":[[9,3]]}\n");
        Files.writeString(
                file,
                "{\"epoch\":1,\"loss\":0.4,\"users\":[4],\"lists\":[[2,1]],\"ranks\":[[8,2]]}\n{\"epoch\":2,\"lo",
                StandardOpenOption.APPEND);
        List<WatchedListLog.Moment> moments = WatchedListLog.read(file).getOrDefault(4, List.of());
        assertEquals(List.of(new WatchedListLog.Moment(1, 0.4, List.of(2, 1), List.of(8, 2))), moments);
        assertEquals(2, Collections.min(moments.get(0).ranks()));
        Services services = TestServices.on(folder);
        Prepared data = services.open(services.sample(), Recipe.USUAL, Progress.NONE);
        try (RunStore store = RunStore.open(folder.resolve("other"))) {
            TestServices.train(services, store, data, "popularity", Map.of(), 1, 1);
            Services.Reopened run = services.reopen(store, store.find("latest"), data);
            RunEvent.EpochDone third = new RunEvent.EpochDone("train", 3, 0.1, 1, 1, 1, Map.of(), true, Map.of());
            WatchedListLog.add(file, run.preparedRun(), new int[] {4}, third, run.recommender());
        }
        assertEquals(
                List.of(1, 3),
                WatchedListLog.read(file).getOrDefault(4, List.of()).stream()
                        .map(WatchedListLog.Moment::epoch)
                        .toList(),
                "what comes after half a line is whole");
    }

    @Test
    void aUserWhoIsLookedAtJoinsARunUnderWayAndUsersOfOneEpochInTwoLinesAreBothThere() throws Exception {
        WatchedUsers users = new WatchedUsers(folder);
        Services services = TestServices.on(folder);
        PreparedRun run = services.prepare(
                RunSpec.draft()
                        .algorithm("popularity")
                        .split("leave-one-out")
                        .validation(RunSettings.ON_TEST)
                        .spec(),
                Toy.of(3, 2, new long[][] {{0, 0, 1}, {0, 1, 2}, {1, 0, 1}, {1, 1, 2}, {2, 0, 1}}));
        int[] first = {1};
        assertArrayEquals(new int[] {1}, users.with(first, run));
        users.shown("2");
        users.shown("nobody");
        assertArrayEquals(new int[] {1, 2}, users.with(first, run));
        for (int n = 0; n < 60; n++) {
            users.shown("id " + n);
        }
        assertArrayEquals(new int[] {1}, users.with(first, run), "only the last 50 count");
        Path file = folder.resolve("two.jsonl");
        Files.writeString(file, """
            {"epoch":1,"loss":0.5,"users":[4],"lists":[[1]],"ranks":[[1]]}
            {"epoch":1,"loss":0.5,"users":[7],"lists":[[2]],"ranks":[[3]]}
            """);
        assertEquals(Set.of(4, 7), WatchedListLog.read(file).keySet());
    }
}
