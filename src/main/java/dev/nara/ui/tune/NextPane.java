package dev.nara.ui.tune;

import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.ui.common.Texts;
import dev.nara.ui.tune.model.TuneModel;
import dev.nara.ui.tune.model.TuneRequests;
import dev.nara.ui.tune.model.TuneWords;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows the setting to be tried next, and why; the user can skip it, or edit and try it. */
final class NextPane extends VBox {
    private final TuneModel model;
    private final Texts texts;
    private final Label number = new Label();
    private final Label settings = new Label();
    private final Label why = new Label();
    private StudySnapshot.@Nullable Next next;

    NextPane(TuneModel model, Texts texts, TuneRequests requests) {
        this.model = model;
        this.texts = texts;
        setId("tune-next");
        getStyleClass().add("tune-next");
        number.getStyleClass().add("cell-detail");
        settings.getStyleClass().add("cell-detail");
        number.setMinWidth(Region.USE_PREF_SIZE);
        settings.setMinWidth(0);
        why.setId("tune-next-why");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(6, number, gap, settings);
        Button skip = new Button();
        skip.setId("tune-skip");
        skip.textProperty().bind(texts.binding("tune.next.skip"));
        skip.setOnAction(e -> {
            if (next != null) {
                requests.steer(new StudyEvent.Skipped(next.algorithm(), next.settings()));
            }
        });
        Button change = new Button();
        change.setId("tune-change");
        change.textProperty().bind(texts.binding("tune.next.change"));
        change.setOnAction(e -> {
            if (next != null) {
                requests.tryThese(next.settings());
            }
        });
        HBox buttons = new HBox(6, skip, change);
        getChildren().addAll(head, why, buttons);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show() {
        StudySnapshot study = model.snapshotProperty().get();
        StudySnapshot.PartNow part = model.part().orElse(null);
        next = study == null ? null : study.next().orElse(null);
        setVisible(study != null && part != null && next != null);
        if (study == null || part == null || next == null) {
            return;
        }
        number.setText(texts.get("tune.next", study.trials().size() + 1));
        settings.setText(
                next.algorithm().equals(part.algorithm())
                        ? TuneWords.settings(texts, part, next.settings(), TuneWords.important(study, part))
                        : texts.get("algorithm." + next.algorithm()));
        why.setText(texts.of(next.why()));
    }
}
