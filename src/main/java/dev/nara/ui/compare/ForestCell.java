package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.DifferenceWords;
import dev.nara.chart.ForestScale;
import dev.nara.text.Text;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Texts;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.feather.Feather;

/** A row of the forest plot: symbol, name and seeds, the plot, and the difference and the verdict as text. */
final class ForestCell extends ListCell<ComparedRow> {
    static final double ROW = 28;
    private static final double NAME = 176;
    private static final double SEEDS = 58;
    /** In a narrower list, the plot also gets the space of the seeds and of half of the name. */
    private static final double NARROW = 740;

    static final double DIFFERENCE = 52;
    static final double INTERVAL = 104;
    static final double VERDICT = 132;
    static final double ACTION = 92;
    static final double MARK = 12;
    static final double GAP = 8;

    private static final PseudoClass BASELINE = PseudoClass.getPseudoClass("baseline");

    private final Texts texts;
    private final RowLook look;
    private final Supplier<ForestScale> scale;
    private final Supplier<Color> zero;
    private final Function<ComparedRow, Text> words;
    private final ToLongFunction<ComparedRow> waiting;
    private final StackPane mark = new StackPane();
    private final Label number = label("strong");
    private final Label name = label();
    private final Label seeds = label("caption");
    private final ForestPlot plot = new ForestPlot();
    private final Label difference = label("strong");
    private final Label interval = label("muted");
    private final Label verdict = label();
    private final Button more = new Button();
    private final StackPane action = new StackPane(more);
    private final HBox line;
    private final Tooltip tooltip = new Tooltip();

    /**
     * {@code run} queues the seeds that a row lacks, {@code waiting} returns how many of them are under way, {@code words} is the verdict.
     */
    ForestCell(
            Texts texts,
            RowLook look,
            Consumer<ComparedRow> run,
            ToLongFunction<ComparedRow> waiting,
            Supplier<ForestScale> scale,
            Supplier<Color> zero,
            Function<ComparedRow, Text> words) {
        this.texts = texts;
        this.look = look;
        this.scale = scale;
        this.zero = zero;
        this.words = words;
        this.waiting = waiting;
        line = line(run);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // As wide as the list, which never scrolls horizontally.
        setPrefWidth(0);
        getStyleClass().add("forest-cell");
    }

    private HBox line(Consumer<ComparedRow> run) {
        HBox named = new HBox(6, number, name);
        name.setMinWidth(0);
        named.setAlignment(Pos.CENTER_LEFT);
        width(mark, MARK);
        listViewProperty().addListener((o, was, is) -> {
            if (is != null) {
                is.widthProperty().addListener((w, before, now) -> fit(named, now.doubleValue()));
                fit(named, is.getWidth());
            }
        });
        fit(named, NARROW);
        seeds.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(plot, Priority.ALWAYS);
        plot.setPrefHeight(ROW);
        width(difference, DIFFERENCE);
        difference.setAlignment(Pos.CENTER_RIGHT);
        width(interval, INTERVAL);
        interval.setAlignment(Pos.CENTER_RIGHT);
        width(verdict, VERDICT);
        verdict.setGraphicTextGap(6);
        width(action, ACTION);
        action.setAlignment(Pos.CENTER_RIGHT);
        more.getStyleClass().add("small-button");
        more.setOnAction(e -> {
            ComparedRow row = getItem();
            if (row != null) {
                run.accept(row);
            }
        });
        HBox all = new HBox(GAP, mark, named, seeds, plot, difference, interval, verdict, action);
        all.setAlignment(Pos.CENTER_LEFT);
        return all;
    }

    private void fit(Region named, double list) {
        width(named, name(list));
        width(seeds, SEEDS);
        seeds.setVisible(!narrow(list));
        seeds.setManaged(!narrow(list));
    }

    private static double name(double list) {
        return narrow(list) ? NAME / 2 : NAME;
    }

    /** Whether a list of this width has no space for all parts. */
    static boolean narrow(double list) {
        return list < NARROW;
    }

    /** The width of symbol, name and seeds in a list of this width. */
    static double left(double list) {
        return MARK + GAP + name(list) + (narrow(list) ? 0 : SEEDS + GAP);
    }

    private static Label label(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        return label;
    }

    static void width(Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
    }

    @Override
    protected void updateItem(ComparedRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
            pseudoClassStateChanged(BASELINE, false);
            return;
        }
        show(row);
        setGraphic(line);
        setTooltip(tooltip);
    }

    private void show(ComparedRow row) {
        pseudoClassStateChanged(BASELINE, row.baseline());
        mark.getChildren().setAll(look.mark(row));
        number.setText(look.number(row));
        number.setManaged(!number.getText().isEmpty());
        name.setText(look.name(row));
        tooltip.setText(look.whole(row));
        seeds.setText(
                row.baseline() || !seeded(row)
                        ? ""
                        : texts.get("compare.seeds", row.runs().size()));
        plot.show(row, scale.get(), look.colour(row), zero.get(), look.colours());
        boolean reference = row.kind() == ComparedRow.Kind.REFERENCE;
        difference.setText(
                reference || Double.isNaN(row.difference())
                        ? ""
                        : row.hasInterval()
                                ? DifferenceWords.alone(row.difference(), row.low(), row.high())
                                : DifferenceWords.alone(row.difference(), 0, 1));
        interval.setText(
                reference
                        ? texts.get("compare.reference")
                        : row.hasInterval() ? DifferenceWords.interval(row.low(), row.high()) : "");
        verdict.setText(texts.of(words.apply(row)));
        verdict.getStyleClass().setAll("label", style(row));
        Icons.show(verdict, sign(row));
        long under = row.seedsWanted() == 0 ? 0 : waiting.applyAsLong(row);
        boolean asks = row.seedsWanted() > 0;
        // Without a button, the verdict gets its space.
        action.setVisible(asks);
        action.setManaged(asks);
        width(verdict, asks ? VERDICT : VERDICT + GAP + ACTION);
        more.setVisible(asks);
        more.setTooltip(new Tooltip(texts.of(words.apply(row))));
        more.setDisable(under > 0);
        more.setText(
                under > 0 ? texts.get("compare.queued", under) : texts.get("compare.run.seeds", row.seedsWanted()));
        setAccessibleText(
                String.join(" ", number.getText(), name.getText(), seeds.getText(), row.words(), verdict.getText()));
    }

    private static boolean seeded(ComparedRow row) {
        return row.standing() == null || row.standing().contender().group().random();
    }

    private static String style(ComparedRow row) {
        return switch (row.kind()) {
            case REFERENCE -> "accent";
            case REAL -> "strong";
            case MORE_SEEDS -> "warn";
            case NOISE, TRAINING, NO_VERDICT -> "muted";
        };
    }

    private static Node sign(ComparedRow row) {
        return switch (row.kind()) {
            case REFERENCE -> Icons.of(Feather.FLAG, "accent");
            case REAL -> Icons.of(Feather.CHECK, "text");
            case NOISE -> Icons.of(Feather.ACTIVITY);
            case MORE_SEEDS -> Icons.of(Feather.PLUS, "warn");
            case TRAINING -> Icons.of(Feather.PLAY, "accent");
            case NO_VERDICT -> Icons.of(Feather.MINUS);
        };
    }
}
