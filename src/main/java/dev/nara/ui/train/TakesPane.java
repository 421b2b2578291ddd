package dev.nara.ui.train;

import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.LiveRun;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Shows what the runs of the form would take, one column per run, and the warnings: the most important one, the others on demand. */
final class TakesPane extends VBox {
    /** The opacity of values that belong to other settings. */
    private static final double STALE = 0.45;

    private final TrainModel model;
    private final Texts texts;
    private final Supplier<LocalTime> now;
    private final GridPane grid = new GridPane();
    private final Label what = new Label();
    private final Label when = new Label();
    private final VBox warnings = new VBox();
    private boolean all;

    TakesPane(TrainModel model, Texts texts) {
        this(model, texts, () -> LocalTime.now(ZoneId.systemDefault()));
    }

    /**
     * @param now returns the time of day
     */
    TakesPane(TrainModel model, Texts texts, Supplier<LocalTime> now) {
        this.model = model;
        this.texts = texts;
        this.now = now;
        setId("takes");
        getStyleClass().add("takes");
        grid.getStyleClass().add("takes-grid");
        what.setId("takes-what");
        what.setMinWidth(0);
        when.setId("takes-when");
        when.getStyleClass().add("strong");
        when.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox total = new HBox(what, gap, when);
        total.getStyleClass().add("takes-total");
        warnings.setId("form-warnings");
        warnings.getStyleClass().add("form-warning");
        warnings.managedProperty().bind(warnings.visibleProperty());
        getChildren().addAll(grid, total, warnings);
        model.aheadProperty().addListener((o, was, is) -> {
            all = false;
            show();
        });
        model.countingProperty().addListener((o, was, is) -> show());
        grid.opacityProperty()
                .bind(Bindings.when(model.countingProperty()).then(STALE).otherwise(1.0));
        warnings.opacityProperty().bind(grid.opacityProperty());
        model.runningProperty().addListener((o, was, is) -> show());
        model.minuteProperty().addListener((o, was, is) -> show());
        model.liveProperty().addListener((o, was, is) -> when(words()));
        texts.localeProperty().addListener((o, was, is) -> show());
        show();
    }

    private void show() {
        RunsAhead ahead = model.aheadProperty().get();
        TakesWords words = words();
        table(words);
        boolean trains = model.runningProperty().get();
        boolean none = ahead.runs().isEmpty();
        boolean counting = model.countingProperty().get();
        what.setText(counting ? texts.get("takes.counting") : none ? "" : words.what(trains));
        when(words);
        warn(ahead);
    }

    private void when(TakesWords words) {
        boolean none =
                words.ahead().runs().isEmpty() || model.countingProperty().get();
        boolean trains = model.runningProperty().get();
        when.setText(none ? "" : words.when(trains, secondsLeft(), now.get()));
    }

    /** The seconds until the last running run ends; NaN if this is unknown for one of them. */
    private double secondsLeft() {
        return model.liveProperty().get().values().stream()
                .mapToDouble(LiveRun::secondsLeft)
                .reduce(Math::max)
                .orElse(Double.NaN);
    }

    private TakesWords words() {
        return new TakesWords(model.aheadProperty().get(), model.epochSeconds(), texts);
    }

    private void table(TakesWords words) {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setMinWidth(76);
        grid.getColumnConstraints().add(names);
        List<String> heads = words.heads();
        grid.add(Labels.whole(texts.binding("takes.title"), "takes-title"), 0, 0);
        for (int n = 0; n < heads.size(); n++) {
            cell(heads.get(n), n + 1, 0).getStyleClass().setAll("label", "caption");
        }
        int line = 1;
        for (TakesWords.Row row : words.rows()) {
            Label name = new Label(row.name());
            name.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(name, 0, line);
            for (int n = 0; n < row.cells().size(); n++) {
                Label cell = cell(row.cells().get(n), n + 1, line);
                boolean known = words.ahead().runs().size() > n
                        && row.cells().size() == words.ahead().runs().size()
                        && words.ahead().runs().get(n).known() > 0;
                if (known) {
                    cell.getStyleClass().add("muted");
                }
            }
            line++;
        }
    }

    private Label cell(String text, int column, int row) {
        Label cell = new Label(text);
        GridPane.setHalignment(cell, HPos.RIGHT);
        cell.setMinWidth(Region.USE_PREF_SIZE);
        grid.add(cell, column, row);
        return cell;
    }

    private void warn(RunsAhead ahead) {
        List<String> messages = ahead.warnings().stream()
                .map(warning -> Words.whole(warning, texts))
                .toList();
        warnings.getChildren().clear();
        warnings.setVisible(!messages.isEmpty());
        for (String text : all ? messages : messages.subList(0, Math.min(1, messages.size()))) {
            Label label = new Label(text);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            HBox.setHgrow(label, Priority.ALWAYS);
            HBox line = new HBox(Icons.of(Feather.ALERT_TRIANGLE, "warn"), label);
            line.getStyleClass().add("warning-line");
            warnings.getChildren().add(line);
        }
        if (messages.size() > 1) {
            warnings.getChildren().add(others(messages.size() - 1));
        }
    }

    private Node others(int count) {
        Button others = new Button(all ? texts.get("takes.warnings.one") : texts.get("takes.warnings.more", count));
        others.setId("more-warnings");
        others.getStyleClass().addAll("flat", "more-warnings");
        others.setOnAction(e -> {
            all = !all;
            show();
        });
        return others;
    }
}
