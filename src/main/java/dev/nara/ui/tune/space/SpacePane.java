package dev.nara.ui.tune.space;

import dev.nara.search.study.StudySnapshot;
import dev.nara.ui.common.Colours;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.LiveScroll;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.Tips;
import dev.nara.ui.common.Words;
import dev.nara.ui.tune.model.TuneModel;
import dev.nara.ui.tune.model.TuneRequests;
import dev.nara.ui.tune.model.TuneWords;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The left column: the searched dimensions, one per row, and the fixed parameters. */
public final class SpacePane extends VBox {
    /** Below this height, the pane has no space for the legend, in pixels. */
    private static final double LOW = 420;

    private static final Duration LONG = Duration.millis(500);

    private final TuneModel model;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final TuneRequests requests;
    private final VBox rows = new VBox();
    private final VBox fixed = new VBox();
    private final Label count = new Label();
    private final ComboBox<String> parts = new ComboBox<>();
    private final SpaceLegend legend;
    private List<SpaceRow> shown = List.of();
    private List<SpaceRowData> data = List.of();

    public SpacePane(TuneModel model, Texts texts, ObjectProperty<Theme> theme, TuneRequests requests) {
        this.model = model;
        this.texts = texts;
        this.theme = theme;
        this.requests = requests;
        this.legend = new SpaceLegend(texts);
        setId("tune-space");
        getStyleClass().add("tune-column");
        ScrollPane scroll = new LiveScroll(new VBox(coming(), rows, fixed));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("space-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(), parts, scroll, legend);
        // If the height is small, the legend is hidden.
        legend.managedProperty().bind(legend.visibleProperty());
        legend.visibleProperty().bind(heightProperty().greaterThan(LOW));
        choices();
        model.fixed().addListener((ListChangeListener<TuneModel.Fixed>) change -> fixed());
        model.parametersProperty().addListener((o, was, is) -> count());
        model.selected().addListener((ListChangeListener<Integer>) change -> redraw());
        theme.addListener((o, was, is) -> redraw());
        texts.localeProperty().addListener((o, was, is) -> {
            shown = List.of();
            show();
            fixed();
        });
    }

    /** A note that the space is being prepared, shown if this takes noticeably long. */
    private Node coming() {
        Label words = Labels.wrapped(texts.binding("tune.space.coming"), "empty-text", "tune-foot");
        words.setId("tune-space-coming");
        words.setVisible(false);
        words.managedProperty().bind(words.visibleProperty());
        PauseTransition longer = new PauseTransition(LONG);
        longer.setOnFinished(e -> words.setVisible(model.draftingProperty().get()));
        model.draftingProperty().addListener((o, was, is) -> {
            longer.stop();
            words.setVisible(false);
            if (is && data.isEmpty()) {
                longer.playFromStart();
            }
        });
        return words;
    }

    private Node head() {
        Label title = Labels.whole(texts.binding("tune.space"), "section-title");
        count.getStyleClass().add("cell-detail");
        count.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, count, gap, Labels.whole(texts.binding("tune.importance"), "cell-detail"));
        head.getStyleClass().add("tune-head");
        return head;
    }

    private void choices() {
        parts.setId("tune-part");
        parts.setMaxWidth(Double.MAX_VALUE);
        parts.accessibleTextProperty().bind(texts.binding("tune.part"));
        parts.managedProperty().bind(parts.visibleProperty());
        Words.show(parts, texts, algorithm -> texts.get("algorithm." + algorithm));
        parts.setVisible(false);
        parts.valueProperty().addListener((o, was, is) -> {
            if (is != null) {
                model.partProperty().set(is);
            }
        });
    }

    /** Shows the current state of the study. */
    public void show() {
        StudySnapshot study = model.snapshotProperty().get();
        List<String> algorithms = study == null
                ? List.of()
                : study.parts().stream().map(StudySnapshot.PartNow::algorithm).toList();
        if (!parts.getItems().equals(algorithms)) {
            parts.getItems().setAll(algorithms);
        }
        String part = model.partProperty().get();
        parts.setValue(algorithms.contains(part) ? part : null);
        parts.setVisible(algorithms.size() > 1);
        data = SpaceRowData.of(model);
        count();
        SpaceStrip.Look look = look();
        boolean same = shown.size() == data.size();
        for (int r = 0; same && r < data.size(); r++) {
            same = shown.get(r).fits(data.get(r));
        }
        if (same) {
            redraw();
        } else {
            List<SpaceRow> made = new ArrayList<>();
            for (SpaceRowData row : data) {
                made.add(new SpaceRow(row, texts, requests, look));
            }
            shown = made;
            rows.getChildren().setAll(made);
        }
        legend.show(study, model, look.colours());
    }

    private void count() {
        int all = model.parametersProperty().get();
        count.setText(all == 0 ? "" : texts.get("tune.space.count", data.size(), all));
    }

    private void redraw() {
        SpaceStrip.Look look = look();
        for (int r = 0; r < Math.min(shown.size(), data.size()); r++) {
            shown.get(r).show(data.get(r), look);
        }
        legend.show(model.snapshotProperty().get(), model, look.colours());
    }

    private SpaceStrip.Look look() {
        return new SpaceStrip.Look(
                Colours.of(theme.get()), List.copyOf(model.selected()), texts.get("tune.space.preferred"));
    }

    private void fixed() {
        fixed.getChildren().setAll(model.fixed().stream().map(this::line).toList());
    }

    private Node line(TuneModel.Fixed one) {
        Label name = new Label(texts.setting(one.name()));
        name.getStyleClass().add("space-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label value = new Label(texts.get("tune.space.fixed", TuneWords.choice(texts, one.name(), one.value())));
        value.getStyleClass().add("cell-detail");
        value.setMinWidth(0);
        Tips.on(value, value.getText());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Hyperlink vary = new Hyperlink(texts.get("tune.space.vary"));
        vary.setId("space-vary-" + one.name());
        vary.setAccessibleText(texts.get("tune.space.vary.what", texts.setting(one.name())));
        vary.setMinWidth(Region.USE_PREF_SIZE);
        vary.setOnAction(e -> requests.vary(one.name()));
        HBox line = new HBox(name, value, gap, vary);
        line.getStyleClass().add("space-fixed");
        return line;
    }
}
