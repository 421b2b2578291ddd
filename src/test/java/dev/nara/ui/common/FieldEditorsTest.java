package dev.nara.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.spec.RunSettings;
import dev.nara.ui.OnFx;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A field with suggestions, filled before it is seen for the first time. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class FieldEditorsTest {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final FieldValues fields = new FieldValues(RunSettings.ALL, texts);
    private final FieldValue split = fields.field(RunSettings.SPLIT).orElseThrow();

    @SuppressWarnings("NullAway.Init")
    private ComboBox<?> box;

    @Start
    void open(Stage stage) {
        Region editor = FieldEditors.of(split, texts);
        box = (ComboBox<?>) editor;
        stage.setScene(new Scene(new StackPane(editor), 400, 200));
    }

    @Test
    void whatWasSetBeforeItIsLaidOutStays() {
        OnFx.run(() -> {
            box.applyCss();
            split.set("random:0.8");
            box.resize(200, 30);
            box.layout();
        });
        assertEquals("random:0.8", split.value());
        assertEquals("random:0.8", OnFx.get(() -> box.getEditor().getText()));
        OnFx.run(() -> {
            box.getEditor().setText("time");
            box.setSkin(null);
            box.applyCss();
            split.set("random:0.8");
            box.layout();
        });
        assertEquals("random:0.8", split.value(), "also where the box itself has it already");
    }
}
