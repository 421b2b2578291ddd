package dev.nara.ui.data;

import dev.nara.split.Warning;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Warnings, each with a button that applies its remedy. */
final class WarningList extends VBox {
    private final ObservableList<Warning> warnings;
    private final Texts texts;
    private final Consumer<Warning> use;

    /** {@code use} gets the warning whose button is pressed. */
    WarningList(ObservableList<Warning> warnings, Texts texts, Consumer<Warning> use) {
        this.warnings = warnings;
        this.texts = texts;
        this.use = use;
        setSpacing(8);
        setId("split-warnings");
        managedProperty().bind(Bindings.isNotEmpty(warnings));
        warnings.addListener((ListChangeListener<Warning>) change -> fill());
        texts.localeProperty().addListener((o, was, is) -> fill());
    }

    private void fill() {
        getChildren().clear();
        for (Warning warning : warnings) {
            Label what = new Label(texts.of(warning.what()));
            what.setWrapText(true);
            what.setMaxWidth(620);
            what.getStyleClass().add("warning-text");
            getChildren().add(what);
            if (!warning.remedy().isEmpty()) {
                Button remedy = new Button(texts.get("data.split.remedy", Words.remedy(warning, texts)));
                remedy.setId("remedy-" + String.join("-", warning.remedy().keySet()));
                remedy.setOnAction(e -> use.accept(warning));
                getChildren().add(remedy);
            }
        }
    }
}
