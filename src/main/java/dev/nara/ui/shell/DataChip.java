package dev.nara.ui.shell;

import dev.nara.text.Numbers;
import dev.nara.ui.common.Actions;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Shows which data are open or being read; its menu has recent data and the ways to open other data. */
final class DataChip {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass READING = PseudoClass.getPseudoClass("reading");

    private final Session session;
    private final Texts texts;
    private final MenuButton button = new MenuButton();
    private final Region dot = new Region();

    /** {@code recent} makes a menu entry for each recent dataset, the latest first. */
    DataChip(Session session, Texts texts, Actions actions, Supplier<List<MenuItem>> recent) {
        this.session = session;
        this.texts = texts;
        button.setId("data-chip");
        button.getStyleClass().addAll("chip", "data-chip");
        dot.getStyleClass().add("data-dot");
        Label name = Labels.of(
                Bindings.createStringBinding(
                        this::name, session.openedProperty(), session.readingProperty(), texts.localeProperty()),
                "data-chip-name");
        Label size = Labels.whole(
                Bindings.createStringBinding(this::size, session.openedProperty(), texts.localeProperty()), "muted");
        size.managedProperty().bind(size.textProperty().isNotEmpty());
        HBox words = new HBox(dot, name, size);
        words.getStyleClass().add("data-chip-words");
        button.setGraphic(words);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("chip.data", name.getText() + " " + size.getText()),
                        name.textProperty(),
                        size.textProperty(),
                        texts.localeProperty()));
        button.setOnShowing(e -> fill(actions, recent.get()));
        fill(actions, List.of());
        session.openedProperty().addListener((o, was, is) -> mark());
        session.readingProperty().addListener((o, was, is) -> mark());
        mark();
    }

    MenuButton view() {
        return button;
    }

    private void fill(Actions actions, List<MenuItem> recent) {
        button.getItems().setAll(recent);
        if (!recent.isEmpty()) {
            button.getItems().add(new SeparatorMenuItem());
        }
        for (String way : List.of("open", "open.file", "open.database", "import", "open.sample")) {
            button.getItems().add(actions.item(way));
        }
    }

    private void mark() {
        dot.pseudoClassStateChanged(READING, reading());
        dot.pseudoClassStateChanged(OPEN, !reading() && session.openedProperty().get() != null);
    }

    private boolean reading() {
        return !session.readingProperty().get().isEmpty();
    }

    private String name() {
        Session.@Nullable Opened open = session.openedProperty().get();
        if (reading()) {
            return texts.get("chip.reading", session.readingProperty().get());
        }
        return open == null ? texts.get("chip.none") : open.dataset().name();
    }

    private String size() {
        Session.@Nullable Opened open = session.openedProperty().get();
        return open == null
                ? ""
                : texts.get(
                        "chip.children",
                        Numbers.grouped(open.dataset().interactions().users()));
    }
}
