package dev.nara.ui.train;

import dev.nara.store.StoredRun;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is known of the run on screen: what people wrote on it, its settings with where the starred run differs, its log. */
final class DetailsPane extends VBox {
    private final TableView<RunDetails.Row> settings;
    private final ListView<String> log = new ListView<>();
    private final TableColumn<RunDetails.Row, String> other;
    private final Label title = new Label();
    private final TextField tags = new TextField();
    private final TextArea notes = new TextArea();
    private final Texts texts;
    private final Keeper keeper;
    private @Nullable StoredRun run;

    /** Stores what was written on a run. */
    @FunctionalInterface
    interface Keeper {
        void keep(StoredRun run, String notes, String tags);
    }

    /** {@code keeper} stores what was written on a run. */
    DetailsPane(ObservableValue<RunDetails> details, Texts texts, Keeper keeper) {
        this.texts = texts;
        this.keeper = keeper;
        getStyleClass().add("run-details");
        settings = Tables.table("run-settings", texts, "train.details.empty");
        other = Tables.text(texts, "column.starred", 90, RunDetails.Row::other);
        other.textProperty().unbind();
        settings.getColumns()
                .setAll(List.of(
                        Tables.text(texts, "column.setting", 130, row -> texts.setting(row.name())),
                        Tables.text(texts, "column.value", 120, RunDetails.Row::value),
                        other));
        log.setId("run-log");
        Label empty = new Label();
        empty.textProperty().bind(texts.binding("train.details.empty"));
        empty.setWrapText(true);
        empty.getStyleClass().add("empty-text");
        log.setPlaceholder(empty);
        log.accessibleTextProperty().bind(texts.binding("train.page.log"));
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        tags.setId("run-tags");
        notes.setId("run-notes");
        notes.setWrapText(true);
        notes.setPrefRowCount(4);
        notes.setMinHeight(USE_PREF_SIZE);
        write(tags, "run.tags");
        write(notes, "run.notes");
        TabPane pages = new TabPane(
                Tables.page(texts, "train.page.details", settings), Tables.page(texts, "train.page.log", log));
        pages.setId("details-pages");
        pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(pages, Priority.ALWAYS);
        getChildren().addAll(title, tags, notes, pages);
        details.addListener((o, was, is) -> show(is));
        texts.localeProperty().addListener((o, was, is) -> show(details.getValue()));
        show(details.getValue());
    }

    /** What is written there is kept when the field is left. */
    private void write(TextInputControl field, String key) {
        field.promptTextProperty().bind(texts.binding(key));
        field.accessibleTextProperty().bind(texts.binding(key));
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                keep();
            }
        });
    }

    private void keep() {
        StoredRun written = run;
        if (written == null) {
            return;
        }
        String wroteNotes = notes.getText().strip();
        String wroteTags = tags.getText().strip();
        if (!wroteNotes.equals(written.label().notes())
                || !wroteTags.equals(written.label().tags())) {
            keeper.keep(written, wroteNotes, wroteTags);
        }
    }

    private String words(StoredRun shown) {
        String name = texts.get("run.label", shown.title());
        return shown.fitOf().map(of -> name + " · " + texts.of(of.words())).orElse(name);
    }

    private void show(RunDetails details) {
        StoredRun shown = details.run();
        boolean another = shown == null || run == null || run.id() != shown.id();
        if (another) {
            keep();
        }
        run = shown;
        title.setText(shown == null ? texts.get("train.details") : words(shown));
        for (TextInputControl field : List.of(tags, notes)) {
            field.setDisable(shown == null);
        }
        // What somebody writes just now is not overwritten.
        if (another || !tags.isFocused()) {
            tags.setText(shown == null ? "" : shown.label().tags());
        }
        if (another || !notes.isFocused()) {
            notes.setText(shown == null ? "" : shown.label().notes());
        }
        // New rows are laid out even if nobody looks, so only what changed is put in.
        if (!settings.getItems().equals(details.rows())) {
            settings.getItems().setAll(details.rows());
        }
        other.setVisible(!details.starred().isEmpty());
        other.setText(texts.get("column.starred", details.starred()));
        int known = log.getItems().size();
        if (details.log().size() >= known && details.log().subList(0, known).equals(log.getItems())) {
            log.getItems().addAll(details.log().subList(known, details.log().size()));
        } else {
            log.getItems().setAll(details.log());
        }
    }
}
