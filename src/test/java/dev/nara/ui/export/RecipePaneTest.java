package dev.nara.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.ComposeRecipe.Block;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The usual rule, and two runs that can be added. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class RecipePaneTest {
    private static final Block RUNS = Block.ofRuns(List.of(3L, 7L));

    private final ExportModel model = new ExportModel();
    private final List<String> asked = new ArrayList<>();

    @Start
    void open(Stage stage) {
        model.blocks().setAll(ComposeRecipe.RULE);
        RecipePane pane = new RecipePane(model, new Texts(Locale.ENGLISH), new RecipePane.Requests() {
            @Override
            public List<RecipePane.Offer> offers() {
                return List.of(new RecipePane.Offer("two runs", RUNS));
            }

            @Override
            public void open() {
                asked.add("open");
            }

            @Override
            public void save() {
                asked.add("save");
            }
        });
        stage.setScene(new Scene(pane, 900, 500));
        stage.show();
    }

    private static void select(int place) {
        OnFx.run(() ->
                OnFx.find("#compose-blocks", ListView.class).getSelectionModel().clearAndSelect(place));
    }

    private static TextField field(String id) {
        return OnFx.find(id, TextField.class);
    }

    private static String text(String id) {
        return OnFx.get(() -> field(id).getText());
    }

    private static void type(String id, String text) {
        OnFx.run(() -> {
            field(id).setText(text);
            field(id).fireEvent(new ActionEvent());
        });
    }

    private static void press(String button) {
        OnFx.run(() -> OnFx.button(button).fire());
    }

    private Block block(int place) {
        return OnFx.get(() -> model.blocks().get(place));
    }

    @Test
    void theChosenBlockIsEdited() {
        select(0);
        type("#block-take", "12");
        assertEquals(12, block(0).take());
        type("#block-ages", "3-5");
        assertEquals("3-5", block(0).ages());
        type("#block-ages", "4-1");
        assertEquals("3-5", block(0).ages(), "the younger comes first");
        assertEquals("3-5", text("#block-ages"), "what makes no sense is put back");
        assertTrue(OnFx.get(() -> field("#block-weights").isDisabled()), "a rule has no weights");
        select(1);
        assertEquals("", text("#block-take"));
        assertEquals(0, block(1).take());
    }

    @Test
    void filtersAreOfAllBlocks() {
        type("#filter-diversity", "0.1");
        type("#filter-genres", "tale, song");
        type("#filter-share", "2");
        assertEquals(
                new ComposeRecipe.Filters(0, List.of("tale", "song"), List.of(), 0, 0.1),
                OnFx.get(() -> model.filtersProperty().get()));
        assertEquals("", text("#filter-share"));
    }

    @Test
    void blocksAreAddedMovedAndRemoved() {
        OnFx.run(() -> {
            MenuButton add = OnFx.find("#compose-add", MenuButton.class);
            add.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
            add.getItems().get(0).fire();
        });
        assertEquals(RUNS, block(2));
        assertFalse(OnFx.get(() -> field("#block-weights").isDisabled()));
        assertEquals("3=1, 7=1", text("#block-weights"));
        type("#block-weights", "7=0.5");
        assertEquals(0.5, block(2).runs().get("7"));
        press("#compose-up");
        assertEquals("own-watched", block(0).algorithm());
        assertEquals(0.5, block(1).runs().get("7"));
        press("#compose-down");
        press("#compose-down");
        assertEquals(0.5, block(2).runs().get("7"), "the last stays where it is");
        press("#compose-remove");
        assertEquals(ComposeRecipe.RULE, OnFx.get(() -> List.copyOf(model.blocks())));
        press("#compose-open");
        press("#compose-save");
        assertEquals(List.of("open", "save"), asked);
    }
}
