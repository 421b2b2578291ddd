package dev.nara.ui.export;

import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Pseudonymiser;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.action.Action;

/** The Export workspace on one page: what the list is worth, its recipe, one child's list, the check, and below the submissions. */
final class ExportView {
    private static final double RECIPE = 364;
    private static final double CHECK = 256;
    private static final double ORDER = 288;
    /** In less its titles say nothing; the cards beside it shrink first. */
    private static final double LIST = 320;

    private static final double MIDDLE = 356;
    /** Between the cards and around them. */
    private static final double GAPS = 2 * 12 + 2 * 16;
    /** In a narrow window the cards shrink to that share. */
    private static final double LEAST = 0.75;

    private final VerdictLine verdict;
    private final VBox root;

    ExportView(ExportModel model, Frame frame, RecipeActions recipe, SubmissionActions files, Pseudonymiser names) {
        RecipePane blocks = new RecipePane(model, frame.texts(), recipe);
        OneListPane list = new OneListPane(model, frame.texts(), names);
        list.setMinHeight(0);
        CheckPane check = new CheckPane(model, frame.texts(), recipe, names);
        SubmissionsPane ledger = new SubmissionsPane(model, frame.texts(), files);
        OrderPane order = new OrderPane(model, frame.texts());
        HBox middle = new HBox(12, wide(blocks, RECIPE), list, wide(check, CHECK));
        HBox.setHgrow(list, Priority.ALWAYS);
        HBox below = new HBox(12, ledger, wide(order, ORDER));
        HBox.setHgrow(ledger, Priority.ALWAYS);
        middle.setMinHeight(MIDDLE);
        VBox.setVgrow(middle, Priority.ALWAYS);
        below.setPrefHeight(238);
        below.setMinHeight(196);
        VBox.setVgrow(below, Priority.SOMETIMES);
        verdict = new VerdictLine(model, frame.texts(), recipe, names);
        root = new VBox(verdict, middle, below);
        root.widthProperty().addListener((o, was, is) -> list.setMinWidth(room(is.doubleValue())));
        root.getStyleClass().add("page");
        root.setId("export-workspace");
    }

    /** What the list has at least beside the other two at their narrowest. */
    private static double room(double page) {
        return Math.max(0, Math.min(LIST, page - LEAST * (RECIPE + CHECK) - GAPS));
    }

    private static Region wide(Region card, double width) {
        card.setMinWidth(LEAST * width);
        card.setPrefWidth(width);
        card.setMaxWidth(width);
        return card;
    }

    /** What else can be written of the run on screen. */
    void files(List<Action> actions) {
        verdict.files(actions);
    }

    Region root() {
        return root;
    }
}
