package dev.nara.ui.export;

import dev.nara.ui.common.Texts;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/** The Export workspace: the recipe on the left, what it is worth on the right, the ledger of submissions below. */
final class ExportView {
    private final SplitPane root;

    ExportView(
            ExportModel model,
            Texts texts,
            RecipePane.Requests recipe,
            WorthPane.Requests worth,
            SubmissionsPane.Requests submissions) {
        SplitPane above = new SplitPane(new RecipePane(model, texts, recipe), new WorthPane(model, texts, worth));
        above.setDividerPositions(0.5);
        root = new SplitPane(above, new SubmissionsPane(model, texts, submissions));
        root.setOrientation(Orientation.VERTICAL);
        root.setDividerPositions(0.62);
        root.setId("export-workspace");
    }

    Region root() {
        return root;
    }
}
