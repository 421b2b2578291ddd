package dev.nara.ui.tune;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Preset;
import dev.nara.search.study.StudyDraft;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import dev.nara.ui.tune.model.TuneRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The start of a study: one click starts it with default values, all of which can be changed. */
final class StartPane extends StackPane {
    private static final double WIDTH = 420;

    private final Texts texts;
    private final List<Algorithm> all;
    private final ComboBox<String> algorithm = new ComboBox<>();
    private final ComboBox<String> preset = new ComboBox<>();
    private final TextField budget = new TextField(Numbers.plain(StudyDraft.USUAL_MINUTES));
    private final ComboBox<String> goal = new ComboBox<>();
    private final TextField limits = new TextField();
    private final ComboBox<Integer> seeds = new ComboBox<>();
    private final GridPane grid = new GridPane();
    private final Consumer<StudyForm> changed;
    private boolean filling;

    /** {@code changed} is called at every change. */
    StartPane(ScreenContext shared, TuneRequests requests, Consumer<StudyForm> changed) {
        this.texts = shared.frame().texts();
        this.changed = changed;
        all = shared.services().algorithms().all().stream()
                .filter(StudyForm::searchable)
                .toList();
        setId("tune-start-pane");
        getStyleClass().add("tune-start-pane");
        List<String> ids = new ArrayList<>(all.stream().map(Algorithm::id).toList());
        ids.add(StudyForm.ALL);
        algorithm.getItems().setAll(ids);
        Words.show(
                algorithm,
                texts,
                id -> id.equals(StudyForm.ALL) ? texts.get("tune.form.all") : texts.get("algorithm." + id));
        Words.show(
                preset, texts, name -> name.isEmpty() ? texts.get("tune.form.as.train") : texts.get("preset." + name));
        seeds.getItems().setAll(1, 2, 3, 5);
        seeds.setValue(3);
        limits.promptTextProperty().bind(texts.binding("tune.form.limit.prompt"));
        grid.getStyleClass().add("facts");
        rows(shared);
        Button start = Tables.button(texts, "tune-start", "tune.start", requests::start);
        start.getStyleClass().add("accent");
        start.setDefaultButton(false);
        VBox box = new VBox(
                Labels.whole(texts.binding("tune.form.title"), "workspace-title"),
                Labels.wrapped(texts.binding("tune.form.says"), "section-detail"),
                grid,
                Labels.wrapped(texts.binding("study.confirming.budget"), "section-detail"),
                start);
        box.getStyleClass().add("tune-start-box");
        box.setMaxSize(WIDTH, USE_PREF_SIZE);
        getChildren().add(box);
        follow();
    }

    private void rows(ScreenContext shared) {
        row("tune-algorithm", "tune.form.algorithm", algorithm);
        row("tune-preset", "tune.form.preset", preset);
        row("tune-minutes", "tune.form.budget.name", budget);
        row("tune-goal-choice", "tune.goal", goal);
        row("tune-limits", "tune.limit", limits);
        row("tune-seeds", "tune.form.seeds", seeds);
        row("tune-place", "search.where.title", new SearchPlace(shared.frame(), shared.session()).link());
    }

    private void follow() {
        algorithm.valueProperty().addListener((o, was, is) -> offer());
        preset.valueProperty().addListener((o, was, is) -> tell());
        goal.valueProperty().addListener((o, was, is) -> tell());
        seeds.valueProperty().addListener((o, was, is) -> tell());
        for (StringProperty text : List.of(budget.textProperty(), limits.textProperty())) {
            text.addListener((o, was, is) -> tell());
        }
    }

    private void row(String id, String key, Control field) {
        field.setId(id);
        field.setMaxWidth(Double.MAX_VALUE);
        field.setPrefWidth(240);
        Label label = Labels.whole(texts.binding(key), "field-label");
        label.setLabelFor(field);
        field.accessibleTextProperty()
                .bind(
                        field instanceof Labeled shown
                                ? Bindings.concat(label.textProperty(), ", ", shown.textProperty())
                                : label.textProperty());
        grid.addRow(grid.getRowCount(), new Node[] {label, field});
    }

    private void offer() {
        List<String> names = new ArrayList<>();
        names.add("");
        all.stream()
                .filter(a -> a.id().equals(algorithm.getValue()))
                .flatMap(a -> a.presets().stream())
                .map(Preset::name)
                .forEach(names::add);
        preset.getItems().setAll(names);
        preset.setValue("");
        tell();
    }

    /** Fills the form from the Train form: its algorithm, if it can be searched, and its metrics. */
    void fill(String trained, List<String> metrics) {
        filling = true;
        boolean known = all.stream().anyMatch(a -> a.id().equals(trained));
        algorithm.setValue(known ? trained : all.get(0).id());
        String kept = goal.getValue();
        goal.getItems().setAll(metrics);
        goal.setValue(metrics.contains(kept) ? kept : metrics.isEmpty() ? null : metrics.get(0));
        filling = false;
        tell();
    }

    private void tell() {
        if (!filling && algorithm.getValue() != null && preset.getValue() != null) {
            changed.accept(form());
        }
    }

    /** The current choices. */
    StudyForm form() {
        return new StudyForm(
                Objects.requireNonNull(algorithm.getValue()),
                Objects.requireNonNullElse(preset.getValue(), ""),
                budget.getText(),
                Objects.requireNonNullElse(goal.getValue(), ""),
                limits.getText(),
                seeds.getValue());
    }
}
