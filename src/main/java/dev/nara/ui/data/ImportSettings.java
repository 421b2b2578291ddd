package dev.nara.ui.data;

import dev.nara.data.TimeSettings;
import dev.nara.data.read.delimited.ColumnGuess;
import dev.nara.data.read.delimited.DelimitedPreview;
import dev.nara.data.read.file.Encodings;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How an unknown file is read: encoding, delimiter, header, the threshold of a positive, and how times are written. */
final class ImportSettings extends VBox {
    private static final String FOUND_OUT = "";

    private final ComboBox<String> encoding = new ComboBox<>();
    private final ComboBox<String> delimiter = new ComboBox<>();
    private final CheckBox header = new CheckBox();
    private final TextField threshold;
    private final TextField timeFormat;
    private final TextField zone;
    private final Texts texts;
    /** A preview is being shown, which is no choice of the user's. */
    private boolean showing;

    /** Who looks at the file again when a choice changes. */
    interface Listener {
        /** Another encoding or delimiter; each "" to be found out. */
        void reread(String encoding, String delimiter);

        /** The first row is now a header, or no longer. */
        void header(boolean has);

        /** Another threshold, time format or zone. */
        void changed();
    }

    ImportSettings(Texts texts, Listener listener) {
        this.texts = texts;
        encoding.setId("import-encoding");
        encoding.getItems().add(FOUND_OUT);
        Encodings.offered().forEach(c -> encoding.getItems().add(Encodings.name(c)));
        encoding.setValue(FOUND_OUT);
        encoding.setConverter(Words.of(e -> e.equals(FOUND_OUT) ? texts.get("import.found.out") : e));
        encoding.valueProperty().addListener((o, was, is) -> listener.reread(is, FOUND_OUT));
        delimiter.setId("import-delimiter");
        delimiter.getItems().addAll(ColumnGuess.DELIMITERS);
        delimiter.setConverter(Words.of(this::name));
        delimiter.valueProperty().addListener((o, was, is) -> {
            if (!showing && is != null) {
                listener.reread(encoding(), is);
            }
        });
        header.setId("import-has-header");
        header.setText(texts.get("import.has.header"));
        header.selectedProperty().addListener((o, was, is) -> {
            if (!showing) {
                listener.header(is);
            }
        });
        threshold = field("import-threshold", "4", listener);
        timeFormat = field("import-time-format", "dd/MM/yyyy HH:mm", listener);
        zone = field("import-zone", "Asia/Seoul", listener);
        getChildren().addAll(ofTheFile(), ofTimes());
        getStyleClass().add("side");
    }

    private HBox ofTheFile() {
        return row(
                new Label(texts.get("import.encoding")),
                encoding,
                new Label(texts.get("import.delimiter")),
                delimiter,
                header,
                new Label(texts.get("import.threshold")),
                threshold);
    }

    private HBox ofTimes() {
        return row(new Label(texts.get("import.time.format")), timeFormat, new Label(texts.get("import.zone")), zone);
    }

    private static TextField field(String id, String prompt, Listener listener) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setPrefColumnCount(Math.max(5, prompt.length()));
        field.textProperty().addListener((o, was, is) -> listener.changed());
        return field;
    }

    private static HBox row(Node... fields) {
        HBox row = new HBox(fields);
        row.getStyleClass().add("field-row");
        return row;
    }

    private String name(String between) {
        return switch (between) {
            case "\t" -> texts.get("import.tab");
            case " " -> texts.get("import.space");
            default -> between;
        };
    }

    /** Shows what was found out. */
    void show(DelimitedPreview preview) {
        showing = true;
        delimiter.setValue(preview.guess().delimiter());
        header.setSelected(preview.guess().header());
        showing = false;
    }

    /** The encoding that was chosen, "" to find it out. */
    String encoding() {
        return encoding.getValue();
    }

    /** How times are written and where days begin, what is empty to be found out. */
    TimeSettings times() {
        return new TimeSettings(timeFormat.getText(), zone.getText());
    }

    /** The least number of a positive, "" for none. */
    String threshold() {
        return threshold.getText().strip();
    }
}
