package dev.nara.ui.export;

import dev.nara.competition.LeaderboardOrder;
import dev.nara.competition.LedgerEntry;
import dev.nara.eval.CandidateRules;
import dev.nara.text.BareNumbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.text.TextAlignment;

/** Compares the order of submissions by each local score with the leaderboard's, to see which local score to choose by. */
final class OrderPane extends VBox {
    private static final int MOST_FILES = 8;
    private static final int MOST_COLUMNS = 3;
    private static final double HEAD = 36;
    private static final double SIDE = 28;

    private final ExportModel model;
    private final Texts texts;
    private final Label sentence = new Label();
    private final StackPane content = new StackPane();

    OrderPane(ExportModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("card");
        sentence.setId("ledger-standing");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.getStyleClass().add("card-detail");
        content.setMinHeight(0);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren()
                .addAll(Labels.of(texts.binding("export.predicted"), "card-title", "order-head"), sentence, content);
        model.ledger().addListener((ListChangeListener<LedgerEntry>) change -> show());
        texts.localeProperty().addListener((o, was, is) -> show());
        show();
    }

    private void show() {
        LeaderboardOrder order = LeaderboardOrder.of(List.copyOf(model.ledger()), LedgerEntry::publicScore);
        boolean enough = order.files().size() >= LeaderboardOrder.LEAST
                && !order.columns().isEmpty();
        sentence.setVisible(enough);
        sentence.setManaged(enough);
        if (!enough) {
            content.getChildren()
                    .setAll(new Placeholder(texts)
                            .empty(
                                    Text.of(
                                            "export.predicted.few",
                                            LeaderboardOrder.LEAST,
                                            order.files().size()),
                                    null));
            return;
        }
        LeaderboardOrder.Column best = order.columns().get(order.columns().size() - 1);
        sentence.setText(texts.get("export.predicted.by", words(best.protocol()), best.agreeing(), order.pairs()));
        content.getChildren().setAll(new Lines(order));
    }

    /** A short text for a protocol of the ledger. */
    private String words(String protocol) {
        String key = protocol.startsWith("later")
                ? "export.protocol.later"
                : protocol.endsWith(CandidateRules.KEPT_NEAR)
                        ? "export.protocol.near"
                        : protocol.endsWith(CandidateRules.KEPT_FAR) ? "export.protocol.far" : "export.protocol.test";
        return texts.get(key);
    }

    /** A line per file, from its rank under each local score to that on the leaderboard. */
    private final class Lines extends Pane {
        private final LeaderboardOrder order;
        private final List<LeaderboardOrder.Column> columns;

        Lines(LeaderboardOrder order) {
            this.order = order;
            int all = order.columns().size();
            columns = order.columns().subList(Math.max(0, all - MOST_COLUMNS), all);
            setMinSize(0, 0);
            widthProperty().addListener((o, was, is) -> draw());
            heightProperty().addListener((o, was, is) -> draw());
        }

        private double x(int column) {
            return SIDE + column * (getWidth() - 2 * SIDE) / columns.size();
        }

        private double y(int rank) {
            int files = order.files().size();
            return HEAD + 8 + (rank - 1) * Math.max(0, getHeight() - HEAD - 16) / Math.max(1, files - 1);
        }

        private void draw() {
            getChildren().clear();
            for (int c = 0; c < columns.size(); c++) {
                LeaderboardOrder.Column column = columns.get(c);
                word(words(column.protocol()), x(c), 8, "caption");
                word("τ " + BareNumbers.signed(column.tau(), 2).replace("+", ""), x(c), 23, "order-tau");
            }
            word(texts.get("column.public"), x(columns.size()), 8, "caption");
            List<Integer> shown = new ArrayList<>();
            for (int f = 0; f < order.files().size() && f < MOST_FILES; f++) {
                shown.add(f);
            }
            shown.forEach(this::line);
        }

        private void line(int file) {
            String style = order.files().get(file).pick() ? "order-picked" : "order-file";
            Polyline line = new Polyline();
            line.getStyleClass().addAll("order-line", style);
            getChildren().add(line);
            for (int c = 0; c <= columns.size(); c++) {
                int rank =
                        c == columns.size() ? file + 1 : columns.get(c).ranks().get(file);
                line.getPoints().addAll(x(c), y(rank));
                Circle dot = new Circle(x(c), y(rank), 4);
                dot.getStyleClass().addAll("order-dot", style);
                getChildren().add(dot);
                if (c == columns.size()) {
                    word(number(file), x(c) + 14, y(rank), style + "-number");
                }
            }
        }

        private String number(int file) {
            return Integer.toString(
                    model.ledger().size() - model.ledger().indexOf(order.files().get(file)));
        }

        private void word(String word, double x, double y, String style) {
            javafx.scene.text.Text text = new javafx.scene.text.Text(word);
            text.getStyleClass().addAll("order-word", style);
            text.setTextOrigin(VPos.CENTER);
            text.setTextAlignment(TextAlignment.CENTER);
            text.setX(x - text.getLayoutBounds().getWidth() / 2);
            text.setY(y);
            getChildren().add(text);
        }
    }
}
