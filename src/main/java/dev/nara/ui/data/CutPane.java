package dev.nara.ui.data;

import dev.nara.algorithm.Parameter;
import dev.nara.spec.RunSettings;
import dev.nara.split.Warning;
import dev.nara.ui.common.LiveScroll;
import dev.nara.ui.common.ParameterForm;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.WhyOff;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A form for trying splits: what each would train on and evaluate, with warnings. */
final class CutPane extends VBox {
    private static final List<String> SHOWN = List.of(
            RunSettings.SPLIT,
            RunSettings.VALIDATION,
            RunSettings.CANDIDATES,
            RunSettings.COLD_USERS,
            RunSettings.SPLIT_SEED);

    private final ParameterForm form;

    /**
     * {@code changed} is called when the split has changed, {@code use} gets a warning whose remedy is to be applied, {@code freeze} saves
     * the split.
     */
    CutPane(DataModel model, Texts texts, Runnable changed, Consumer<Warning> use, Runnable freeze) {
        List<Parameter> parameters =
                RunSettings.ALL.stream().filter(p -> SHOWN.contains(p.name())).toList();
        form = new ParameterForm(parameters, texts);
        form.setMaxWidth(460);
        form.onSettled(changed);
        FactGrid facts = new FactGrid(model.split(), texts);
        Label problem = new Label();
        problem.textProperty().bind(model.splitProblemProperty());
        problem.setWrapText(true);
        problem.setMaxWidth(620);
        problem.getStyleClass().add("warning-text");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        WarningList warnings = new WarningList(model.splitWarnings(), texts, warning -> {
            set(warning.remedy());
            use.accept(warning);
            changed.run();
        });
        VBox content = new VBox(form, facts, problem, warnings);
        content.getStyleClass().add("side");
        ScrollPane scroll = new LiveScroll(content);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button button = new Button();
        button.setId("freeze");
        button.textProperty().bind(texts.binding("data.split.freeze"));
        button.setOnAction(e -> freeze.run());
        button.disableProperty().bind(form.problemsProperty().greaterThan(0));
        WhyOff.say(
                button,
                Bindings.createStringBinding(
                        () -> texts.get(
                                "train.problems", form.problemsProperty().get()),
                        form.problemsProperty(),
                        texts.localeProperty()));
        HBox buttons = new HBox(button);
        buttons.getStyleClass().add("button-row");
        getChildren().addAll(scroll, buttons);
    }

    /** The settings on screen: split, validation part, candidates and seed. */
    Map<String, String> values() {
        return form.values();
    }

    /** Sets these settings, by name, and keeps the others. */
    void set(Map<String, String> some) {
        Map<String, String> values = new HashMap<>(form.values());
        values.putAll(some);
        form.set(values);
    }
}
