package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.SettingsComparison;
import dev.nara.chart.ForestScale;
import dev.nara.text.Text;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** A forest plot of every setting against the one that is best on validation: differences with their intervals. */
final class Forest {
    private static final double ROW = ForestCell.ROW;
    private static final int MOST_ROWS = 12;
    private static final double BAR = 14;
    /** Used if there is nothing but the line of no difference. */
    private static final ForestScale NO_DIFFERENCE = new ForestScale(-1, 1, 2);

    private final CompareModel model;
    private final Texts texts;
    private final RowLook look;
    private final ListView<ComparedRow> list = new ListView<>();
    private final ForestAxis axis;
    private final HBox head;
    private final HBox foot;
    private final VBox root;
    private ForestScale scale = NO_DIFFERENCE;

    /** {@code run} queues the seeds that a row lacks, {@code waiting} returns how many of them are under way. */
    Forest(
            CompareModel model,
            Texts texts,
            RowLook look,
            Consumer<ComparedRow> run,
            ToLongFunction<ComparedRow> waiting) {
        this.model = model;
        this.texts = texts;
        this.look = look;
        axis = new ForestAxis(texts);
        list.setId("compare-forest");
        list.accessibleTextProperty().bind(texts.binding("compare.forest"));
        list.setItems(model.rows());
        list.setFixedCellSize(ROW);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(view -> new ForestCell(texts, look, run, waiting, () -> scale, this::zero, this::words));
        list.setOnKeyPressed(e -> {
            ComparedRow row = list.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.S && !e.isShortcutDown() && row != null && row.seedsWanted() > 0) {
                run.accept(row);
                e.consume();
            }
        });
        head = line(
                new Region(),
                axis.sides(),
                caption("compare.difference", Pos.BOTTOM_RIGHT),
                caption("column.verdict", Pos.BOTTOM_LEFT));
        foot = line(legend(), axis.steps(), new Region(), new Region());
        StackPane top = new StackPane(head, title());
        StackPane.setAlignment(top.getChildren().get(1), Pos.TOP_LEFT);
        root = new VBox(top, list, foot);
        root.getStyleClass().addAll("card", "forest");
        model.rows().addListener((ListChangeListener<ComparedRow>) change -> renew());
    }

    VBox root() {
        return root;
    }

    ListView<ComparedRow> list() {
        return list;
    }

    /** The colour of the line of no difference: that of the reference. */
    private Color zero() {
        return reference().map(look::colour).orElse(look.colours().muted());
    }

    /** The reference row, with which the others are compared. */
    private Optional<ComparedRow> reference() {
        return model.rows().stream()
                .filter(row -> row.kind() == ComparedRow.Kind.REFERENCE)
                .findFirst()
                .or(() -> model.rows().stream().findFirst());
    }

    /** The shortest text of the verdict. */
    private Text words(ComparedRow row) {
        return switch (row.kind()) {
            case MORE_SEEDS ->
                Text.of(
                        "compare.more.seeds",
                        row.seedsWanted(),
                        model.lacking(row).number());
            case TRAINING -> Text.of("compare.training");
            case NO_VERDICT -> row.baseline() ? row.verdict() : Text.of("compare.no.verdict");
            default -> row.verdict();
        };
    }

    /** Updates the rows after a change of rows, colours or language. */
    void renew() {
        List<ComparedRow> rows = model.rows();
        scale = rows.stream().allMatch(Forest::flat) ? NO_DIFFERENCE : ForestScale.of(rows);
        double height = Math.max(1, Math.min(MOST_ROWS, rows.size())) * ROW + 2;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        Insets room = new Insets(0, rows.size() > MOST_ROWS ? BAR : 0, 0, 0);
        head.setPadding(room);
        foot.setPadding(room);
        boolean higher = model.comparisonProperty()
                .get()
                .map(SettingsComparison::higherIsBetter)
                .orElse(true);
        axis.show(scale, higher, reference().map(ComparedRow::number).orElse(0L));
        list.refresh();
    }

    /** Whether a row shows nothing beyond the line of no difference. */
    private static boolean flat(ComparedRow row) {
        return !row.hasInterval()
                && !(Math.abs(row.difference()) > 0)
                && row.seeds().size() < 2;
    }

    private HBox line(Node left, Pane plot, Region first, Region second) {
        Region names = (Region) left;
        list.widthProperty().addListener((o, was, is) -> {
            ForestCell.width(names, ForestCell.left(is.doubleValue()));
            // There is no space for a legend below a narrow name column.
            names.setVisible(!ForestCell.narrow(is.doubleValue()));
        });
        ForestCell.width(names, ForestCell.left(Double.MAX_VALUE));
        HBox.setHgrow(plot, Priority.ALWAYS);
        plot.setMinWidth(0);
        ForestCell.width(first, ForestCell.DIFFERENCE + ForestCell.INTERVAL + ForestCell.GAP);
        ForestCell.width(second, ForestCell.VERDICT + ForestCell.ACTION + ForestCell.GAP);
        HBox line = new HBox(ForestCell.GAP, names, plot, first, second);
        line.setAlignment(Pos.BOTTOM_LEFT);
        return line;
    }

    private Label caption(String key, Pos side) {
        Label label = Labels.of(texts.binding(key), "caption");
        label.setAlignment(side);
        return label;
    }

    private Region title() {
        Label title = Labels.whole(texts.binding("compare.forest"), "card-title");
        Label detail = Labels.of(
                Bindings.createStringBinding(this::detail, model.comparisonProperty(), texts.localeProperty()),
                "card-detail");
        CheckBox all = new CheckBox();
        all.setId("compare-baselines");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.textProperty().bind(texts.binding("compare.baselines"));
        Tips.on(all, texts.binding("compare.baselines.help"));
        all.selectedProperty().bindBidirectional(model.baselinesProperty());
        HBox both = new HBox(title, detail, all);
        both.getStyleClass().add("card-head");
        both.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return both;
    }

    private String detail() {
        return model.comparisonProperty()
                .get()
                .map(comparison -> texts.get(
                        switch (comparison.stage()) {
                            case VALIDATION -> "compare.forest.validation";
                            case TEST_SO_FAR -> "compare.forest.so.far";
                            case TESTED, CHOSEN_ON_TEST -> "compare.forest.test";
                        },
                        comparison.metric()))
                .orElse("");
    }

    private Region legend() {
        Label mean = Labels.whole(texts.binding("compare.legend.mean"), "caption");
        mean.setGraphic(ForestMarks.interval());
        Label seed = Labels.whole(texts.binding("compare.legend.seed"), "caption");
        seed.setGraphic(ForestMarks.seed());
        HBox legend = new HBox(12, mean, seed);
        legend.setAlignment(Pos.CENTER_LEFT);
        return legend;
    }
}
