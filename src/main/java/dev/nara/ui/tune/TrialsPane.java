package dev.nara.ui.tune;

import dev.nara.search.picture.GoalScale;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.search.study.TrialState;
import dev.nara.text.Text;
import dev.nara.ui.common.Colours;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Links;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.Tips;
import dev.nara.ui.tune.model.TuneModel;
import dev.nara.ui.tune.model.TuneRequests;
import dev.nara.ui.tune.model.TuneWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The right column: the trials, the best first, and the next setting to be tried. */
final class TrialsPane extends VBox {
    private final TuneModel model;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final TuneRequests requests;
    private final ListView<Trial> list = new ListView<>();
    private final TrialFilters filters;
    private final Label by = new Label();
    private final Label columns = new Label();
    private final NextPane next;
    private TrialCell.@Nullable Shown shown;
    private boolean refreshing;

    TrialsPane(TuneModel model, Texts texts, ObjectProperty<Theme> theme, TuneRequests requests) {
        this.model = model;
        this.texts = texts;
        this.theme = theme;
        this.requests = requests;
        this.filters = new TrialFilters(texts, this::show);
        this.next = new NextPane(model, texts, requests);
        setId("tune-trials");
        getStyleClass().add("tune-column");
        list.setId("trials");
        list.accessibleTextProperty().bind(texts.binding("tune.trials"));
        list.setFixedCellSize(TrialCell.HEIGHT);
        list.getStyleClass().add("trial-list");
        list.setPlaceholder(Labels.wrapped(texts.binding("tune.trials.none"), "empty-text"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(view -> new TrialCell(texts, requests, () -> Objects.requireNonNull(shown)));
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Trial>) change -> chosen());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setOnMouseExited(e -> show());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head(), filters, columnHead(), list, next);
        model.selected().addListener((ListChangeListener<Integer>) change -> {
            if (!refreshing) {
                select();
            }
        });
        theme.addListener((o, was, is) -> show());
        texts.localeProperty().addListener((o, was, is) -> show());
    }

    private Node head() {
        Label title = Labels.whole(texts.binding("tune.trials"), "section-title");
        by.getStyleClass().add("cell-detail");
        by.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Hyperlink add = Links.of("tune-try", texts.binding("tune.try"), () -> requests.tryThese(Map.of()));
        add.disableProperty()
                .bind(model.snapshotProperty().map(study -> study.id() == 0).orElse(true));
        HBox head = new HBox(title, by, gap, add);
        head.getStyleClass().add("tune-head");
        return head;
    }

    private Node columnHead() {
        columns.getStyleClass().add("cell-detail");
        columns.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(columns, gap, Labels.whole(texts.binding("tune.trials.mean"), "cell-detail"));
        head.getStyleClass().add("trial-columns");
        return head;
    }

    private void key(KeyEvent event) {
        Trial trial = list.getFocusModel().getFocusedItem();
        if (trial == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case P -> requests.steer(TrialCell.pin(trial));
            case D -> steer(trial.state().alive(), new StudyEvent.DropAsked(trial.number()));
            case R, T -> steer(trial.state() == TrialState.DROPPED, new StudyEvent.ThawAsked(trial.number()));
            case A -> steer(trial.state().broken(), new StudyEvent.AgainAsked(trial.number()));
            case W -> requests.why(trial);
            case ENTER -> requests.child(trial);
            case SPACE -> toggle();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void steer(boolean possible, StudyEvent.Steering event) {
        if (possible) {
            requests.steer(event);
        }
    }

    private void toggle() {
        int at = list.getFocusModel().getFocusedIndex();
        if (list.getSelectionModel().isSelected(at)) {
            list.getSelectionModel().clearSelection(at);
        } else {
            list.getSelectionModel().select(at);
        }
    }

    /** Passes the selection to the model, in the order of selection, so that selected trials keep their colours. */
    private void chosen() {
        if (refreshing) {
            return;
        }
        List<Integer> here = list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(Trial::number)
                .toList();
        List<Integer> order = new ArrayList<>(model.selected());
        order.retainAll(here);
        here.stream().filter(number -> !order.contains(number)).forEach(order::add);
        if (!order.equals(model.selected())) {
            // The list must not change its selection while it reports a change.
            refreshing = true;
            model.selected().setAll(order);
            refreshing = false;
            share();
            list.refresh();
        }
    }

    private void select() {
        refreshing = true;
        int[] at = IntStream.range(0, list.getItems().size())
                .filter(i -> model.selected().contains(list.getItems().get(i).number()))
                .toArray();
        int focused = list.getFocusModel().getFocusedIndex();
        list.getSelectionModel().clearSelection();
        if (at.length > 0) {
            list.getSelectionModel().selectIndices(at[0], at);
        }
        list.getFocusModel().focus(Math.min(focused, list.getItems().size() - 1));
        refreshing = false;
        share();
        list.refresh();
    }

    /** Shows the current trials. */
    void show() {
        StudySnapshot study = model.snapshotProperty().get();
        List<Trial> trials = model.trials();
        share();
        heads(study, trials);
        List<Trial> ordered = study == null
                ? List.of()
                : TrialOrder.of(
                        study, trials, filters.chosen(), model.metricProperty().get());
        // The order must not change under the mouse pointer.
        List<Trial> now = list.isHover() ? TrialOrder.kept(list.getItems(), ordered) : ordered;
        if (!now.equals(list.getItems())) {
            int focused = list.getFocusModel().getFocusedItem() == null
                    ? 0
                    : list.getFocusModel().getFocusedItem().number();
            refreshing = true;
            list.getItems().setAll(now);
            refreshing = false;
            select();
            IntStream.range(0, now.size())
                    .filter(i -> now.get(i).number() == focused)
                    .findFirst()
                    .ifPresent(list.getFocusModel()::focus);
        } else {
            list.refresh();
        }
        next.show();
    }

    private void heads(@Nullable StudySnapshot study, List<Trial> trials) {
        filters.show(trials, study != null && study.phase().ended());
        if (study == null) {
            by.setText("");
            columns.setText("");
            return;
        }
        String metric = model.metricProperty().get();
        String named = metric.isEmpty() ? study.spec().goal() : metric;
        by.setText(texts.get(study.choice().isPresent() ? "tune.trials.chosen.by" : "tune.trials.by", named));
        columns.setText(
                shown == null ? "" : shown.names().stream().map(this::shortly).collect(Collectors.joining(" · ")));
        Tips.on(columns, columns.getText());
    }

    private String shortly(String setting) {
        String key = "parameter." + setting + ".short";
        return Text.exists(key, texts.locale()) ? texts.get(key) : texts.setting(setting);
    }

    /** Updates what all cells share. */
    private void share() {
        StudySnapshot study = model.snapshotProperty().get();
        StudySnapshot.PartNow part = model.part().orElse(null);
        if (study == null || part == null) {
            return;
        }
        GoalScale scale = GoalScale.of(study, model.trials(), "");
        double widest = model.trials().stream()
                .mapToDouble(Trial::error)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        double edge = Math.signum(scale.high() - scale.low()) * 2 * widest;
        shown = new TrialCell.Shown(
                study,
                part,
                TuneWords.important(study, part),
                model.metricProperty().get(),
                List.copyOf(model.selected()),
                scale.low(),
                scale.high() + edge,
                Colours.of(theme.get()));
    }
}
