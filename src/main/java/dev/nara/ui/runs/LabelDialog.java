package dev.nara.ui.runs;

import dev.nara.store.StoredRun;
import dev.nara.ui.common.Texts;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;

/** What people write on a run: its name, tags and notes. */
final class LabelDialog extends Dialog<StoredRun.Label> {
    private final GridPane grid = new GridPane();
    private final Texts texts;

    LabelDialog(Window owner, Texts texts, StoredRun run) {
        this.texts = texts;
        initOwner(owner);
        setTitle(texts.get("run.label", run.id()));
        setHeaderText(texts.get("run.label", run.id()));
        TextField name = new TextField(run.label().name());
        TextField tags = new TextField(run.label().tags());
        TextArea notes = new TextArea(run.label().notes());
        notes.setPrefRowCount(5);
        notes.setWrapText(true);
        grid.getStyleClass().add("facts");
        row(0, "run.name", name);
        row(1, "run.tags", tags);
        row(2, "run.notes", notes);
        getDialogPane().setContent(grid);
        ButtonType keep = new ButtonType(texts.get("dialog.ok"), ButtonData.OK_DONE);
        getDialogPane()
                .getButtonTypes()
                .setAll(keep, new ButtonType(texts.get("dialog.cancel"), ButtonData.CANCEL_CLOSE));
        setResultConverter(button -> button == keep
                ? new StoredRun.Label(
                        name.getText().strip(),
                        notes.getText().strip(),
                        tags.getText().strip(),
                        run.label().star())
                : null);
        name.requestFocus();
    }

    private void row(int row, String key, TextInputControl field) {
        Label label = new Label(texts.get(key));
        label.setLabelFor(field);
        field.setPrefWidth(340);
        grid.addRow(row, label, field);
    }
}
