package dev.nara.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestRuns;
import dev.nara.TestServices;
import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Preset;
import dev.nara.settings.OwnPreset;
import dev.nara.store.StoredRun;
import dev.nara.text.Text;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.Layers;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The form of the program's own algorithms, NeuMF first. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class SettingsPaneTest {
    @TempDir
    private static Path folder;

    private final ObservableList<OwnPreset> presets = FXCollections.observableArrayList();

    @SuppressWarnings("NullAway.Init")
    private SettingsPane pane;

    @Start
    void open(Stage stage) {
        Texts texts = new Texts(Locale.ENGLISH);
        pane = new SettingsPane(
                TestServices.on(folder).algorithms(),
                texts,
                new OwnPresets(presets, new Dialogs(new Layers(stage), texts), texts));
        stage.setScene(new Scene(new ScrollPane(pane), 500, 700));
        stage.show();
    }

    private static TextField field(String name) {
        return OnFx.find("#parameter-" + name, TextField.class);
    }

    private static void type(String name, String text) {
        OnFx.run(() -> field(name).setText(text));
    }

    private static String typed(String name) {
        return OnFx.get(() -> field(name).getText());
    }

    @SuppressWarnings("unchecked")
    private static <T> ComboBox<T> box(String id) {
        return OnFx.find("#" + id, ComboBox.class);
    }

    private int problems() {
        return OnFx.get(() -> pane.problemsProperty().get());
    }

    private int differing() {
        return OnFx.get(() -> pane.differingProperty().get());
    }

    private void choose(String algorithm) {
        ComboBox<Algorithm> box = box("algorithm");
        OnFx.run(() -> box.setValue(box.getItems().stream()
                .filter(a -> a.id().equals(algorithm))
                .findFirst()
                .orElseThrow()));
    }

    @Test
    void wrongFieldsAreCountedInBothPartsOfTheForm() {
        assertEquals(0, problems());
        type("epochs", "many");
        type("learning_rate", "fast");
        assertEquals(2, problems());
        choose("popularity");
        assertEquals(1, problems(), "the other algorithm has no learning rate");
        type("epochs", "5");
        assertEquals(0, problems());
    }

    @Test
    void fieldsThatDifferFromTheRunOnScreenAreCounted() {
        StoredRun run = TestRuns.run(1, "neumf", Map.of(), 1, Map.of("HR@10", 0.5));
        assertEquals(0, differing());
        OnFx.run(() -> {
            pane.show(run.spec());
            pane.compareWith(run);
        });
        assertEquals(0, differing());
        type("seed", "7");
        assertEquals(1, differing());
        type("epochs", "3");
        assertEquals(2, differing());
        OnFx.run(() -> pane.compareWith(null));
        assertEquals(0, differing());
    }

    @Test
    void changesAreTakenBackAndMadeAgain() {
        OnFx.run(pane::undo);
        type("epochs", "3");
        assertTrue(OnFx.get(pane::undo));
        assertEquals("20", typed("epochs"));
        OnFx.run(pane::redo);
        assertEquals("3", typed("epochs"));
    }

    @Test
    void aPresetFillsTheFormAndOnesOwnStandBehindTheAlgorithms() {
        ComboBox<Preset> box = box("preset");
        int given = OnFx.get(() -> box.getItems().size());
        OnFx.run(() -> presets.add(new OwnPreset("neumf", "mine", Map.of("learning_rate", "0.5"))));
        assertEquals(given + 1, OnFx.get(() -> box.getItems().size()));
        OnFx.run(() -> box.setValue(box.getItems().get(given)));
        assertEquals("0.5", typed("learning_rate"));
        choose("popularity");
        assertFalse(
                OnFx.get(() -> box.getItems().stream().anyMatch(p -> p.name().equals("mine"))),
                "it is of another algorithm");
    }

    @Test
    void anEngineThatCannotBeUsedIsNotChosen() {
        ComboBox<EngineChoice> engine = box("engine");
        OnFx.run(() -> pane.engines()
                .show(List.of(
                        EngineChoice.auto(),
                        new EngineChoice("vector", Optional.empty(), List.of()),
                        new EngineChoice("mxnet", Optional.of(Text.of("engine.auto")), List.of()))));
        assertEquals(List.of("vector"), OnFx.get(() -> pane.engines().usable()));
        OnFx.run(() -> pane.engines().chooseEngine("vector"));
        OnFx.run(() -> pane.engines().chooseEngine("mxnet"));
        assertEquals("vector", OnFx.get(() -> engine.getValue().id()));
    }

    @Test
    void aRunsSettingsFillTheFormAndItsWeightsBeginTheNext() {
        StoredRun run = TestRuns.run(12, "neumf", Map.of("learning_rate", "0.01"), 3, Map.of("HR@10", 0.5));
        OnFx.run(() -> pane.startFrom(run));
        assertEquals("0.01", typed("learning_rate"));
        assertEquals("3", typed("seed"));
        TextField weights = OnFx.find("#parameter-start_from .text-field", TextField.class);
        assertEquals("12", OnFx.get(weights::getText));
        OnFx.run(() -> pane.show(run.spec()));
        assertEquals("", OnFx.get(weights::getText));
    }

    @Test
    void whatIsLeftOpenSaysWhatItComesTo() {
        OnFx.run(() -> pane.resolved(Map.of("split", "time:2022-04-15", "epochs", "20")));
        assertEquals(
                "auto: time:2022-04-15", OnFx.get(() -> box("parameter-split").getPromptText()));
        assertEquals("", OnFx.get(() -> box("parameter-split").getEditor().getText()), "it is no value");
        OnFx.run(() -> pane.resolved(Map.of()));
        assertEquals("", OnFx.get(() -> box("parameter-split").getPromptText()));
    }
}
