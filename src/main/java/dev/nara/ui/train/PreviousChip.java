package dev.nara.ui.train;

import dev.nara.analysis.AgainstPrevious;
import dev.nara.store.StoredRun;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the run on screen is against the one before it, with a button that trains the seeds which would say so. */
final class PreviousChip extends HBox {
    private final Label differs = new Label();
    private final Label words = new Label();
    private final Button seeds = new Button();
    private final Texts texts;
    private final ObservableValue<RunDetails> details;

    PreviousChip(ObservableValue<RunDetails> details, Texts texts) {
        this.details = details;
        this.texts = texts;
        setId("against-previous");
        getStyleClass().addAll("button-row", "against-previous");
        setAlignment(Pos.CENTER_LEFT);
        differs.setId("against-differs");
        differs.getStyleClass().add("cell-detail");
        words.setId("against-words");
        for (Label label : List.of(differs, words)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        seeds.setId("against-seeds");
        seeds.setMinWidth(USE_PREF_SIZE);
        Tooltip help = new Tooltip();
        help.textProperty().bind(texts.binding("against.run.seeds.help"));
        seeds.setTooltip(help);
        getChildren().setAll(new VBox(differs, words), seeds);
        managedProperty().bind(visibleProperty());
        seeds.managedProperty().bind(seeds.visibleProperty());
        details.addListener((o, was, is) -> show());
        texts.localeProperty().addListener((o, was, is) -> show());
        show();
    }

    /**
     * What the button does.
     *
     * @param stay called first, so that the run stays on screen
     * @param train gets the runs of which further seeds are wanted, each as often as seeds
     */
    void onSeeds(Runnable stay, Consumer<List<StoredRun>> train) {
        seeds.setOnAction(e -> {
            AgainstPrevious against = details.getValue().against();
            if (against != null) {
                // Once is enough.
                seeds.setVisible(false);
                stay.run();
                train.accept(against.again());
            }
        });
    }

    private void show() {
        AgainstPrevious against = details.getValue().against();
        String said = against == null ? "" : against.words().map(texts::of).orElse("");
        differs.setText(against == null ? "" : against.difference().way(texts.locale()));
        words.setText(said);
        setVisible(!said.isEmpty());
        int more = against == null ? 0 : against.seeds();
        seeds.setText(texts.get("against.run.seeds", more));
        seeds.setVisible(more > 0);
    }
}
