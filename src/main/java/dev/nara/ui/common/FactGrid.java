package dev.nara.ui.common;

import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** Facts, a line each: a label in the window's language and its value. */
public final class FactGrid<T> extends GridPane {
    private final ObservableList<T> facts;
    private final Function<T, String> key;
    private final Function<T, String> value;
    private final Texts texts;

    /** Follows the list; {@code key} names the text of a label. */
    public FactGrid(ObservableList<T> facts, Function<T, String> key, Function<T, String> value, Texts texts) {
        this.facts = facts;
        this.key = key;
        this.value = value;
        this.texts = texts;
        getStyleClass().add("facts");
        facts.addListener((ListChangeListener<T>) change -> show());
    }

    private void show() {
        getChildren().clear();
        for (int row = 0; row < facts.size(); row++) {
            T fact = facts.get(row);
            Label name = new Label();
            name.textProperty().bind(texts.binding(key.apply(fact)));
            name.getStyleClass().add("fact-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label shown = new Label(value.apply(fact));
            shown.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            shown.setTooltip(new Tooltip(value.apply(fact)));
            shown.getStyleClass().add("fact-value");
            addRow(row, name, shown);
        }
    }
}
