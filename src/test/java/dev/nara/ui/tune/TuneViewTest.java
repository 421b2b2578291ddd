package dev.nara.ui.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.search.space.Dimension;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.search.study.TrialState;
import dev.nara.ui.MouseEvents;
import dev.nara.ui.OnFx;
import dev.nara.ui.Pictures;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.tune.model.AskedFor;
import dev.nara.ui.tune.model.TuneModel;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The made-up study of 41 trials, or of 98 at its end, on the workspace without its charts. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class TuneViewTest {
    private final TuneModel model = new TuneModel();
    private final AskedFor asked = new AskedFor();
    private final SimpleObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);

    @SuppressWarnings("NullAway.Init")
    private Texts texts;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void open(Stage stage) {
        Theme.loadFonts();
        texts = new Texts(Locale.ENGLISH);
        TuneView view = new TuneView(
                model,
                texts,
                theme,
                asked,
                new StackPane(),
                Clock.fixed(Instant.parse("2026-11-29T14:24:10Z"), ZoneOffset.UTC));
        scene = new Scene(view.root(), 1232, 702);
        theme.get().apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void show(StudySnapshot study) {
        OnFx.run(() -> {
            model.partProperty().set("neumf");
            model.parametersProperty().set(18);
            model.fixed().setAll(new TuneModel.Fixed("dropout", "0"));
            model.secondsProperty().set(study.seconds());
            model.snapshotProperty().set(study);
            model.selected().setAll(34, 31);
        });
    }

    private void picture(String name) throws Exception {
        Pictures.keep(name, scene);
    }

    private void press(Node node, KeyCode code) {
        OnFx.run(() -> node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    private String text(String query) {
        return OnFx.find(query, Labeled.class).getText();
    }

    @SuppressWarnings("unchecked")
    private ListView<Trial> list() {
        return OnFx.find("#trials", ListView.class);
    }

    private StudyEvent.Narrowed narrowed() {
        OnFx.await("a range is narrowed", () -> asked.all.stream().anyMatch(StudyEvent.Narrowed.class::isInstance));
        return asked.all.stream()
                .filter(StudyEvent.Narrowed.class::isInstance)
                .map(StudyEvent.Narrowed.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSearchThatCannotBeReadIsListedAndSaysWhyWhenItIsOpened() {
        OnFx.run(() -> model.damaged().setAll(7L));
        MenuItem damaged =
                OnFx.find("#tune-studies", MenuButton.class).getItems().get(0);
        assertEquals("Search 7 cannot be read", damaged.getText());
        OnFx.run(damaged::fire);
        assertEquals(List.of("open 7"), asked.all);
    }

    @Test
    void looksAsItShould() throws Exception {
        show(TuneSnapshots.running(41));
        picture("tune-frame-en");
        assertEquals("All 41", text("#trials-all"));
        assertEquals("Tied 3", text("#trials-level"));
        assertEquals("Failed 1", text("#trials-failed"));
        assertEquals(
                List.of(34, 31),
                list().getItems().stream().limit(2).map(Trial::number).toList(),
                "the best come first");
        assertEquals(41, list().getItems().size());
        OnFx.run(() -> OnFx.find("#trials-level", ToggleButton.class).fire());
        assertEquals(3, list().getItems().size());
        OnFx.run(() -> OnFx.find("#trials-all", ToggleButton.class).fire());
        OnFx.run(() -> {
            theme.set(Theme.DARK);
            Theme.DARK.apply(scene);
            texts.localeProperty().set(Locale.KOREAN);
        });
        picture("tune-frame-ko");
        assertEquals("전체 41", text("#trials-all"));
    }

    @Test
    void aRangeIsNarrowedByKeys() {
        show(TuneSnapshots.running(41));
        press(OnFx.find("#space-low-learning_rate", Node.class), KeyCode.RIGHT);
        Dimension.Range range = (Dimension.Range) narrowed().dimension();
        assertEquals("learning_rate", range.name());
        assertTrue(range.low() > 5e-4 && range.low() < 1e-3, "by a twentieth: " + range.low());
        assertEquals(.03, range.high());
    }

    @Test
    void aChoiceAndZeroAreTakenOut() {
        show(TuneSnapshots.running(41));
        OnFx.run(() -> OnFx.find("#space-chip-layers-32-16", ToggleButton.class).fire());
        assertEquals(
                List.of("", "32", "64,32", "128,64"), narrowed().dimension().values());
        asked.all.clear();
        OnFx.run(() -> OnFx.find("#space-zero-weight_decay", ToggleButton.class).fire());
        assertFalse(narrowed().dimension().contains("0"));
    }

    @Test
    void trialsAreSteeredByKeys() {
        show(TuneSnapshots.running(41));
        OnFx.run(() -> list().getSelectionModel().clearAndSelect(0));
        assertEquals(List.of(34), model.selected());
        press(list(), KeyCode.P);
        press(list(), KeyCode.DOWN);
        int alive = OnFx.get(() -> index(t -> t.state().alive()));
        OnFx.run(() -> list().getSelectionModel().clearAndSelect(alive));
        press(list(), KeyCode.D);
        int dropped = OnFx.get(() -> index(t -> t.state() == TrialState.DROPPED));
        OnFx.run(() -> list().getSelectionModel().clearAndSelect(dropped));
        press(list(), KeyCode.R);
        int failed = OnFx.get(() -> index(t -> t.number() == 19));
        OnFx.run(() -> list().getSelectionModel().clearAndSelect(failed));
        press(list(), KeyCode.W);
        press(list(), KeyCode.A);
        assertEquals(new StudyEvent.Pinned(34), asked.all.get(0));
        assertEquals(StudyEvent.DropAsked.class, asked.all.get(1).getClass());
        assertEquals(StudyEvent.ThawAsked.class, asked.all.get(2).getClass());
        assertEquals("why 19", asked.all.get(3));
        assertEquals(new StudyEvent.AgainAsked(19), asked.all.get(4));
    }

    private int index(Predicate<Trial> such) {
        List<Trial> items = list().getItems();
        return IntStream.range(0, items.size())
                .filter(i -> such.test(items.get(i)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatTheSearchWaitsForIsReported() throws Exception {
        show(TuneSnapshots.doing(Phase.SEARCHING, new StudySnapshot.Doing(List.of("7"), 0, 0, 0, false)));
        assertEquals(
                "The search waits for run 7 in this workspace. Until then its clock is stopped.",
                text("#tune-warnings"));
        assertTrue(words("#tune-budget").contains("waiting for run 7"));
        picture("tune-waits");
    }

    private List<String> words(String query) {
        return OnFx.get(() -> OnFx.all(OnFx.find(query, Parent.class), ".label", Labeled.class).stream()
                .map(Labeled::getText)
                .toList());
    }

    @Test
    void aConfirmationSaysWhichSeedIsTrainedAndCanBeSkipped() throws Exception {
        show(TuneSnapshots.doing(Phase.CONFIRMING, new StudySnapshot.Doing(List.of(), 5, 3, 9, false)));
        assertTrue(words("#tune-budget").contains("confirming: seed 3 of 5, 9 left"));
        assertEquals("Skip confirmation", text("#tune-finish"));
        OnFx.run(() -> scene.getRoot().layout());
        Node finish = OnFx.find("#tune-finish", Node.class);
        assertTrue(
                OnFx.get(() -> finish.localToScene(finish.getBoundsInLocal()).getMaxX()) <= scene.getWidth(),
                "nothing is cut");
        picture("tune-confirming");
        OnFx.run(() -> OnFx.find("#tune-finish", Button.class).fire());
        assertEquals(List.of("finish"), asked.all);
    }

    @Test
    void whileAStoredSearchIsReadThereIsNoEmptyForm() {
        StackPane start = new StackPane();
        StackPane course = new StackPane();
        OnFx.run(() -> {
            TuneCentre centre = new TuneCentre(model, texts, start, course);
            assertTrue(start.isVisible());
            model.openingProperty().set(7);
            assertFalse(start.isVisible());
            assertFalse(course.isVisible());
            assertTrue(centre.getChildren().get(1).isVisible());
            model.snapshotProperty().set(TuneSnapshots.running(41));
            model.openingProperty().set(0);
            assertTrue(course.isVisible());
            assertFalse(start.isVisible());
        });
    }

    @Test
    void aDroppedTrialIsNotResumedByASecondClick() {
        show(TuneSnapshots.running(41));
        Trial alive = list().getItems().stream()
                .filter(t -> t.state().alive())
                .findFirst()
                .orElseThrow();
        OnFx.run(() -> list().scrollTo(alive));
        TrialCell cell = OnFx.get(() -> OnFx.all(list(), ".trial-row", TrialCell.class).stream()
                .filter(c -> alive.equals(c.getItem()))
                .findFirst()
                .orElseThrow());
        // At once, for the real pointer, which is elsewhere, leaves the cell with the next pulse.
        OnFx.run(() -> {
            cell.fireEvent(MouseEvents.of(MouseEvent.MOUSE_ENTERED, 1, 1, null));
            button(cell, "Drop").fire();
            assertEquals(List.of(new StudyEvent.DropAsked(alive.number())), asked.all);
            assertTrue(button(cell, "Drop").isDisabled(), "until the pointer leaves");
            cell.fireEvent(MouseEvents.of(MouseEvent.MOUSE_EXITED, 1, 1, null));
            cell.fireEvent(MouseEvents.of(MouseEvent.MOUSE_ENTERED, 1, 1, null));
            assertFalse(button(cell, "Drop").isDisabled());
        });
    }

    private static Button button(Parent cell, String words) {
        return OnFx.all(cell, ".trial-button", Button.class).stream()
                .filter(b -> b.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLimitThatNoTrialMeetsIsReported() {
        StudySnapshot one = TuneSnapshots.outOfLimit();
        show(one);
        assertEquals("No trial meets Coverage@10>=0.2. The closest is #27 with .1600.", text("#tune-warnings"));
    }

    @Test
    void aThousandTrialsAreShownInTime() {
        show(TuneSnapshots.running(1000));
        StudySnapshot next = TuneSnapshots.running(1001);
        OnFx.run(() -> model.snapshotProperty().set(next));
        assertEquals(1001, list().getItems().size());
        assertTrue(OnFx.all(list(), ".trial-cell", Node.class).size() < 40, "only what is on screen has nodes");
    }

    @Test
    void aSpaceThatTakesLongIsSaidToCome() {
        OnFx.run(() -> model.draftingProperty().set(true));
        OnFx.await("it says so", () -> OnFx.present("Preparing the search space…"));
        OnFx.run(() -> model.draftingProperty().set(false));
        assertFalse(
                OnFx.get(() -> OnFx.find("#tune-space-coming", Labeled.class).isVisible()));
    }
}
