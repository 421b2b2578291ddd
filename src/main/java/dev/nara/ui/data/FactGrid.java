package dev.nara.ui.data;

import dev.nara.text.Fact;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** Facts, one per line: a label in the window's language and a value. */
final class FactGrid extends GridPane {
    private final ObservableList<Fact> facts;
    private final Texts texts;

    /** Shows the list's facts and follows its changes. */
    FactGrid(ObservableList<Fact> facts, Texts texts) {
        this.facts = facts;
        this.texts = texts;
        getStyleClass().add("facts");
        facts.addListener((ListChangeListener<Fact>) change -> show());
    }

    private void show() {
        getChildren().clear();
        for (int row = 0; row < facts.size(); row++) {
            Fact fact = facts.get(row);
            Label name = new Label();
            name.textProperty().bind(texts.binding(fact.key()));
            name.getStyleClass().add("fact-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label shown = new Label(fact.value());
            shown.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            Tips.on(shown, fact.value());
            shown.getStyleClass().add("fact-value");
            addRow(row, name, shown);
        }
    }
}
