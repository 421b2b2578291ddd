package dev.nara.ui.tune;

import dev.nara.algorithm.Parameter;
import dev.nara.ui.common.ParameterForm;
import dev.nara.ui.common.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ScrollPane;
import javafx.stage.Window;

/** Asks for the settings of a trial of one's own; what is left as it is searched for stays within the space or not, as one likes. */
final class TryDialog extends Dialog<Map<String, String>> {
    private static final double HEIGHT = 420;

    /**
     * @param parameters those that are searched
     * @param values they begin with
     */
    TryDialog(Window owner, Texts texts, List<Parameter> parameters, Map<String, String> values) {
        initOwner(owner);
        setTitle(texts.get("tune.try.title"));
        setHeaderText(texts.get("tune.try.says"));
        ParameterForm form = new ParameterForm(parameters, texts);
        form.set(values);
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(HEIGHT);
        getDialogPane().setContent(scroll);
        getDialogPane().setId("tune-try-form");
        ButtonType go = new ButtonType(texts.get("tune.try.go"), ButtonBar.ButtonData.OK_DONE);
        getDialogPane()
                .getButtonTypes()
                .setAll(go, new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        Node button = getDialogPane().lookupButton(go);
        button.disableProperty().bind(Bindings.greaterThan(form.problemsProperty(), 0));
        setResultConverter(pressed -> pressed == go ? normal(parameters, form.values()) : null);
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
