package dev.nara.ui.tune.chart;

import dev.nara.search.picture.GoodValues;
import dev.nara.search.study.StudySnapshot;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Lists what mattered and what did not, side by side. */
final class WhatMattered extends HBox {
    private final Texts texts;
    private final int most;
    private final VBox did = new VBox(2);
    private final VBox not = new VBox(2);

    /** Shows at most that many lines in each list. */
    WhatMattered(Texts texts, int most) {
        this.most = most;
        this.texts = texts;
        getStyleClass().add("what-mattered");
        for (VBox column : List.of(did, not)) {
            HBox.setHgrow(column, Priority.ALWAYS);
            column.setPrefWidth(1);
            column.setMinWidth(0);
        }
        getChildren().addAll(did, not);
    }

    /** Shows the importance of an algorithm's parameters in a study. */
    void show(StudySnapshot study, String algorithm) {
        boolean known = !study.importance().getOrDefault(algorithm, List.of()).isEmpty();
        List<String> said = known
                ? GoodValues.mattered(study, algorithm, texts.locale())
                : List.of(texts.get("tune.importance.none"));
        fill(did, "tune.mattered", said);
        fill(not, "tune.mattered.not", GoodValues.others(study, algorithm, texts.locale()));
        not.setVisible(known);
    }

    private void fill(VBox column, String title, List<String> lines) {
        column.getChildren().setAll(Labels.whole(texts.binding(title), "section-detail"));
        for (String line : lines.isEmpty() ? List.of("–") : lines.subList(0, Math.min(most, lines.size()))) {
            Label label = new Label(line);
            label.setMinWidth(0);
            column.getChildren().add(label);
        }
    }
}
