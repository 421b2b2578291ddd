package dev.nara.ui.data.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.Recipe;
import dev.nara.data.Toy;
import dev.nara.data.prepare.Preparing;
import dev.nara.spec.SplitParts;
import dev.nara.spec.SplitPreview;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.data.CutData;
import dev.nara.ui.data.figures.DataWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a split makes of data while it is counted, when it is, and where it cannot be made. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class SplitCardTest {
    private static final Map<String, String> RANDOM = Map.of("split", "random:0.5");

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final List<String> asked = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private SplitCard card;

    @SuppressWarnings("NullAway.Init")
    private Opened opened;

    @Start
    void open(Stage stage) throws Exception {
        card = new SplitCard(texts, new SimpleObjectProperty<>(Theme.LIGHT), query -> {}, new SplitCard.Requests() {
            @Override
            public void set(Map<String, String> some) {}

            @Override
            public void undo() {}

            @Override
            public void settings() {
                asked.add("settings");
            }

            @Override
            public void zone(String zone) {}

            @Override
            public void otherZone() {}
        });
        opened = Opened.of(
                0,
                Preparing.apply(
                        Toy.of(2, 4, new long[][] {{0, 0, 1}, {0, 1, 2}, {0, 2, 3}, {1, 1, 2}, {1, 2, 3}, {1, 3, 4}}),
                        Recipe.USUAL));
        stage.setScene(new Scene(card, 704, 300));
        stage.show();
    }

    private Tried tried() throws Exception {
        CutData made = CutData.of(opened.dataset(), List.of(), RANDOM);
        SplitPreview preview = made.preview(opened.dataset(), RANDOM);
        return new Tried(
                made.whole().spec(),
                made.protocol().spec(),
                SplitParts.of(opened.dataset(), preview),
                List.of(),
                List.of(),
                List.of());
    }

    private static boolean partsAreSeen() {
        return OnFx.get(
                () -> OnFx.find("#part-train", PartColumn.class).getParent().isVisible());
    }

    private static List<String> instead() {
        return OnFx.all(OnFx.find("#split-nothing", Placeholder.class), ".label", Label.class).stream()
                .map(label -> OnFx.get(label::getText))
                .toList();
    }

    @Test
    void untilItIsCountedItSaysSo() throws Exception {
        DataWords words = new DataWords(texts, false);
        OnFx.run(() -> card.show(opened, words));
        assertFalse(partsAreSeen());
        OnFx.await("it says what is done", () -> !instead().isEmpty());
        assertEquals(List.of("Counting what is trained on and what is held out"), instead());
        Tried counted = tried();
        OnFx.run(() -> card.show(counted));
        assertTrue(partsAreSeen());
        assertFalse(OnFx.present("drag a border · rows a day, hatched if few"), "there is no border to be dragged");
        assertFalse(
                OnFx.get(() -> OnFx.find("#split-nothing", Placeholder.class).isVisible()));
        OnFx.run(() -> card.show(opened, words));
        assertFalse(partsAreSeen(), "figures of other data are none of these");
    }

    @Test
    void whereItCannotBeMadeItSaysWhyAndLeadsToItsSettings() throws Exception {
        Tried counted = tried();
        OnFx.run(() -> {
            card.show(opened, new DataWords(texts, false));
            card.show(counted);
            card.failed("no row is left");
        });
        assertFalse(partsAreSeen());
        assertEquals(List.of("no row is left"), instead());
        assertTrue(OnFx.get(() -> OnFx.find("#split-kind", MenuButton.class).isVisible()), "another can be chosen");
        Button step = OnFx.button("#split-nothing .button");
        assertEquals("All settings…", OnFx.get(step::getText));
        OnFx.run(step::fire);
        assertEquals(List.of("settings"), asked);
    }
}
