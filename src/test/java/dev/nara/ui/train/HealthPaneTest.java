package dev.nara.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.run.RunEvent;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@Tag("window")
class HealthPaneTest {
    private final ObservableList<RunEvent.EpochDone> epochs = FXCollections.observableArrayList();

    @SuppressWarnings("NullAway.Init")
    private TabPane pages;

    @Start
    void open(Stage stage) {
        HealthPane pane = new HealthPane(epochs, new Texts(Locale.ENGLISH), new SimpleObjectProperty<>(Theme.LIGHT));
        pages = new TabPane(new Tab("other"), pane.tab());
        stage.setScene(new Scene(pages, 900, 400));
        stage.show();
    }

    private static RunEvent.EpochDone epoch(int number, Map<String, Double> health) {
        return new RunEvent.EpochDone("train", number, 0.5, number, 12_345, 1, Map.of(), false, health);
    }

    /** Every line's name, figure and light. */
    private static List<String> lines() {
        return OnFx.get(() -> {
            TableView<?> table = OnFx.find("#health", TableView.class);
            List<String> lines = new ArrayList<>();
            for (int row = 0; row < table.getItems().size(); row++) {
                lines.add(table.getColumns().get(0).getCellData(row) + " | "
                        + table.getColumns().get(2).getCellData(row));
            }
            return lines;
        });
    }

    @Test
    void theLastEpochsFiguresAreShownWithALightEach() {
        OnFx.run(() -> epochs.add(epoch(1, Map.of("update.item", 0.5))));
        OnFx.run(() -> pages.getSelectionModel().select(1));
        assertEquals(
                List.of("update of item | ▲▲ very high: lower the learning rate", "examples per second | –"), lines());
        OnFx.run(() -> epochs.add(epoch(2, Map.of("update.item", 0.001))));
        assertEquals(List.of("update of item | ● normal", "examples per second | –"), lines());
        OnFx.run(epochs::clear);
        assertEquals(List.of(), lines());
    }
}
