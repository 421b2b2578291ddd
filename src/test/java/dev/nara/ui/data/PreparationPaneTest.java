package dev.nara.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.Preparation;
import dev.nara.data.prepare.Step;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@Tag("window")
class PreparationPaneTest {
    private static final Preparation PREPARED = new Preparation(
            List.of("repeated-rows"), "day", List.of("rating>=4", "autoplay=0"), "", "", 5, 0, 0, List.of());

    private final DataModel model = new DataModel();
    private final List<Preparation> tried = new ArrayList<>();
    private final List<String> pressed = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private PreparationPane pane;

    @Start
    void open(Stage stage) {
        pane = new PreparationPane(
                model, new Texts(Locale.ENGLISH), tried::add, () -> pressed.add("save"), () -> pressed.add("export"));
        stage.setScene(new Scene(pane, 1000, 700));
        stage.show();
    }

    private static TextField field(String name) {
        return OnFx.find("#parameter-" + name, TextField.class);
    }

    private static TextField suggested(String name) {
        return OnFx.find("#parameter-" + name + " .text-field", TextField.class);
    }

    @Test
    void theFormHoldsWhatTheDataWasPreparedWithAndAChangeIsTried() {
        OnFx.run(() -> pane.show(PREPARED, true));
        assertEquals("rating>=4; autoplay=0", OnFx.get(suggested("where")::getText));
        assertEquals("5", OnFx.get(field("min_user")::getText));
        assertEquals(List.of(), tried, "filling the form is no change of the user's");

        OnFx.run(() -> field("min_user").setText("10"));
        OnFx.await("the change is tried", () -> tried.size() == 1);
        assertEquals(
                new Preparation(
                        List.of("repeated-rows"),
                        "day",
                        List.of("rating>=4", "autoplay=0"),
                        "",
                        "",
                        10,
                        0,
                        0,
                        List.of()),
                tried.get(0));
        OnFx.run(() -> pane.show(PREPARED, false));
        assertEquals("10", OnFx.get(field("min_user")::getText), "what was typed stays");
    }

    @Test
    void itSaysWhyAPreparationCannotBeCarriedOutUntilAnotherIsShown() {
        OnFx.run(() -> pane.wrong("no such column"));
        assertTrue(OnFx.present("⚠ no such column"));
        OnFx.run(() -> pane.show(Preparation.USUAL, true));
        assertTrue(!OnFx.present("⚠ no such column"));
    }

    @Test
    void theStepsAreListedAndTheButtonsDoAsTheySay() {
        Step.Counts before = new Step.Counts(100, 10, 20, 20, 0);
        Step.Counts after = new Step.Counts(80, 9, 20, 20, 0);
        OnFx.run(() -> model.pageProperty().set("prepare"));
        OnFx.run(() -> model.steps().setAll(new Step("where", "rating>=4", before, after)));
        TableView<?> steps = OnFx.find("#steps", TableView.class);
        assertEquals(1, OnFx.get(() -> steps.getItems().size()));
        OnFx.run(OnFx.button("#save-recipe")::fire);
        OnFx.run(OnFx.button("#export-data")::fire);
        assertEquals(List.of("save", "export"), pressed);
    }
}
