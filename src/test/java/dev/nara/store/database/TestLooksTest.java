package dev.nara.store.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import dev.nara.run.RunListener;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.entry.FitOf;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestLooksTest {
    private static final RunSpec SPEC = RunSpec.draft()
            .fingerprint("f".repeat(16))
            .split("ratio:0.8")
            .validation("ratio:0.8")
            .candidates("all:kept")
            .algorithm("bpr")
            .spec();
    private static final RunSpec ON_TEST = SPEC.change().validation("none").spec();
    private static final RunEvent.EpochDone EPOCH =
            new RunEvent.EpochDone("train", 1, 0.5, 1, 10, 1, Map.of("HR@10", 0.2), true, Map.of());
    private static final RunEvent.Tested TESTED =
            new RunEvent.Tested(1, Map.of("HR@10", 0.1), 4, Map.of(), 0, Map.of());

    @TempDir
    private Path folder;

    private static void tested(RunStore store, RunSpec spec) throws DataException {
        RunListener run = store.recorder(store.create(spec));
        run.event(EPOCH);
        run.event(TESTED);
    }

    private void change(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("runs.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void runsLookWhenTheyAreReportedOnTheTestPart() throws DataException {
        try (RunStore store = RunStore.open(folder)) {
            assertEquals(0, store.looks().count(SPEC));
            store.recorder(store.create(SPEC)).event(EPOCH);
            assertEquals(0, store.looks().count(SPEC), "only its validation part was looked at");
            tested(store, SPEC.withSeed(2));
            assertEquals(1, store.looks().count(SPEC));
            assertEquals(Optional.of(TESTED), store.find("2").tested());
            RunListener onTest = store.recorder(store.create(ON_TEST));
            onTest.event(EPOCH);
            onTest.event(EPOCH);
            assertEquals(2, store.looks().count(SPEC), "chosen on the test part");
            tested(store, SPEC.change().split("leave-one-out").spec());
            assertEquals(2, store.looks().count(SPEC), "of another split");
            RunSpec all = SPEC.change().split("all").validation("none").spec();
            FitOf fitOf = new FitOf(2, "", 1, Map.of(), FitOf.Part.TEST, "ratio:0.8", "all:kept");
            store.recorder(store.create(all, fitOf)).event(EPOCH);
            assertEquals(0, store.looks().count(all), "a fit has no test part");
        }
    }

    @Test
    void aLookStaysWhenItsRunIsDeleted() throws DataException {
        try (RunStore store = RunStore.open(folder)) {
            tested(store, SPEC);
            store.trash().put(1);
            store.trash().clean();
            assertEquals(1, store.looks().count(SPEC));
            tested(store, SPEC);
            assertEquals(2, store.looks().count(SPEC), "a new run, for numbers are not given again");
        }
    }

    @Test
    void theSameLookAgainIsNoFurtherOne() throws DataException {
        try (RunStore store = RunStore.open(folder)) {
            for (String what : new String[] {"run 1", "run 1", "run 2"}) {
                store.looks().add(SPEC, TestLooks.Kind.EVALUATION, what);
            }
            store.looks().add(SPEC, TestLooks.Kind.SUBMISSION, "run 1");
        }
        try (RunStore again = RunStore.open(folder)) {
            assertEquals(3, again.looks().count(SPEC));
        }
    }

    @Test
    void runsOfAnEarlierVersionAreCounted() throws DataException, SQLException {
        change(
                "CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT,"
                        + " created TEXT NOT NULL, spec TEXT NOT NULL, state TEXT NOT NULL)",
                "CREATE TABLE events (run INTEGER NOT NULL REFERENCES runs(id),"
                        + " seq INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (run, seq))",
                "INSERT INTO runs (created, spec, state) VALUES ('', '" + RunJson.spec(ON_TEST) + "', 'FINISHED')",
                "INSERT INTO runs (created, spec, state) VALUES ('', '" + RunJson.spec(SPEC) + "', 'CANCELLED')",
                "INSERT INTO runs (created, spec, state) VALUES ('', 'damaged', 'FINISHED')",
                "INSERT INTO events VALUES (1, 1, '" + RunJson.event(EPOCH) + "')",
                "INSERT INTO events VALUES (2, 1, '" + RunJson.event(EPOCH) + "')",
                "INSERT INTO events VALUES (3, 1, '" + RunJson.event(EPOCH) + "')");
        try (RunStore store = RunStore.open(folder)) {
            assertEquals(1, store.looks().count(SPEC), "the second chose its epoch elsewhere and was not told");
        }
        RunStore.open(folder).close();
        // As the step of the schema leaves a run that was told.
        change(
                "UPDATE events SET event = '" + RunJson.event(TESTED) + "' WHERE run = 2",
                "INSERT INTO looks VALUES ('', 'RUN', 2, '')");
        try (RunStore store = RunStore.open(folder)) {
            assertEquals(2, store.looks().count(SPEC));
        }
    }
}
