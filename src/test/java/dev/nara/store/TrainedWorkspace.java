package dev.nara.store;

import dev.nara.TestServices;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.run.RunState;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Workspaces with small runs that were really trained. */
public final class TrainedWorkspace {
    private static final Dataset DATA = Toy.twoTastes(40, 60, 12);
    private static final RunSpec SPEC = RunSpec.draft()
            .data("/data")
            .format("toy")
            .fingerprint(DATA.fingerprint())
            .split("leave-one-out")
            .validation("ratio:0.7")
            .candidates("all")
            .algorithm("bpr")
            .epochs(4)
            .metrics("HR@10")
            .spec();

    private TrainedWorkspace() {}

    /** Trains a run to its end, or leaves it after an epoch; 0 for its end. */
    public static long train(Path workspace, long seed, int leave) throws DataException {
        try (RunStore store = RunStore.open(workspace)) {
            PreparedRun prepared =
                    TestServices.on(workspace).prepare(SPEC.change().seed(seed).spec(), DATA);
            long run = store.create(prepared.spec(), RunState.QUEUED, "");
            RunControl control = new RunControl();
            RunListener leaving = event -> {
                if (event instanceof RunEvent.EpochDone done && done.epoch() == leave) {
                    control.leave();
                }
            };
            store.runner(run, prepared, leaving, control).run();
            return run;
        }
    }

    /** Goes on with a run until its end. */
    public static void resume(Path workspace, long run) throws DataException {
        try (RunStore store = RunStore.open(workspace)) {
            PreparedRun prepared = TestServices.on(workspace)
                    .prepare(store.find(Long.toString(run)).spec(), DATA);
            store.runner(run, prepared, event -> {}, new RunControl()).run();
        }
    }

    /** Changes the database behind the program's back. */
    public static void sql(Path workspace, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + workspace.resolve("runs.db"));
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** Changes a byte of a file, counted from its end where negative. */
    public static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at < 0 ? bytes.length + at : at] ^= 4;
        Files.write(file, bytes);
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** What a run is, but for its place in the queue. */
    public static List<Object> contents(RunStore store, long run) throws DataException {
        StoredRun stored = store.find(Long.toString(run));
        return List.of(
                stored.created(),
                stored.spec(),
                stored.state(),
                stored.label(),
                stored.environment(),
                stored.best(),
                stored.last(),
                stored.tested(),
                store.events(run));
    }
}
