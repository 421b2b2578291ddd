package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.TrainedWorkspace;
import dev.nara.store.check.WorkspaceCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

/** A workspace with damaged files is checked and repaired in the window. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class WorkspaceRepairTest {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Services services;

    @SuppressWarnings("NullAway.Init")
    private WindowUnderTest nara;

    @Start
    void open(Stage stage) throws Exception {
        services = TestServices.on(folder);
        TrainedWorkspace.train(services.workspace(), 1, 0);
        TrainedWorkspace.train(services.workspace(), 1, 2);
        TrainedWorkspace.flip(services.workspace().resolve("runs/2/split.jsonl"), 200);
        Files.delete(services.workspace().resolve("runs/1/batches.bin"));
        Files.delete(services.workspace().resolve("runs/2/last.safetensors"));
        nara = WindowUnderTest.start(stage, services, folder, folder, Executors.newCachedThreadPool());
    }

    private static List<String> said(String card) {
        return OnFx.all("#" + card + " .figure-title", Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    @Test
    void whatIsFoundIsShownAndRepaired() throws Exception {
        nara.menu("runs.check");
        OnFx.await("it is shown", () -> !said("workspace-findings").isEmpty());
        assertEquals(
                List.of("runs/1/batches.bin", "runs/2/split.jsonl", "runs/2/last.safetensors"),
                said("workspace-findings"));
        assertTrue(OnFx.all("#workspace-findings .card-detail", Label.class)
                .get(0)
                .getText()
                .endsWith("Can be repaired."));
        OnFx.run(() -> OnFx.find("#workspace-findings-yes", Button.class).fire());
        OnFx.await("it is repaired", () -> !said("workspace-repaired").isEmpty());
        assertEquals(
                "2 repaired, 1 left.",
                OnFx.find("#status-sentence", Label.class).getText());
        OnFx.run(() -> OnFx.find("Close", Button.class).fire());
        OnFx.await("it is closed", () -> OnFx.all("#workspace-repaired", Node.class)
                .isEmpty());
        nara.menu("runs.check");
        OnFx.await("what is left is shown", () -> !said("workspace-left").isEmpty());
        assertEquals(List.of("runs/2/last.safetensors"), said("workspace-left"));
        try (RunStore store = services.store(services.workspace())) {
            assertEquals(
                    1,
                    WorkspaceCheck.of(store, false, opened -> opened.studies().damaged())
                            .left());
        }
    }
}
