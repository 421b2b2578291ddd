package dev.nara.ui.train.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.settings.OwnPreset;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.Layers;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A preset is saved under the name that was typed, the window says so, and none is replaced unasked. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class OwnPresetsTest {
    private static final OwnPreset OLD = new OwnPreset("gmf", "mine", Map.of("epochs", "3"));
    private static final OwnPreset NEW = new OwnPreset("gmf", "mine", Map.of("epochs", "9"));
    private static final OwnPreset OTHER = new OwnPreset("neumf", "mine", Map.of("epochs", "5"));

    private final ObservableList<OwnPreset> all = FXCollections.observableArrayList(OLD, OTHER);
    private final List<String> said = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private OwnPresets own;

    @Start
    void open(Stage stage) {
        Texts texts = new Texts(Locale.ENGLISH);
        Layers layers = new Layers(stage);
        own = new OwnPresets(all, new Dialogs(layers, texts), texts, said::add);
        stage.setScene(new Scene(layers, 640, 400));
        Theme.LIGHT.apply(stage.getScene());
        stage.show();
    }

    private void keepAs(String name) {
        OnFx.begin(() -> own.keep("gmf", NEW.settings()));
        OnFx.await("a name is asked for", () -> OnFx.present(".dialog-card .text-field"));
        OnFx.run(() -> OnFx.find(".dialog-card .text-field", TextField.class).setText(name));
        OnFx.run(OnFx.button("OK")::fire);
    }

    @Test
    void anotherNameIsSaved() {
        keepAs("best");
        OnFx.await("it is said", () -> said.equals(List.of("Saved as preset “best”")));
        assertEquals(List.of(OLD, OTHER, new OwnPreset("gmf", "best", NEW.settings())), List.copyOf(all));
    }

    @Test
    void thatOfTheSameNameIsReplacedOnceTheUserSaysSo() {
        keepAs("mine");
        OnFx.await("it asks", () -> OnFx.present("Replace"));
        OnFx.run(OnFx.button("Cancel")::fire);
        OnFx.await("the question is gone", () -> !OnFx.present("Replace"));
        assertEquals(List.of(OLD, OTHER), List.copyOf(all));
        assertEquals(List.of(), said);
        keepAs("mine");
        OnFx.await("it asks", () -> OnFx.present("Replace"));
        OnFx.run(OnFx.button("Replace")::fire);
        OnFx.await("it is said", () -> said.equals(List.of("Saved as preset “mine”")));
        assertEquals(List.of(OTHER, NEW), List.copyOf(all), "that of another algorithm stays");
    }
}
