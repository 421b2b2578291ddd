package dev.nara.ui.export;

import dev.nara.ui.common.Frame;
import dev.nara.ui.common.LiveScroll;
import dev.nara.ui.common.Pseudonymiser;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.action.Action;

/** The Export workspace on one page: the score, the recipe, a child's list and the check, and below them the submissions. */
final class ExportView {
    private static final double RECIPE = 364;
    private static final double CHECK = 256;
    private static final double ORDER = 288;
    /** The factor by which cards grow at most in a wide window; the list and the submissions get the rest. */
    private static final double WIDER = 1.4;

    /** The height of a list with its head and foot; the submissions get the rest. */
    private static final double MOST = 420;
    /** Below this width, the list's titles are unreadable; the cards beside it shrink first. */
    private static final double LIST = 320;

    /** Below this width, some columns of the ledger are hidden. */
    private static final double LEDGER = 712;

    private static final double MIDDLE = 356;
    private static final double BELOW = 196;
    private static final double LOWER = 238;
    /** Below this width, the page has no space for three cards in a row. */
    private static final double NARROW = 780;

    /** The gaps between and around the cards. */
    private static final double GAPS = 2 * 12 + 2 * 16;
    /** The factor to which the cards shrink at most in a narrow window. */
    private static final double LEAST = 0.75;

    /** The scores on screen are those of an earlier recipe. */
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private final VerdictLine verdict;
    private final HBox middle = new HBox(12);
    private final HBox below = new HBox(12);
    private final HBox last = new HBox(12);
    private final VBox page = new VBox();
    private final ScrollPane root;

    ExportView(ExportModel model, Frame frame, RecipeActions recipe, SubmissionActions files, Pseudonymiser names) {
        RecipePane blocks = new RecipePane(model, frame.texts(), recipe);
        OneListPane list = new OneListPane(model, frame.texts(), names);
        list.setMinHeight(0);
        CheckPane check = new CheckPane(model, frame.texts(), recipe, names);
        SubmissionsPane ledger = new SubmissionsPane(model, frame.texts(), files);
        OrderPane order = new OrderPane(model, frame.texts());
        HBox.setHgrow(list, Priority.ALWAYS);
        HBox.setHgrow(ledger, Priority.ALWAYS);
        list.setPrefWidth(LIST);
        ledger.setPrefWidth(LEDGER);
        middle.setMinHeight(MIDDLE);
        middle.setMaxHeight(MOST);
        VBox.setVgrow(middle, Priority.ALWAYS);
        below.setMinHeight(BELOW);
        VBox.setVgrow(below, Priority.ALWAYS);
        wide(blocks, RECIPE);
        wide(check, CHECK);
        wide(order, ORDER);
        verdict = new VerdictLine(model, frame.texts(), recipe, names);
        page.getStyleClass().add("page");
        root = new LiveScroll(page);
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.getStyleClass().addAll("edge-to-edge", "export-content");
        root.setId("export-workspace");
        model.countingProperty().addListener((o, was, is) -> root.pseudoClassStateChanged(OLD, is));
        Runnable arrange = () -> arrange(root.getWidth() < NARROW, List.of(blocks, list, check), ledger, order);
        arrange.run();
        root.widthProperty().addListener((o, was, is) -> {
            boolean narrow = is.doubleValue() < NARROW;
            list.setMinWidth(narrow ? LIST : room(is.doubleValue()));
            if (narrow != was.doubleValue() < NARROW) {
                arrange.run();
            }
        });
    }

    /** Lays out the cards. In a narrow window the check is beside the submissions, and the orders of submissions are below. */
    private void arrange(boolean narrow, List<Region> cards, Region ledger, Region order) {
        List<HBox> rows = new ArrayList<>(List.of(middle, below));
        rows.forEach(row -> row.getChildren().clear());
        last.getChildren().clear();
        middle.getChildren().setAll(narrow ? cards.subList(0, 2) : cards);
        below.getChildren().setAll(narrow ? List.of(cards.get(2), ledger) : List.of(ledger, order));
        page.getChildren().setAll(verdict, middle, below);
        if (narrow) {
            last.getChildren().setAll(order);
            page.getChildren().add(last);
        }
        below.setPrefHeight(narrow ? MIDDLE : LOWER);
    }

    /** The minimum width of the list beside the other two cards at their narrowest. */
    private static double room(double page) {
        return Math.max(0, Math.min(LIST, page - LEAST * (RECIPE + CHECK) - GAPS));
    }

    private static Region wide(Region card, double width) {
        card.setMinWidth(LEAST * width);
        card.setPrefWidth(width);
        card.setMaxWidth(WIDER * width);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    /** Sets the actions that write further files of the run on screen. */
    void files(List<Action> actions) {
        verdict.files(actions);
    }

    Region root() {
        return root;
    }
}
