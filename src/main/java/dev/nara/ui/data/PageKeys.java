package dev.nara.ui.data;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** The keys of the page: 1, 2 and 3 go to its cards, F5 starts training, and Shortcut+Z undoes the last change. */
final class PageKeys {
    private static final List<KeyCode> CARDS = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3);
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private PageKeys() {}

    static void on(Region root, IntConsumer card, Runnable train, UndoStack undo) {
        root.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            boolean typing = e.getTarget() instanceof TextInputControl;
            boolean plain = !e.isControlDown() && !e.isMetaDown() && !e.isAltDown();
            if (e.getCode() == KeyCode.F5 && plain) {
                train.run();
                e.consume();
            } else if (UNDO.match(e) && !typing && undo.undo()) {
                e.consume();
            } else if (plain && !typing && CARDS.contains(e.getCode())) {
                card.accept(CARDS.indexOf(e.getCode()) + 1);
                e.consume();
            }
        });
    }
}
