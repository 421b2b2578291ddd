package dev.nara.ui.train;

import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The settings of the run on screen, with where the starred run differs, and its log. */
final class DetailsPane {
    private final TableView<RunDetails.Row> settings;
    private final ListView<String> log = new ListView<>();
    private final TableColumn<RunDetails.Row, String> other;
    private final Texts texts;

    DetailsPane(ObservableValue<RunDetails> details, Texts texts) {
        this.texts = texts;
        settings = Tables.table("run-settings", texts, "train.details.empty");
        other = Tables.text(texts, "column.starred", 220, RunDetails.Row::other);
        other.textProperty().unbind();
        settings.getColumns()
                .setAll(List.of(
                        Tables.text(texts, "column.setting", 200, row -> texts.setting(row.name())),
                        Tables.text(texts, "column.value", 320, RunDetails.Row::value),
                        other));
        log.setId("run-log");
        Label empty = new Label();
        empty.textProperty().bind(texts.binding("train.details.empty"));
        empty.getStyleClass().add("empty-text");
        log.setPlaceholder(empty);
        log.accessibleTextProperty().bind(texts.binding("train.page.log"));
        details.addListener((o, was, is) -> show(is));
        texts.localeProperty().addListener((o, was, is) -> show(details.getValue()));
        show(details.getValue());
    }

    private void show(RunDetails details) {
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

    TableView<?> settings() {
        return settings;
    }

    ListView<?> log() {
        return log;
    }
}
