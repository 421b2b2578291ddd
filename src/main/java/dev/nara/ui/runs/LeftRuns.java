package dev.nara.ui.runs;

import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Asks what to do with the runs that an earlier session left unfinished; invisible if there are none. */
final class LeftRuns extends VBox {
    private final Texts texts;
    private final Label text = new Label();
    private final FlowPane buttons = new FlowPane();
    private List<StoredRun> runs = List.of();
    /** Runs about which the user does not want to be asked. */
    private final Set<Long> dismissed = new HashSet<>();

    LeftRuns(Texts texts) {
        this.texts = texts;
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        buttons.getStyleClass().add("left-runs-buttons");
        getStyleClass().add("left-runs");
        getChildren().addAll(text, buttons);
        texts.localeProperty().addListener((o, was, is) -> tell());
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Sets the buttons for the answers. */
    void answers(Button... answers) {
        buttons.getChildren().setAll(answers);
    }

    /** Asks about these runs, except for dismissed ones. */
    void show(List<StoredRun> unfinished) {
        runs = unfinished.stream().filter(run -> !dismissed.contains(run.id())).toList();
        setVisible(!runs.isEmpty());
        tell();
    }

    private void tell() {
        text.setText(texts.get("runs.left", runs.size()));
    }

    List<StoredRun> runs() {
        return runs;
    }

    /** Stops asking about these runs until the next start. */
    void dismiss() {
        runs.forEach(run -> dismissed.add(run.id()));
        show(List.of());
    }
}
