package dev.nara.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.Finding;
import dev.nara.data.Pseudonyms;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** One finding with a repair that is on, one without. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class QualityPaneTest {
    private static final List<Finding> FINDINGS = List.of(
            new Finding("unwatched-items", 3, List.of("i1", "i2"), ""),
            new Finding("repeated-rows", 1200, List.of("u7: i9"), "repeated-rows"));

    @TempDir
    private static Path folder;

    private final DataModel model = new DataModel();
    private final List<List<String>> asked = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private QualityPane pane;

    @SuppressWarnings("NullAway.Init")
    private Pseudonymiser pseudonymiser;

    @Start
    void open(Stage stage) throws Exception {
        pseudonymiser = new Pseudonymiser(Pseudonyms.of(folder), new Texts(Locale.ENGLISH), new Session());
        pane = new QualityPane(model, new Texts(Locale.ENGLISH), pseudonymiser, asked::add);
        stage.setScene(new Scene(pane, 600, 500));
        stage.show();
        pane.show(FINDINGS, List.of("repeated-rows"));
    }

    private static List<String> texts(String style) {
        return OnFx.get(() ->
                OnFx.all("." + style, Label.class).stream().map(Label::getText).toList());
    }

    @Test
    void findingsAreShownWhenThePageIsAndTheirRepairsSwitched() {
        assertEquals(List.of(), texts("finding-what"), "the page is not on screen yet");
        OnFx.run(() -> model.pageProperty().set("quality"));
        assertEquals(
                "1,200 log rows repeat the (user, item, time) of an earlier row",
                texts("finding-what").get(0),
                "what can be repaired stands first");
        assertEquals(List.of("u7: i9", "i1   ·   i2"), texts("finding-examples"));
        assertEquals(1, OnFx.all(".check-box", CheckBox.class).size(), "the other has no repair");

        CheckBox repair = OnFx.find("#repair-repeated-rows", CheckBox.class);
        assertTrue(OnFx.get(repair::isSelected));
        OnFx.run(repair::fire);
        OnFx.run(repair::fire);
        assertEquals(List.of(List.of(), List.of("repeated-rows")), asked);
        OnFx.run(() -> pane.applied(List.of()));
        CheckBox again = OnFx.find("#repair-repeated-rows", CheckBox.class);
        assertFalse(OnFx.get(again::isSelected), "the repair could not be applied");
    }

    @Test
    void examplesAreHiddenInPresentationMode() {
        OnFx.run(() -> model.pageProperty().set("quality"));
        OnFx.run(() -> pseudonymiser.onProperty().set(true));
        assertEquals(List.of("hidden in presentation mode", "hidden in presentation mode"), texts("finding-examples"));
    }

    @Test
    void dataWithoutFindingsIsSaidToBeFine() {
        OnFx.run(() -> model.pageProperty().set("quality"));
        OnFx.run(() -> pane.show(List.of(), List.of()));
        assertTrue(OnFx.present("No problems found."));
    }
}
