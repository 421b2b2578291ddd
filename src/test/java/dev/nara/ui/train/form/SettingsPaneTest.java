package dev.nara.ui.train.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestRuns;
import dev.nara.TestServices;
import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Cost;
import dev.nara.algorithm.Preset;
import dev.nara.search.Forecast;
import dev.nara.search.VariedSettings;
import dev.nara.settings.OwnPreset;
import dev.nara.spec.RunSpec;
import dev.nara.split.Warning;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import dev.nara.ui.OnFx;
import dev.nara.ui.Pictures;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Layers;
import dev.nara.ui.common.LiveRun;
import dev.nara.ui.common.Pills;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.train.FormCard;
import dev.nara.ui.train.RunsAhead;
import dev.nara.ui.train.TrainModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The form of the program's own algorithms, NeuMF first. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class SettingsPaneTest {
    @TempDir
    private static Path folder;

    private final ObservableList<OwnPreset> presets = FXCollections.observableArrayList();

    @SuppressWarnings("NullAway.Init")
    private SettingsPane pane;

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final TrainModel model = new TrainModel();
    private final Pressed pressed = new Pressed();

    /** What the buttons were asked to do. */
    private static final class Pressed implements FormCard.Buttons {
        private final List<String> all = new ArrayList<>();

        @Override
        public void start(int seeds) {
            all.add("start " + seeds);
        }

        @Override
        public void askSeeds() {
            all.add("ask");
        }

        @Override
        public void pause() {
            all.add("pause");
        }

        @Override
        public void stop() {
            all.add("stop");
        }
    }

    @Start
    void open(Stage stage) {
        pane = new SettingsPane(
                TestServices.on(folder).algorithms(),
                texts,
                new OwnPresets(presets, new Dialogs(new Layers(stage), texts), texts, words -> {}));
        model.openProperty().set(true);
        Scene scene = new Scene(new StackPane(new FormCard(model, pane, texts, pressed)), 312, 674);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void picture(String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        Pictures.keep(name, OnFx.get(pane::getScene));
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
        assertEquals(".5", typed("learning_rate"));
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
    void anEngineIsChosenBeforeItIsKnownWhetherItCanBeUsed() {
        OnFx.run(() -> pane.engines().chooseEngine("mxnet"));
        assertEquals("mxnet", OnFx.get(() -> pane.engines().engine()));
        choose("popularity");
        assertEquals("auto", OnFx.get(() -> pane.engines().engine()), "it has none");
        choose("neumf");
        OnFx.run(() -> pane.engines().chooseEngine("mxnet"));
        OnFx.run(() -> pane.engines()
                .show(List.of(
                        EngineChoice.auto(),
                        new EngineChoice("mxnet", Optional.of(Text.of("engine.auto")), List.of()))));
        assertEquals("auto", OnFx.get(() -> pane.engines().engine()), "it cannot be used");
    }

    @Test
    void anEngineOrADeviceOfAnotherMachineIsLeftToTheProgramBehindTheFold() {
        List<String> reported = new ArrayList<>();
        List<Runnable> jobs = new ArrayList<>();
        OnFx.run(() -> {
            pane.engines().chooseEngine("tpu");
            new EngineInspection(
                            pane,
                            new Jobs(jobs::add, error -> reported.add("unexpected " + error)),
                            why -> reported.add(why.problem().key()))
                    .begin();
        });
        assertEquals("tpu", finish(jobs, "auto"));
        assertEquals(List.of("engine.unknown"), reported);
        OnFx.run(() -> pane.engines().chooseEngine("vector"));
        OnFx.run(() -> pane.engines().chooseDevice("gpu7"));
        assertEquals("vector", finish(jobs, "vector"));
        assertEquals("auto", OnFx.get(() -> pane.engines().device()));
        assertEquals(List.of("engine.unknown", "device.unknown"), reported);
        OnFx.run(() -> pane.engines().chooseEngine("tpu"));
        choose("popularity");
        finish(jobs, "auto");
        assertEquals(List.of("engine.unknown", "device.unknown"), reported, "nobody chooses it any more");
        OnFx.run(() -> pane.engines().chooseEngine(""));
        OnFx.run(() -> pane.engines().chooseDevice(""));
        finish(jobs, "auto");
        assertEquals(List.of("engine.unknown", "device.unknown"), reported, "a run of an algorithm without engines");
    }

    /** Does what waits; returns the engine before that. */
    private String finish(List<Runnable> jobs, String after) {
        String before = OnFx.get(() -> pane.engines().engine());
        List.copyOf(jobs).forEach(Runnable::run);
        jobs.clear();
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(after, OnFx.get(() -> pane.engines().engine()));
        return before;
    }

    @Test
    void anotherAlgorithmChosenMeanwhileIsNotGivenTheEnginesOfTheLast() {
        List<Runnable> jobs = new ArrayList<>();
        OnFx.run(() -> new EngineInspection(pane, new Jobs(jobs::add, error -> {}), why -> {}).begin());
        ToggleButton fold = OnFx.find("#advanced", ToggleButton.class);
        OnFx.run(() -> fold.setSelected(true));
        OnFx.run(() -> fold.setSelected(false));
        choose("popularity");
        finish(jobs, "auto");
        assertEquals(1, OnFx.get(() -> box("engine").getItems().size()), "those of NeuMF are not offered");
    }

    @Test
    void aRunsSettingsFillTheFormAndItsWeightsBeginTheNext() {
        StoredRun run = TestRuns.run(12, "neumf", Map.of("learning_rate", "0.01"), 3, Map.of("HR@10", 0.5));
        OnFx.run(() -> pane.startFrom(run));
        assertEquals(".01", typed("learning_rate"));
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

    private static void press(String button) {
        OnFx.run(() -> OnFx.find("#" + button, ButtonBase.class).fire());
    }

    private static Pills pills(String id) {
        return OnFx.find("#" + id, Pills.class);
    }

    private static List<String> pillTexts(String id) {
        return OnFx.all(pills(id), ".pill", Button.class).stream()
                .map(Button::getText)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private List<String> shownRows() {
        return OnFx.all(".form-row", FormRow.class).stream()
                .filter(row -> row.isVisible() && row.getParent().isVisible())
                .flatMap(FormRow::names)
                .toList();
    }

    @Test
    void theEssentialsAreSeenAndTheRestFoldsOut() {
        List<String> essentials = List.of(
                "gmf_dimension",
                "mlp_user_dimension",
                "mlp_item_dimension",
                "layers",
                "negatives",
                "learning_rate",
                "epochs");
        assertEquals(essentials, shownRows());
        ToggleButton advanced = OnFx.find("#advanced", ToggleButton.class);
        assertEquals("Advanced (34)", OnFx.get(advanced::getText));
        OnFx.run(() -> OnFx.find("#find-setting", TextField.class).setText("half-life"));
        assertTrue(OnFx.get(advanced::isSelected));
        assertEquals(
                List.of("recency_half_life"), shownRows().subList(7, shownRows().size()));
        OnFx.run(() -> pane.showField("optimizer"));
        assertEquals(
                "", OnFx.get(() -> OnFx.find("#find-setting", TextField.class).getText()));
        assertTrue(OnFx.get(() -> box("parameter-optimizer").isFocused()));
        choose("ials");
        assertEquals(
                List.of("factors", "regularisation", "unobserved_weight", "confidence", "epochs"),
                shownRows().subList(0, 5));
    }

    @Test
    void sizesAreEqualWhileTheyAreLinked() {
        assertEquals("32", typed("mlp_user_dimension"));
        type("gmf_dimension", "64");
        assertEquals("64", typed("mlp_user_dimension"));
        assertEquals("64", typed("mlp_item_dimension"), "it goes with the other side");
        press("size-link");
        type("mlp_user_dimension", "16");
        assertEquals("64", typed("gmf_dimension"));
        assertEquals("16", typed("mlp_item_dimension"));
        press("size-link");
        assertEquals("64", typed("mlp_user_dimension"));
        ComboBox<Preset> presets = box("preset");
        OnFx.run(() -> presets.setValue(presets.getItems().get(2)));
        assertEquals("8", typed("gmf_dimension"));
        assertEquals("32", typed("mlp_user_dimension"));
        assertFalse(OnFx.get(() -> OnFx.find("#size-link", ToggleButton.class).isSelected()));
    }

    @Test
    void layersAreEditedMovedRemovedAndAddedAsPills() {
        assertEquals(List.of("32", "16"), pillTexts("parameter-layers"));
        Button first =
                OnFx.all(pills("parameter-layers"), ".pill", Button.class).get(0);
        OnFx.run(first::fire);
        TextField edited = OnFx.find(pills("parameter-layers"), ".pill-field", TextField.class);
        OnFx.run(() -> {
            edited.setText("none");
            edited.fireEvent(new ActionEvent());
        });
        assertEquals(
                "32-16", OnFx.get(() -> pills("parameter-layers").textProperty().get()), "it is not accepted");
        OnFx.run(() -> {
            edited.setText("128 > 64");
            edited.fireEvent(new ActionEvent());
        });
        assertEquals(List.of("128", "64", "16"), pillTexts("parameter-layers"));
        key("parameter-layers", 2, KeyCode.DELETE, false);
        key("parameter-layers", 0, KeyCode.RIGHT, true);
        assertEquals(List.of("64", "128"), pillTexts("parameter-layers"));
        Button add =
                OnFx.all(pills("parameter-layers"), ".pill-add", Button.class).get(0);
        OnFx.run(add::fire);
        TextField added = OnFx.find(pills("parameter-layers"), ".pill-field", TextField.class);
        assertEquals("64", OnFx.get(added::getText), "half of the last");
        OnFx.run(() -> added.fireEvent(new ActionEvent()));
        assertEquals(
                "64-128-64",
                OnFx.get(() -> pills("parameter-layers").textProperty().get()));
        OnFx.run(() -> pane.show(TestRuns.run(1, "neumf", Map.of("layers", "8"), 1, Map.of("HR@10", 0.5))
                .spec()));
        assertEquals(List.of("8"), pillTexts("parameter-layers"));
    }

    private static void key(String pills, int n, KeyCode code, boolean ctrl) {
        OnFx.run(() -> OnFx.all(pills(pills), ".pill", Button.class)
                .get(n)
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, ctrl, false, false)));
    }

    @Test
    void aVariedFieldIsARunAValueUntilTheyAreTooMany() {
        Button start = OnFx.button("#start");
        press("vary-gmf_dimension");
        assertEquals(List.of("16", "32", "64"), pillTexts("vary-values-gmf_dimension"));
        assertEquals("Start 3 runs", OnFx.get(start::getText));
        VariedSettings sizes = OnFx.get(pane::varied);
        assertEquals(
                List.of("mlp_user_dimension", "mlp_item_dimension"),
                sizes.varied().get(0).others());
        OnFx.run(() -> field("negatives")
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, true, false, false)));
        assertEquals(List.of("10", "20", "40"), pillTexts("vary-values-negatives"));
        assertEquals("Start 9 runs", OnFx.get(start::getText));
        press("vary-learning_rate");
        assertEquals("Search…", OnFx.get(start::getText), "27 are too many");
        press("vary-kind-learning_rate");
        assertEquals(
                "gmf_dimension=16|32|64,mlp_user_dimension=16|32|64,mlp_item_dimension=16|32|64,"
                        + "negatives=10|20|40,learning_rate=0.0003..0.03:log",
                OnFx.get(() -> pane.varied().space()));
        press("vary-learning_rate");
        press("vary-negatives");
        assertEquals("Start 3 runs", OnFx.get(start::getText));
        OnFx.run(start::fire);
        assertEquals(List.of("start 1"), pressed.all);
        choose("popularity");
        assertEquals("Start 1 run", OnFx.get(start::getText).replace("Start run", "Start 1 run"));
    }

    @Test
    void whatIsVariedIsTakenBackToo() {
        OnFx.run(pane::undo);
        press("vary-negatives");
        assertTrue(OnFx.get(pane::undo));
        assertEquals(0, OnFx.get(() -> pane.varied().varied().size()));
        OnFx.run(pane::redo);
        assertEquals("negatives=10|20|40", OnFx.get(() -> pane.varied().space()));
    }

    @Test
    void thePresetCountsWhatIsAnotherAndTakesItBack() {
        Button reset = OnFx.button("#preset-reset");
        assertFalse(OnFx.get(reset::isVisible));
        type("epochs", "7");
        assertFalse(OnFx.get(reset::isVisible), "it is not of the preset");
        type("negatives", "3");
        press("more-learning_rate");
        assertEquals(".005", typed("learning_rate"));
        assertTrue(OnFx.present("+ 2 changes"));
        type("gmf_dimension", "64");
        assertTrue(OnFx.present("+ 3 changes"), "linked sizes are one row");
        OnFx.run(reset::fire);
        assertEquals("20", typed("negatives"));
        assertEquals(".003", typed("learning_rate"));
        assertEquals("7", typed("epochs"));
    }

    @Test
    void theFormLooksAsDrawn() throws IOException {
        StoredRun run = TestRuns.run(12, "neumf", Map.of(), 1, Map.of("HR@10", 0.5));
        OnFx.run(() -> {
            pane.show(run.spec());
            pane.compareWith(run);
        });
        press("vary-gmf_dimension");
        OnFx.run(() -> pills("vary-values-gmf_dimension").textProperty().set("32|64|128"));
        VariedSettings varied = OnFx.get(pane::varied);
        List<RunsAhead.Ahead> runs = new ArrayList<>();
        for (RunSpec spec : varied.runs(run.spec())) {
            int n = runs.size();
            runs.add(new RunsAhead.Ahead(
                    spec,
                    new Forecast(
                            Optional.of(new Cost(1_860_000L << n, (1000L + 100L * n) << 20, 1)),
                            OptionalDouble.of(7),
                            OptionalDouble.of(n == 0 ? 140 : 380),
                            12,
                            true),
                    n == 1 ? 12 : 0));
        }
        OnFx.run(() -> {
            model.aheadProperty()
                    .set(new RunsAhead(
                            varied,
                            runs,
                            List.of(
                                    new Warning(Text.of("train.problems", 1)),
                                    new Warning(Text.of("train.problems", 2))),
                            new RunsAhead.Queued(1, OptionalDouble.of(60), true),
                            "",
                            Map.of()));
            model.controllableProperty().set(true);
            model.pausableProperty().set(true);
            model.controlledProperty().set(12);
            model.runningProperty().set(true);
            model.liveProperty().set(Map.of(12L, new LiveRun(.4, 6, 150, "", .32, 1e6, "vector")));
        });
        picture("form");
        assertEquals("2 new runs after 1 queued", OnFx.get(() -> OnFx.find("#takes-what", Label.class)
                .getText()));
        String when = OnFx.get(() -> OnFx.find("#takes-when", Label.class).getText());
        assertTrue(when.matches("8:40, done \\d\\d:\\d\\d"), when + " after what trains has 2:30 left");
        assertEquals("Start 2 runs", OnFx.get(() -> OnFx.button("#start").getText()));
        assertFalse(OnFx.get(() -> OnFx.button("#start").isDisable()));
        OnFx.run(() -> {
            texts.localeProperty().set(Locale.KOREAN);
            Theme.DARK.apply(pane.getScene());
        });
        picture("form-ko");
        OnFx.run(() -> OnFx.find("#advanced", ToggleButton.class).setSelected(true));
        OnFx.run(() -> pane.showField("recency_half_life"));
        picture("form-advanced-ko");
        OnFx.run(() -> {
            texts.localeProperty().set(Locale.ENGLISH);
            Theme.LIGHT.apply(pane.getScene());
        });
        picture("form-advanced");
    }
}
