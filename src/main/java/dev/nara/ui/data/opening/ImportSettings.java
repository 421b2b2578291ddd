package dev.nara.ui.data.opening;

import dev.nara.data.ColumnRole;
import dev.nara.data.TimeSettings;
import dev.nara.data.read.delimited.DelimitedReader;
import dev.nara.data.read.file.Encodings;
import dev.nara.data.read.roles.TablePreview;
import dev.nara.data.read.table.BadRows;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The settings for reading an unknown file: encoding, delimiter, header, the threshold of a positive, and the format of times. */
final class ImportSettings extends VBox {
    private static final String FOUND_OUT = "";

    private final ComboBox<Path> part = new ComboBox<>();
    private final ComboBox<String> encoding = new ComboBox<>();
    private final ComboBox<String> delimiter = new ComboBox<>();
    private final CheckBox header = new CheckBox();
    private final CheckBox skip = new CheckBox();
    private final TextField threshold;
    private final TextField timeFormat;
    private final TextField zone;
    private final FlowPane ofParts;
    private final FlowPane ofText;
    private final FlowPane ofNumbers;
    private final FlowPane ofTimes;
    private final Texts texts;
    /** Whether a preview is being shown, as opposed to a choice by the user. */
    private boolean showing;

    /** Called when the user changes a setting. */
    interface Listener {
        /** The encoding or delimiter has changed; each "" to be detected. */
        void reread(String encoding, String delimiter);

        /** Another table of the file was chosen. */
        void part(Path table);

        /** Whether the first row is a header has changed. */
        void header(boolean has);

        /** The threshold, time format, zone, or the treatment of unreadable rows has changed. */
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
        delimiter.getItems().addAll(DelimitedReader.DELIMITERS);
        delimiter.setConverter(Words.of(this::name));
        delimiter.valueProperty().addListener((o, was, is) -> {
            if (!showing && is != null) {
                listener.reread(encoding(), is);
            }
        });
        boxes(listener);
        threshold = field("import-threshold", 5, listener);
        timeFormat = field("import-time-format", 16, listener);
        zone = field("import-zone", 12, listener);
        part.setId("import-part");
        part.setConverter(Words.of(table -> String.valueOf(table.getFileName())));
        part.valueProperty().addListener((o, was, is) -> {
            if (!showing && is != null) {
                listener.part(is);
            }
        });
        ofParts = row(named("import.part", part));
        ofText = row(named("import.encoding", encoding), named("import.delimiter", delimiter), header);
        ofNumbers = row(named("import.threshold", threshold), hint("import.threshold.empty"));
        ofTimes = row(named("import.time.format", timeFormat), named("import.zone", zone), hint("import.time.empty"));
        getChildren().addAll(ofParts, ofText, ofTimes, ofNumbers, skip);
        setSpacing(8);
        for (Node row : new Node[] {ofParts, ofText, ofTimes, ofNumbers}) {
            row.managedProperty().bind(row.visibleProperty());
        }
    }

    private void boxes(Listener listener) {
        header.setId("import-has-header");
        header.textProperty().bind(texts.binding("import.has.header"));
        header.selectedProperty().addListener((o, was, is) -> {
            if (!showing) {
                listener.header(is);
            }
        });
        skip.setId("import-skip");
        skip.textProperty().bind(texts.binding("import.skip"));
        skip.selectedProperty().addListener((o, was, is) -> listener.changed());
    }

    private static TextField field(String id, int columns, Listener listener) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(columns);
        field.textProperty().addListener((o, was, is) -> listener.changed());
        return field;
    }

    /** A field with a label before it. */
    private HBox named(String key, Region field) {
        Label name = Labels.whole(texts.binding(key));
        name.setLabelFor(field);
        field.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(8, name, field);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Label hint(String key) {
        return Labels.whole(texts.binding(key), "caption");
    }

    /** A row that wraps in a narrow window. */
    private static FlowPane row(Node... fields) {
        FlowPane row = new FlowPane(16, 6, fields);
        row.setRowValignment(VPos.CENTER);
        return row;
    }

    /** Shows only the settings that matter for the roles of the columns; hidden ones are not applied. */
    void concerns(List<ColumnRole> roles) {
        ofNumbers.setVisible(roles.contains(ColumnRole.NUMBER));
        ofTimes.setVisible(roles.contains(ColumnRole.TIME));
    }

    private String name(String between) {
        return switch (between) {
            case "\t" -> texts.get("import.tab");
            case " " -> texts.get("import.space");
            case "  " -> texts.get("import.spaces");
            case "\u0001" -> texts.get("import.control");
            default -> between;
        };
    }

    /** Shows the detected settings. */
    void show(TablePreview preview) {
        showing = true;
        ofParts.setVisible(!preview.parts().isEmpty());
        part.getItems().setAll(preview.parts());
        part.setValue(preview.path());
        ofText.setVisible(!preview.encoding().isEmpty());
        boolean delimited = preview.format().equals(DelimitedReader.FORMAT);
        delimiter.setValue(preview.guess().roles().delimiter());
        header.setSelected(preview.header());
        delimiter.setDisable(!delimited);
        header.setDisable(!delimited);
        showing = false;
    }

    /** The chosen encoding, "" to detect it. */
    String encoding() {
        return encoding.getValue();
    }

    /** The format of times and the zone of days; empty ones are detected. */
    TimeSettings times() {
        return ofTimes.isVisible() ? new TimeSettings(timeFormat.getText(), zone.getText()) : TimeSettings.FOUND_OUT;
    }

    /** The treatment of unreadable rows, as in a recipe. */
    @Nullable
    String badRows() {
        return skip.isSelected() ? BadRows.SKIP : null;
    }

    /** The least number of a positive, "" for none. */
    String threshold() {
        return ofNumbers.isVisible() ? threshold.getText().strip() : "";
    }
}
