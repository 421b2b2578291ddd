package dev.nara.ui.runs;

import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row with the heading of a group or a sentence. */
final class HeadRowBox extends HBox {
    private final Texts texts;
    private final FontIcon folded = Icons.of(Feather.CHEVRON_RIGHT, "rail-arrow");
    private final Label words = new Label();
    private final Label count = new Label();

    HeadRowBox(Texts texts) {
        this.texts = texts;
        getStyleClass().add("rail-row");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        count.getStyleClass().add("rail-detail");
        count.setMinWidth(USE_PREF_SIZE);
        folded.managedProperty().bind(folded.visibleProperty());
        getChildren().addAll(folded, words, count);
    }

    void show(RailRow.Data data) {
        show(data.name(), Integer.toString(data.count()), !data.open(), "rail-title");
    }

    void show(RailRow.Baselines baselines) {
        show(texts.get("rail.baselines"), Integer.toString(baselines.count()), !baselines.open(), "rail-title");
    }

    /** The further trials of a study. */
    void show(RailRow.More more) {
        show(texts.get("rail.more", more.count()), "", false, "runs-more");
    }

    /** Says that nothing was trained on the open data. */
    void showUntrained() {
        show(texts.get("rail.untrained"), "", false, "rail-detail");
    }

    /** Says that a run cannot be read. */
    void show(RailRow.Damaged damaged) {
        show(texts.get("rail.damaged", damaged.run().id()), "", false, "rail-damaged");
        words.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "bad"));
    }

    private void show(String text, String number, boolean closed, String style) {
        words.setGraphic(null);
        words.setText(text);
        words.getStyleClass().setAll("label", style);
        count.setText(number);
        folded.setVisible(closed);
    }

    /** The text for screen readers. */
    String spoken() {
        return (words.getText() + " " + count.getText()).strip();
    }
}
