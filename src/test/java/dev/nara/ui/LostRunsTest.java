package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestRuns;
import dev.nara.TestServices;
import dev.nara.run.RunState;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A workspace whose list has lost a run that its folders still have. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class LostRunsTest {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Services services;

    @Start
    void open(Stage stage) throws Exception {
        services = TestServices.on(folder);
        try (RunStore store = services.store(services.workspace())) {
            store.create(
                    TestRuns.run(1, "popularity", Map.of(), 1, Map.of("HR@10", 0.5))
                            .spec(),
                    RunState.QUEUED,
                    "");
        }
        try (Connection database = DriverManager.getConnection(
                        "jdbc:sqlite:" + services.workspace().resolve("runs.db"));
                Statement statement = database.createStatement()) {
            assertEquals(1, statement.executeUpdate("DELETE FROM runs"));
        }
        WindowUnderTest.start(stage, services, folder, folder, Executors.newCachedThreadPool());
    }

    @Test
    void itIsReportedAndTakenInWithAClick() throws Exception {
        OnFx.await("the lost run is reported", () -> OnFx.all(".toast", Node.class).stream()
                .map(Node::getAccessibleText)
                .toList()
                .contains("Lost runs: 1 run folder not in the list, for example after a backup was restored."));
        OnFx.run(() -> OnFx.find("Restore", Button.class).fire());
        OnFx.await(
                "it is said",
                () -> OnFx.find("#status-sentence", Label.class).getText().equals("1 run restored."));
        try (RunStore store = services.store(services.workspace())) {
            assertEquals(1, store.list().size());
            assertEquals(0, store.orphans().count());
        }
    }
}
