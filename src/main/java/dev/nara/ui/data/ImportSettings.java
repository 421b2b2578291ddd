package dev.nara.ui.data;

import dev.nara.data.read.delimited.ColumnGuess;
import dev.nara.data.read.delimited.DelimitedPreview;
import dev.nara.data.read.file.Encodings;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** How an unknown file is read: encoding, delimiter, header, and the threshold of a positive. */
final class ImportSettings extends HBox {
    private static final String FOUND_OUT = "";

    private final ComboBox<String> encoding = new ComboBox<>();
    private final ComboBox<String> delimiter = new ComboBox<>();
    private final CheckBox header = new CheckBox();
    private final TextField threshold = new TextField();
    private final Texts texts;
    /** A preview is being shown, which is no choice of the user's. */
    private boolean showing;

    /** Who looks at the file again when a choice changes. */
    interface Listener {
        /** Another encoding or delimiter; each "" to be found out. */
        void reread(String encoding, String delimiter);

        /** The first row is now a header, or no longer. */
        void header(boolean has);

        /** Another threshold. */
        void threshold();
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
        threshold.setId("import-threshold");
        threshold.setPromptText("4");
        threshold.setPrefWidth(70);
        threshold.textProperty().addListener((o, was, is) -> listener.threshold());
        getChildren()
                .addAll(
                        new Label(texts.get("import.encoding")),
                        encoding,
                        new Label(texts.get("import.delimiter")),
                        delimiter,
                        header,
                        new Label(texts.get("import.threshold")),
                        threshold);
        getStyleClass().add("field-row");
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

    /** The least number of a positive, "" for none. */
    String threshold() {
        return threshold.getText().strip();
    }
}
