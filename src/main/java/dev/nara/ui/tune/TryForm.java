package dev.nara.ui.tune;

import dev.nara.algorithm.Parameter;
import dev.nara.ui.common.Form;
import dev.nara.ui.common.ParameterForm;
import dev.nara.ui.common.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A form for the settings of a trial of the user's own, inside the searched space or not. */
final class TryForm {
    private TryForm() {}

    /**
     * @param parameters the searched parameters
     * @param values the initial values
     */
    static Form<Map<String, String>> of(Texts texts, List<Parameter> parameters, Map<String, String> values) {
        ParameterForm form = new ParameterForm(parameters, texts);
        form.set(values);
        Label says = new Label(texts.get("tune.try.says"));
        says.setWrapText(true);
        says.getStyleClass().add("card-detail");
        VBox content = new VBox(says, form);
        content.getStyleClass().add("dialog-content");
        return new Form<>(
                "tune-try-form",
                texts.get("tune.try.title"),
                content,
                texts.get("tune.try.go"),
                form.problemsProperty()
                        .map(n -> n.intValue() > 0 ? texts.get("train.problems", n.intValue()) : "")
                        .orElse(""),
                () -> normal(parameters, form.values()));
    }

    private static Map<String, String> normal(List<Parameter> parameters, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            String value = values.getOrDefault(parameter.name(), parameter.defaultValue());
            all.put(parameter.name(), parameter.normal(value).orElse(value));
        }
        return all;
    }
}
