package dev.nara.ui.data.opening;

import dev.nara.data.Recipe;
import dev.nara.data.read.file.Encodings;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** Two settings for reading the data again: the encoding of the text, and the time zone in which days start. */
public final class RereadPane extends GridPane {
    private static final String FOUND_OUT = "";

    private final Texts texts;
    private final ComboBox<String> encoding;
    private final ComboBox<String> zone;
    private String shownEncoding = FOUND_OUT;
    private String shownZone = FOUND_OUT;

    /** Each consumer gets the chosen value, "" to detect it. */
    public RereadPane(Texts texts, Consumer<String> decode, Consumer<String> cutIn) {
        this.texts = texts;
        encoding = box("data-encoding", "data.decode", 0, chosen -> {
            if (!chosen.equals(shownEncoding)) {
                decode.accept(chosen);
            }
        });
        Encodings.offered().forEach(c -> encoding.getItems().add(Encodings.name(c)));
        zone = box("data-zone", "data.zone.choose", 1, chosen -> {
            if (!chosen.equals(shownZone)) {
                cutIn.accept(chosen);
            }
        });
        zone.getItems().add("UTC");
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.indexOf('/') > 0 && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .forEach(zone.getItems()::add);
        getStyleClass().add("facts");
    }

    private ComboBox<String> box(String id, String key, int row, Consumer<String> chosen) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(id);
        box.getItems().add(FOUND_OUT);
        Words.show(box, texts, value -> value.isEmpty() ? texts.get("import.found.out") : value);
        box.setOnAction(e -> {
            if (box.getValue() != null) {
                chosen.accept(box.getValue());
            }
        });
        Label label = new Label();
        label.textProperty().bind(texts.binding(key));
        label.setLabelFor(box);
        label.getStyleClass().add("fact-name");
        addRow(row, label, box);
        return box;
    }

    /** Shows how the data on screen were read. */
    public void show(Recipe recipe) {
        shownEncoding = recipe.encoding();
        encoding.setValue(shownEncoding);
        shownZone = recipe.timeSettings().zone();
        zone.setValue(shownZone);
    }
}
