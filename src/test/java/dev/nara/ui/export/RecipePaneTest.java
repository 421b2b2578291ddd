package dev.nara.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
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

            @Override
            public void tune() {
                asked.add("tune");
            }
        });
        stage.setScene(new Scene(pane, 900, 500));
        stage.show();
    }

    /** The editor that a chip opens, or that stands behind the chip of what is not set. */
    private static TextField field(String setting) {
        return OnFx.all(".setting-chip", MenuButton.class).stream()
                .flatMap(chip -> chip.getItems().stream())
                .filter(CustomMenuItem.class::isInstance)
                .map(item -> (TextField) ((HBox) ((CustomMenuItem) item).getContent())
                        .getChildren()
                        .get(1))
                .filter(field -> field.getId().equals(setting + "-field"))
                .findFirst()
                .orElseThrow();
    }

    private static String text(String chip) {
        return OnFx.get(() -> field(chip).getText());
    }

    private static void type(String chip, String text) {
        OnFx.run(() -> {
            field(chip).setText(text);
            field(chip).fireEvent(new ActionEvent());
        });
        layOut();
    }

    /** The cells of what is in the list now. */
    private static void layOut() {
        OnFx.run(() -> {
            ListView<?> list = OnFx.find("#compose-blocks", ListView.class);
            list.applyCss();
            list.layout();
        });
    }

    private static void press(KeyCode key, boolean alt) {
        OnFx.run(() -> {
            ListView<?> list = OnFx.find("#compose-blocks", ListView.class);
            list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, alt, false));
        });
        layOut();
    }

    private Block block(int place) {
        return OnFx.get(() -> model.blocks().get(place));
    }

    @Test
    void aBlockIsEditedInItsChips() {
        type("block-take-0", "12");
        assertEquals(12, block(0).take());
        type("block-ages-0", "3-5");
        assertEquals("3-5", block(0).ages());
        type("block-ages-0", "4-1");
        assertEquals("3-5", block(0).ages(), "the younger comes first");
        assertEquals("3-5", text("block-ages-0"), "what makes no sense is put back");
        assertEquals("", text("block-take-1"));
        assertEquals(0, block(1).take());
        OnFx.run(() ->
                OnFx.find("#block-seen-1", MenuButton.class).getItems().get(2).fire());
        assertEquals("new", block(1).seen());
    }

    @Test
    void filtersAreOfAllBlocks() {
        type("filter-diversity", "0.1");
        type("filter-genres", "tale, song");
        type("filter-share", "2");
        assertEquals(
                new ComposeRecipe.Filters(0, List.of("tale", "song"), List.of(), 0, 0.1),
                OnFx.get(() -> model.filtersProperty().get()));
        assertEquals("", text("filter-share"));
    }

    @Test
    void blocksAreAddedMovedAndRemoved() {
        OnFx.run(() -> {
            MenuButton add = OnFx.find("#compose-add", MenuButton.class);
            add.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
            add.getItems().get(0).fire();
        });
        layOut();
        assertEquals(RUNS, block(2));
        assertEquals("3=1, 7=1", text("block-weights-2"));
        type("block-weights-2", "7=0.5");
        assertEquals(0.5, block(2).runs().get("7"));
        press(KeyCode.UP, true);
        assertEquals("own-watched", block(0).algorithm());
        assertEquals(0.5, block(1).runs().get("7"));
        press(KeyCode.DOWN, true);
        press(KeyCode.DOWN, true);
        assertEquals(0.5, block(2).runs().get("7"), "the last stays where it is");
        press(KeyCode.DELETE, false);
        assertEquals(ComposeRecipe.RULE, OnFx.get(() -> List.copyOf(model.blocks())));
        OnFx.run(() -> OnFx.find("#compose-more", MenuButton.class).getItems().forEach(MenuItem::fire));
        assertEquals(List.of("open", "save"), asked);
    }
}
