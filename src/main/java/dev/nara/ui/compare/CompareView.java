package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import dev.nara.ui.common.ChartedRuns;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.LiveScroll;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.WhenVisible;
import java.util.function.ToLongFunction;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The Compare workspace: verdict, forest plot, differing settings, who gains and the lens on one page, with further pages behind them. */
final class CompareView {
    private static final double DIM = 0.35;

    private final CompareModel model;
    private final Texts texts;
    private final CompareRequests requests;
    private final VerdictHead verdict;
    private final Forest forest;
    private final DifferTable table;
    private final GainsPane gains;
    private final LensPane lens;
    private final ComparePages pages;
    private final ScrollPane content;
    private final StackPane empty = new StackPane();
    private final VBox page;
    private final StackPane root;
    private final WhenVisible redrawing;

    CompareView(
            CompareModel model,
            Frame frame,
            Pseudonymiser pseudonymiser,
            ChartedRuns charted,
            CompareRequests requests) {
        this.model = model;
        this.texts = frame.texts();
        this.requests = requests;
        RowLook look = new RowLook(model, charted, frame.theme(), texts);
        ToLongFunction<ComparedRow> underWay = requests::underWay;
        verdict = new VerdictHead(model, texts, requests::report);
        forest = new Forest(model, texts, look, requests::seeds, underWay);
        pages = new ComparePages(model, frame, pseudonymiser, requests, this::back);
        table = new DifferTable(model, texts, look, () -> open(pages.settings()));
        gains = new GainsPane(
                model, texts, look, (name, users) -> open(pages.children(name, users)), () -> open(pages.groups()));
        lens = new LensPane(
                model, texts, look, requests::evaluate, requests::stop, () -> open(pages.protocolFigures()));
        content = content();
        page = new VBox(verdict.root(), message(), content, empty);
        page.getStyleClass().addAll("page", "compare-page");
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox.setVgrow(empty, Priority.ALWAYS);
        root = new StackPane(page);
        root.setId("compare-workspace");
        redrawing = new WhenVisible(root.visibleProperty(), this::redraw);
        listen(frame);
        new RowSelection(forest.list(), table.table(), model, requests::pair);
        showState();
    }

    private void listen(Frame frame) {
        frame.theme().addListener((o, was, is) -> redrawing.due());
        texts.localeProperty().addListener((o, was, is) -> redrawing.due());
        model.namesProperty().addListener((o, was, is) -> redrawing.due());
        model.computingProperty().addListener((o, was, is) -> showState());
        model.awaitedProperty().addListener((o, was, is) -> showState());
        model.failureProperty().addListener((o, was, is) -> showState());
        model.rows().addListener((ListChangeListener<ComparedRow>) change -> showState());
        model.runs().addListener((ListChangeListener<StoredRun>) change -> showState());
        root.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.isShortcutDown() || e.isAltDown()) {
                return;
            }
            if (e.getCode() == KeyCode.ESCAPE && !root.getChildren().contains(page)) {
                back();
                e.consume();
            } else if (e.getCode() == KeyCode.C && root.getChildren().contains(page)) {
                verdict.copy();
                e.consume();
            } else if (e.getCode() == KeyCode.R
                    && root.getChildren().contains(page)
                    && !model.rows().isEmpty()) {
                requests.report();
                e.consume();
            }
        });
    }

    /** Redraws everything, after a change of colours, language or names. */
    private void redraw() {
        forest.renew();
        table.renew();
        gains.renew();
        lens.renew();
    }

    Region root() {
        return root;
    }

    ComparedRunsTable runs() {
        return pages.runs();
    }

    ChildrenPage children() {
        return pages.childrenPage();
    }

    ProtocolPage protocols() {
        return pages.protocols();
    }

    /** Updates the rows because queued and running runs have changed. */
    void renewRows() {
        forest.list().refresh();
    }

    private ScrollPane content() {
        HBox.setHgrow(gains.root(), Priority.ALWAYS);
        gains.root().setMinWidth(0);
        HBox bottom = new HBox(12, gains.root(), lens.root());
        bottom.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(bottom, Priority.ALWAYS);
        VBox cards = new VBox(12, forest.root(), table.root(), bottom);
        cards.setMinHeight(Region.USE_PREF_SIZE);
        ScrollPane scroll = new LiveScroll(cards);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "compare-content");
        return scroll;
    }

    /** Says why a part of the comparison is missing. */
    private Node message() {
        Label message = Labels.wrapped(model.messageProperty(), "strip", "warn");
        message.setId("compare-message");
        message.setMaxWidth(Double.MAX_VALUE);
        message.setAlignment(Pos.CENTER_LEFT);
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        message.visibleProperty().bind(message.textProperty().isNotEmpty());
        return message;
    }

    private void open(Node other) {
        root.getChildren().setAll(other);
    }

    private void back() {
        pages.close();
        root.getChildren().setAll(page);
    }

    /** Shows the comparison, or why there is none; a comparison that is being replaced is dimmed. */
    private void showState() {
        boolean there = !model.rows().isEmpty();
        boolean computing = model.computingProperty().get();
        content.setVisible(there);
        content.setManaged(there);
        content.setOpacity(computing ? DIM : 1);
        verdict.root().setOpacity(computing ? DIM : 1);
        verdict.root().setVisible(there);
        verdict.root().setManaged(there);
        empty.setVisible(!there);
        empty.setManaged(!there);
        empty.getChildren().setAll(nothing(computing));
    }

    private Placeholder nothing(boolean computing) {
        Placeholder nothing = new Placeholder(texts);
        @Nullable Throwable failure = model.failureProperty().get();
        if (computing) {
            return nothing.loading(Text.of("compare.counting"), null);
        } else if (failure != null) {
            return nothing.failed(Text.of("said.as.written", texts.of(failure)), null);
        } else if (model.awaitedProperty().get() > 0) {
            return nothing.empty(
                    Text.of("compare.empty.training", model.awaitedProperty().get()), null);
        } else if (model.runs().isEmpty()) {
            return nothing.empty(Text.of("compare.empty.untrained"), null);
        }
        return nothing.empty(
                Text.of("compare.empty.choose"),
                model.runs().size() < 2 ? null : new Placeholder.Step(Text.of("compare.last.two"), requests::lastTwo));
    }
}
