package dev.nara.ui.start;

import dev.nara.analysis.ProtocolWords;
import dev.nara.analysis.RunFigures;
import dev.nara.data.WrittenPath;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The recently opened data, one row each with the best result; a click anywhere on a row opens the data. */
final class RecentRows {
    private static final double HEIGHT = 28;
    private static final double FIGURE = 36;
    private static final double[] WIDTHS = {196, 214, 104, 84, 80, 226, 104};

    private final Texts texts;
    private final StartRequests requests;

    RecentRows(Texts texts, StartRequests requests) {
        this.texts = texts;
        this.requests = requests;
    }

    Node of(List<RecentData> all) {
        Label title = new Label(texts.get("start.recent"));
        title.getStyleClass().add("start-heading");
        Label best = label(bestHeading(all), "muted");
        GridPane head = grid();
        head.add(title, 0, 0);
        head.add(best, 4, 0, 3, 1);
        GridPane.setHalignment(best, HPos.LEFT);
        // Aligned with the figures, which precede the text of the protocol.
        GridPane.setMargin(best, new Insets(0, 0, 0, FIGURE));
        head.getStyleClass().add("start-recent-head");
        VBox rows = new VBox(head);
        all.forEach(data -> rows.getChildren().add(row(data)));
        rows.getStyleClass().add("start-recent");
        return rows;
    }

    private static String metric(StoredRun run) {
        return RunFigures.reported(run).keySet().iterator().next();
    }

    private static List<String> metrics(List<RecentData> all) {
        return all.stream()
                .flatMap(data -> data.best().stream())
                .map(RecentRows::metric)
                .distinct()
                .toList();
    }

    private String bestHeading(List<RecentData> all) {
        List<String> metrics = metrics(all);
        return switch (metrics.size()) {
            case 0 -> "";
            case 1 -> texts.get("start.best", metrics.get(0));
            default -> texts.get("start.best.any");
        };
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        for (int c = 0; c < WIDTHS.length; c++) {
            ColumnConstraints column = new ColumnConstraints(0, WIDTHS[c], Double.MAX_VALUE);
            column.setPercentWidth(100 * WIDTHS[c] / 1008);
            if (c > 1 && c != 5) {
                column.setHalignment(HPos.RIGHT);
            }
            grid.getColumnConstraints().add(column);
        }
        RowConstraints middle = new RowConstraints();
        middle.setValignment(VPos.CENTER);
        middle.setVgrow(Priority.ALWAYS);
        grid.getRowConstraints().setAll(middle);
        grid.setMaxWidth(Double.MAX_VALUE);
        return grid;
    }

    private Node row(RecentData recent) {
        GridPane cells = grid();
        HBox name = new HBox(
                recent.there() ? Icons.of(Feather.FOLDER) : Icons.of(Feather.ALERT_TRIANGLE, "warn"),
                label(recent.data().name(), recent.there() ? "start-name" : "muted"));
        name.getStyleClass().add("start-recent-name");
        cells.add(name, 0, 0);
        cells.add(label(place(recent), "muted"), 1, 0);
        if (recent.there()) {
            cells.add(label(size(recent), "start-name"), 2, 0);
        }
        cells.add(label(recent.runs() == 0 ? "" : texts.get("start.recent.runs", recent.runs()), "muted"), 3, 0);
        recent.best().ifPresent(run -> {
            cells.add(label(BareNumbers.figure(RunFigures.reported(run, metric(run))), "strong"), 4, 0);
            cells.add(label(protocol(run), "muted"), 5, 0);
        });
        cells.add(label(Days.day(recent.data().day(), texts), "muted"), 6, 0);
        cells.setPrefHeight(HEIGHT - 1);
        Button row = new Button();
        row.setGraphic(cells);
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setMaxWidth(Double.MAX_VALUE);
        row.getStyleClass().add("start-recent-row");
        row.setAccessibleText(recent.data().name());
        cells.prefWidthProperty().bind(row.widthProperty());
        row.setOnAction(e -> act(recent));
        row.setContextMenu(menu(recent));
        return recent.there() ? row : missing(row, recent);
    }

    /** The row of missing data, with a link to locate them. */
    private Node missing(Button row, RecentData recent) {
        Hyperlink locate = new Hyperlink(texts.get("start.locate"));
        locate.setOnAction(e -> requests.locate(recent));
        HBox words = new HBox(label(texts.get("start.not.found"), "warn"), locate);
        words.getStyleClass().add("start-missing");
        words.setPickOnBounds(false);
        GridPane over = grid();
        over.add(words, 2, 0);
        over.setPickOnBounds(false);
        return new StackPane(row, over);
    }

    /** Opens the data of a row, or asks for their new place. */
    void act(RecentData recent) {
        if (recent.there()) {
            WrittenPath.of(recent.data().path()).ifPresent(requests::open);
        } else {
            requests.locate(recent);
        }
    }

    private ContextMenu menu(RecentData recent) {
        MenuItem reveal = new MenuItem(texts.get("start.reveal"));
        reveal.setOnAction(e -> WrittenPath.of(recent.data().path()).ifPresent(requests::reveal));
        reveal.setDisable(!recent.there());
        MenuItem forget = new MenuItem(texts.get("start.forget"));
        forget.setOnAction(e -> requests.forget(recent));
        return new ContextMenu(reveal, forget);
    }

    private String place(RecentData recent) {
        if (recent.bundled()) {
            return texts.get("start.bundled");
        }
        String path = recent.data().path();
        String home = System.getProperty("user.home");
        return path.startsWith(home) ? "~" + path.substring(home.length()) : path;
    }

    private String size(RecentData recent) {
        int users = recent.data().users();
        boolean children = recent.bundled()
                || recent.best()
                        .filter(run -> run.spec().format().equals("service"))
                        .isPresent();
        String key = children ? "words.users.service" : "words.users";
        return users == 0 ? "" : texts.get(key, Numbers.grouped(users));
    }

    private String protocol(StoredRun run) {
        return ProtocolWords.of(run.spec().split(), run.spec().candidates(), texts.locale());
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        if (!words.isEmpty()) {
            Tips.on(label, words);
        }
        GridPane.setHgrow(label, Priority.SOMETIMES);
        return label;
    }
}
