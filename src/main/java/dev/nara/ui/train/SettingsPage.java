package dev.nara.ui.train;

import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.LiveScroll;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The settings of the run on screen, first those in which the previous run differs; its result on the test part, and its label. */
final class SettingsPage extends HBox {
    private final TableView<RunDetails.Row> settings;
    private final TableColumn<RunDetails.Row, String> other;
    private final TextField tags = new TextField();
    private final TextArea notes = new TextArea();
    private final Texts texts;
    private final Keeper keeper;
    private @Nullable StoredRun run;

    /** Stores the tags and notes of a run. */
    @FunctionalInterface
    interface Keeper {
        void keep(StoredRun run, String notes, String tags);
    }

    /** {@code keeper} stores what the user wrote. */
    SettingsPage(ObservableValue<RunDetails> details, Texts texts, Keeper keeper) {
        this.texts = texts;
        this.keeper = keeper;
        settings = Tables.table("run-settings", texts, "train.details.empty");
        settings.setFixedCellSize(EpochsPage.ROW);
        other = Tables.text(texts, "column.run.other", 110, RunDetails.Row::other);
        other.textProperty().unbind();
        settings.getColumns()
                .setAll(List.of(
                        Tables.text(texts, "column.setting", 150, row -> texts.setting(row.name())),
                        Tables.text(texts, "column.value", 110, row -> value(row, row.value())),
                        other));
        other.setCellValueFactory(row ->
                new ReadOnlyObjectWrapper<>(value(row.getValue(), row.getValue().other())));
        tags.setId("run-tags");
        notes.setId("run-notes");
        notes.setWrapText(true);
        notes.setPrefRowCount(3);
        notes.setMinHeight(USE_PREF_SIZE);
        write(tags, "run.tags");
        write(notes, "run.notes");
        HBox.setHgrow(settings, Priority.ALWAYS);
        VBox about = new VBox(
                words(details, "run-standing", d -> d.standing(texts.locale())),
                words(details, "told", d -> ReportedWords.of(d, texts)),
                tags,
                notes);
        about.getStyleClass().add("about-run");
        ScrollPane scroll = new LiveScroll(about);
        scroll.setFitToWidth(true);
        scroll.setPrefWidth(320);
        scroll.setMinWidth(200);
        getChildren().setAll(settings, scroll);
        details.addListener((o, was, is) -> show(is));
        texts.localeProperty().addListener((o, was, is) -> {
            settings.refresh();
            show(details.getValue());
        });
        show(details.getValue());
    }

    /** The name of an option if the parameter has named ones, else the value. */
    private String value(RunDetails.Row row, String value) {
        String key = row.name().equals("algorithm") ? "algorithm." + value : "option." + row.name() + "." + value;
        return Text.exists(key, Locale.ENGLISH) ? texts.get(key) : value;
    }

    private Label words(ObservableValue<RunDetails> details, String id, Function<RunDetails, String> words) {
        Label label = Labels.wrapped(
                Bindings.createStringBinding(() -> words.apply(details.getValue()), details, texts.localeProperty()),
                "caption");
        label.setId(id);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    /** Stores the text when the field loses the focus. */
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

    private void show(RunDetails details) {
        StoredRun shown = details.run();
        boolean another = shown == null || run == null || run.id() != shown.id();
        if (another) {
            keep();
        }
        run = shown;
        for (TextInputControl field : List.of(tags, notes)) {
            field.setDisable(shown == null);
        }
        // Does not overwrite a field while the user is typing.
        if (another || !tags.isFocused()) {
            tags.setText(shown == null ? "" : shown.label().tags());
        }
        if (another || !notes.isFocused()) {
            notes.setText(shown == null ? "" : shown.label().notes());
        }
        // Replaced rows are laid out even if invisible, so they are replaced only if they have changed.
        if (!settings.getItems().equals(details.rows())) {
            settings.getItems().setAll(details.rows());
        }
        other.setVisible(!details.other().isEmpty());
        other.setText(texts.get("column.run.other", details.other()));
    }
}
