package dev.nara.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.data.Dataset;
import dev.nara.data.Recipe;
import dev.nara.data.Toy;
import dev.nara.data.prepare.Preparing;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@Tag("window")
class ProfilePaneTest {
    private final DataModel model = new DataModel();
    private final List<String> decoded = new ArrayList<>();
    private final List<String> cutIn = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private ProfilePane pane;

    @Start
    void open(Stage stage) {
        Texts texts = new Texts(Locale.ENGLISH);
        RereadPane reread = new RereadPane(texts, decoded::add, cutIn::add);
        pane = new ProfilePane(model, texts, new SimpleObjectProperty<>(Theme.LIGHT), reread);
        stage.setScene(new Scene(pane, 1000, 700));
        stage.show();
    }

    private static Opened opened(boolean clock) throws Exception {
        long[][] rows = {{0, 0, 1}, {0, 1, 2}, {1, 1, 3}};
        Dataset dataset = Toy.of(2, 2, rows, clock, null);
        return Opened.of(Preparing.apply(dataset, Recipe.USUAL));
    }

    private static int plots() {
        GridPane plots = OnFx.find("#data-plots", GridPane.class);
        return OnFx.get(() -> plots.getChildren().size());
    }

    @Test
    void plotsAreDrawnWhenThePageIsOnScreenAndThoseOfTimeOnlyWithAClock() throws Exception {
        Opened plain = opened(false);
        Opened clocked = opened(true);
        OnFx.run(() -> pane.show(plain));
        assertEquals(plain.dataset().name(), OnFx.get(OnFx.find("#data-title", Label.class)::getText));
        assertEquals(0, plots(), "the page is not on screen yet");
        OnFx.run(() -> model.pageProperty().set("profile"));
        OnFx.await("history lengths and popularity are drawn", () -> plots() == 2);
        OnFx.run(() -> pane.show(clocked));
        OnFx.await("so are hours, weekdays and weeks", () -> plots() == 5);
    }

    @Test
    @SuppressWarnings("unchecked")
    void anotherEncodingIsAskedForOnlyWhenThatOnScreenIsChanged() throws Exception {
        Opened plain = opened(false);
        OnFx.run(() -> pane.show(plain));
        assertEquals(List.of(), decoded, "showing data asks for nothing");
        ComboBox<String> encoding = OnFx.find("#data-encoding", ComboBox.class);
        OnFx.run(() -> encoding.setValue("MS949"));
        OnFx.run(() -> encoding.setValue(""));
        assertEquals(List.of("MS949"), decoded);
        ComboBox<String> zone = OnFx.find("#data-zone", ComboBox.class);
        OnFx.run(() -> zone.setValue("Asia/Seoul"));
        assertEquals(List.of("Asia/Seoul"), cutIn);
    }
}
