package dev.nara.ui.runs;

import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Form;
import dev.nara.ui.common.Texts;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.GridPane;

/** A form for the label of a run: its name, tags and notes. */
final class LabelForm {
    private final GridPane grid = new GridPane();
    private final Texts texts;

    private LabelForm(Texts texts) {
        this.texts = texts;
        grid.getStyleClass().add("facts");
    }

    static Form<StoredRun.Label> of(Texts texts, StoredRun run) {
        LabelForm form = new LabelForm(texts);
        TextField name = new TextField(run.label().name());
        TextField tags = new TextField(run.label().tags());
        TextArea notes = new TextArea(run.label().notes());
        notes.setPrefRowCount(5);
        notes.setWrapText(true);
        form.row(0, "run.name", name);
        form.row(1, "run.tags", tags);
        form.row(2, "run.notes", notes);
        return new Form<>(
                "run-label",
                texts.get("run.label", run.id()),
                form.grid,
                texts.get("dialog.ok"),
                new SimpleStringProperty(""),
                () -> new StoredRun.Label(
                        name.getText().strip(),
                        notes.getText().strip(),
                        tags.getText().strip(),
                        run.label().star()));
    }

    private void row(int row, String key, TextInputControl field) {
        Label label = new Label(texts.get(key));
        label.setLabelFor(field);
        field.setPrefWidth(340);
        grid.addRow(row, label, field);
    }
}
