package dev.nara.ui.train;

import dev.nara.chart.AmongLevels;
import dev.nara.chart.Palette;
import dev.nara.chart.RunPicture;
import dev.nara.spec.Part;
import dev.nara.ui.common.FocusRing;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import dev.nara.ui.train.chart.BaselineChip;
import dev.nara.ui.train.chart.ChartControls;
import dev.nara.ui.train.chart.CurvesView;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The Train workspace: the card of curves, the strip of pages below, and the form of the next run to the right. */
final class TrainView {
    /** Below this width, without the rail, the form is a bar; for a window 1180 pixels wide. */
    private static final double NARROW = 948;

    private static final double GAP = 12;
    /** Below this height of the card, the verdict has no picture, to leave space for the curves. */
    private static final double LOW = 340;
    /** At least this much of the run's name remains visible, in pixels. */
    private static final double TITLE = 190;

    private final TrainModel model;
    private final Texts texts;
    private final SplitPane root;
    private final CurvesView curves;
    private final PreviousChip previous;
    private final BaselineChip baseline;
    private final RunPages pages;

    TrainView(TrainModel model, FormCard form, Texts texts, RunPages pages) {
        this.model = model;
        this.texts = texts;
        this.pages = pages;
        previous = new PreviousChip(model, texts);
        baseline = new BaselineChip(texts);
        curves = new CurvesView(texts);
        curves.placeProperty().addListener((o, was, is) -> pages.read(is.doubleValue()));
        FocusRing.mark(form, FocusRing.Stop.SIDE);
        root = new SplitPane(middle(), form);
        root.setId("train-workspace");
        root.getStyleClass().addAll("page", "apart");
        SplitPane.setResizableWithParent(form, false);
        root.widthProperty().addListener((o, was, is) -> arrange(form, was.doubleValue(), is.doubleValue()));
    }

    Region root() {
        return root;
    }

    PreviousChip previous() {
        return previous;
    }

    /** Gives the form its preferred width, which the user can change; if space is short it becomes a bar. */
    private void arrange(FormCard form, double was, double is) {
        boolean narrow = is < NARROW;
        if (was == 0 || narrow != was < NARROW) {
            form.fold(narrow);
            double inside = is - root.snappedLeftInset() - root.snappedRightInset();
            root.setDividerPositions(1 - (form.getPrefWidth() + GAP / 2) / inside);
        }
    }

    private Node middle() {
        curves.setMinHeight(110);
        VBox.setVgrow(curves, Priority.ALWAYS);
        VBox chart = new VBox(head(), controls(), curves);
        chart.getStyleClass().addAll("card", "chart-card");
        chart.setMinWidth(0);
        chart.heightProperty().addListener((o, was, is) -> previous.low(is.doubleValue() < LOW));
        SplitPane parts = new SplitPane(chart, pages.root());
        FocusRing.mark(pages.root(), FocusRing.Stop.STRIP);
        parts.getStyleClass().add("apart");
        parts.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(pages.root(), false);
        pages.in(parts);
        return parts;
    }

    /** The head: the run on screen, its status, and a description of its figures. */
    private Node head() {
        Label headline = new Label() {
            @Override
            protected double computeMinWidth(double height) {
                return Math.min(TITLE, computePrefWidth(height));
            }
        };
        headline.textProperty()
                .bind(Bindings.when(model.headlineProperty().isEmpty())
                        .then(texts.binding("train.none"))
                        .otherwise(model.headlineProperty()));
        headline.getStyleClass().addAll("workspace-title", "card-title");
        Label status = new Label();
        status.setId("run-status");
        status.textProperty().bind(model.shownStatusProperty());
        status.getStyleClass().add("run-status");
        status.setMinWidth(0);
        Label caption = new Label();
        caption.setId("run-caption");
        caption.textProperty().bind(model.captionProperty());
        caption.getStyleClass().add("caption");
        for (Label label : new Label[] {headline, status, caption}) {
            label.setTextOverrun(OverrunStyle.ELLIPSIS);
            Tips.on(label, label.textProperty());
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(headline, baseline, gap, status);
        head.getStyleClass().add("card-head");
        return new VBox(head, caption);
    }

    private Node controls() {
        CurveMenu menu = new CurveMenu(model, texts);
        menu.visibleProperty().bind(Bindings.isNotEmpty(model.epochs()));
        MetricSwitch metrics = new MetricSwitch(model, texts);
        metrics.setMinWidth(Region.USE_PREF_SIZE);
        menu.setMinWidth(Region.USE_PREF_SIZE);
        HBox tools = new HBox(8, metrics, menu);
        tools.getStyleClass().add("chart-tools");
        return new ChartControls(previous, tools);
    }

    /** Draws a picture. */
    void show(RunPicture picture, Palette palette) {
        curves.show(picture, palette);
        // Figures of epochs selected on the test part are biased, so they are not compared with the references.
        boolean fair = model.epochPartProperty().get() == Part.VALIDATION;
        baseline.show(fair ? AmongLevels.of(picture).orElse(null) : null);
    }
}
