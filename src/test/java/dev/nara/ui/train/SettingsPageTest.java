package dev.nara.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestRuns;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@Tag("window")
class SettingsPageTest {
    private static final StoredRun FIRST = TestRuns.run(1, "neumf", Map.of(), 1, Map.of("HR@10", 0.5));
    private static final StoredRun SECOND = TestRuns.run(2, "neumf", Map.of(), 2, Map.of("HR@10", 0.6));

    private final ObjectProperty<RunDetails> details = new SimpleObjectProperty<>(RunDetails.NONE);
    private final List<String> kept = new ArrayList<>();

    @Start
    void open(Stage stage) {
        SettingsPage page = new SettingsPage(
                details,
                new Texts(Locale.ENGLISH),
                (run, notes, tags) -> kept.add(run.id() + ": " + notes + " / " + tags));
        stage.setScene(new Scene(new VBox(page, new LogPage(details, new Texts(Locale.ENGLISH))), 400, 600));
        stage.show();
    }

    private static RunDetails of(StoredRun run, String starred, List<String> log) {
        return new RunDetails(
                run,
                false,
                1,
                List.of(new RunDetails.Row("seed", "1", starred.isEmpty() ? "" : "3")),
                starred,
                log,
                List.of(),
                null,
                null);
    }

    private static TextArea notes() {
        return OnFx.find("#run-notes", TextArea.class);
    }

    private static TextField tags() {
        return OnFx.find("#run-tags", TextField.class);
    }

    @Test
    void withoutARunThereIsNothingToWriteOn() {
        assertTrue(OnFx.get(() -> notes().isDisabled() && tags().isDisabled()));
    }

    @Test
    void settingsAreHeldAgainstAnotherRun() {
        TableView<?> settings = OnFx.find("#run-settings", TableView.class);
        OnFx.run(() -> details.set(of(FIRST, "", List.of())));
        assertEquals(2, OnFx.get(() -> settings.getVisibleLeafColumns().size()), "there is no other run");
        OnFx.run(() -> details.set(of(FIRST, "7 best", List.of())));
        assertEquals(3, OnFx.get(() -> settings.getVisibleLeafColumns().size()));
        assertEquals("3", OnFx.get(() -> settings.getColumns().get(2).getCellData(0)));
        assertEquals("Run 7 best", OnFx.get(() -> settings.getColumns().get(2).getText()));
    }

    @Test
    void whatIsWrittenIsKeptWhenTheFieldIsLeftOrAnotherRunShown() {
        OnFx.run(() -> details.set(of(FIRST, "", List.of())));
        OnFx.run(() -> {
            notes().requestFocus();
            notes().setText("good start");
        });
        OnFx.run(() -> tags().requestFocus());
        assertEquals(List.of("1: good start / "), kept);
        OnFx.run(() -> tags().setText("slow"));
        OnFx.run(() -> details.set(of(SECOND, "", List.of())));
        assertEquals("1: good start / slow", kept.get(1));
        assertEquals("", OnFx.get(() -> tags().getText()), "the other run has no tags");
        assertEquals(2, kept.size());
    }

    @Test
    void theLogGrowsByItsNewLines() {
        ListView<?> log = OnFx.find("#run-log", ListView.class);
        OnFx.run(() -> details.set(of(FIRST, "", List.of("begun", "epoch 1"))));
        assertEquals(List.of("begun", "epoch 1"), OnFx.get(() -> List.copyOf(log.getItems())));
        OnFx.run(() -> details.set(of(FIRST, "", List.of("begun", "epoch 1", "epoch 2"))));
        assertEquals(List.of("begun", "epoch 1", "epoch 2"), OnFx.get(() -> List.copyOf(log.getItems())));
        OnFx.run(() -> details.set(of(SECOND, "", List.of("begun"))));
        assertEquals(List.of("begun"), OnFx.get(() -> List.copyOf(log.getItems())));
    }
}
