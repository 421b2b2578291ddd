package dev.nara.ui.export;

import dev.nara.competition.CompositionSetup;
import dev.nara.competition.Submission;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.Arrays;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A cell for each place of the list, in the colour of the block that fills it in most lists. */
final class PlaceStrip extends HBox {
    PlaceStrip(ExportModel model, Texts texts) {
        super(3);
        getStyleClass().add("place-strip");
        model.judgedProperty().addListener((o, was, is) -> show(is, texts));
        show(model.judgedProperty().get(), texts);
    }

    private void show(ExportModel.@Nullable Judged judged, Texts texts) {
        getChildren().clear();
        int[] usual = new int[Submission.LENGTH];
        Arrays.fill(usual, -1);
        if (judged != null) {
            CompositionSetup.Scored scored = judged.scored();
            usual = scored.lists()
                    .usual(Submission.LENGTH, scored.recipe().blocks().size());
        }
        for (int place = 0; place < usual.length; place++) {
            Region cell = new Region();
            cell.getStyleClass().addAll("place", BlockColours.of(usual[place]));
            HBox.setHgrow(cell, Priority.ALWAYS);
            if (judged != null && usual[place] >= 0) {
                Tips.on(
                        cell,
                        texts.get(
                                "export.place",
                                place + 1,
                                SourceWords.of(judged.scored().recipe().blocks().get(usual[place]), texts)));
            }
            getChildren().add(cell);
        }
    }
}
