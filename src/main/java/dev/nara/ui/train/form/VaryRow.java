package dev.nara.ui.train.form;

import dev.nara.algorithm.Parameter;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.SpaceText;
import dev.nara.search.space.Spaces;
import dev.nara.search.space.WorthTrying;
import dev.nara.ui.common.Pills;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Edits the values of a varied field: a list in braces, or for numbers a range from low to high. */
final class VaryRow extends HBox {
    private final Parameter parameter;
    private final Texts texts;
    private final Supplier<String> value;
    private final StringProperty text = new SimpleStringProperty("");
    /** Created when it is first needed. */
    private @Nullable Shown shown;

    private boolean showing;

    /** The controls of a list and of a range. */
    private record Shown(Pills pills, HBox list, TextField low, TextField high, HBox range, Button kind) {}

    /**
     * @param value returns the current value of the field
     */
    VaryRow(Parameter parameter, Texts texts, Supplier<String> value) {
        this.parameter = parameter;
        this.texts = texts;
        this.value = value;
        getStyleClass().add("vary-row");
        text.addListener((o, was, is) -> show());
        texts.localeProperty().addListener((o, was, is) -> show());
        visibleProperty().bind(text.isNotEmpty());
        managedProperty().bind(visibleProperty());
    }

    private Shown made() {
        Pills pills = Pills.values(texts, parameter);
        pills.setId("vary-values-" + parameter.name());
        pills.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("vary.values", texts.setting(parameter.name())), texts.localeProperty()));
        HBox list = new HBox(brace("{"), pills, brace("}"));
        TextField low = end("vary.low");
        TextField high = end("vary.high");
        HBox range = new HBox(low, new Label("–"), high);
        Button kind = kind();
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().setAll(list, range, gap, kind);
        for (HBox each : List.of(list, range)) {
            each.getStyleClass().add("vary-list");
            each.managedProperty().bind(each.visibleProperty());
        }
        pills.textProperty().addListener((o, was, is) -> write(is));
        low.textProperty().addListener((o, was, is) -> writeRange(is, high.getText()));
        high.textProperty().addListener((o, was, is) -> writeRange(low.getText(), is));
        return new Shown(pills, list, low, high, range, kind);
    }

    /** A button that shows the number of values, and switches between list and range. */
    private Button kind() {
        Button kind = new Button();
        kind.getStyleClass().addAll("flat", "vary-kind");
        kind.setId("vary-kind-" + parameter.name());
        kind.setMinWidth(Region.USE_PREF_SIZE);
        boolean numbers = asRange().isPresent();
        kind.setFocusTraversable(numbers);
        kind.setOnAction(e -> text.set(isRange() ? listed() : asRange().orElse(text.get())));
        if (numbers) {
            Tips.on(kind, texts.binding("vary.kind"));
        }
        return kind;
    }

    private static Label brace(String sign) {
        Label brace = new Label(sign);
        brace.getStyleClass().add("vary-brace");
        brace.setMinWidth(Region.USE_PREF_SIZE);
        return brace;
    }

    private TextField end(String key) {
        TextField field = new TextField();
        field.getStyleClass().add("pill-field");
        field.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(key, texts.setting(parameter.name())), texts.localeProperty()));
        return field;
    }

    /** The values as in {@code --space}, such as {@code 8|16|32}; "" if the field is not varied. */
    StringProperty textProperty() {
        return text;
    }

    /** Varies the field around its value, or stops that. */
    void vary(boolean on) {
        text.set(on ? listed() : "");
    }

    private String listed() {
        return String.join("|", WorthTrying.around(parameter, value.get()));
    }

    private boolean isRange() {
        return text.get().contains("..");
    }

    private Optional<String> asRange() {
        return Spaces.declared(parameter)
                .filter(Dimension.Range.class::isInstance)
                .map(d -> SpaceText.of(d).substring(d.name().length() + 1));
    }

    private void write(String written) {
        if (!showing) {
            text.set(written);
        }
    }

    private void writeRange(String low, String high) {
        String scale =
                text.get().contains(":") ? text.get().substring(text.get().indexOf(':')) : "";
        String zero = text.get().startsWith("0|") ? "0|" : "";
        write(zero + low.strip() + ".." + high.strip() + scale);
    }

    private void show() {
        String now = text.get();
        if (now.isEmpty()) {
            return;
        }
        Shown seen = shown == null ? made() : shown;
        shown = seen;
        showing = true;
        seen.list.setVisible(!isRange());
        seen.range.setVisible(isRange());
        if (isRange()) {
            String ends = now.replaceFirst(":.*", "").replaceFirst("^0\\|", "");
            int dots = ends.indexOf("..");
            put(seen.low, ends.substring(0, dots));
            put(seen.high, ends.substring(dots + 2));
            seen.kind.setText(texts.get(now.contains(":log") ? "vary.log" : "vary.even"));
        } else {
            seen.pills.textProperty().set(now);
            seen.kind.setText(texts.get("vary.count", now.split("\\|", -1).length));
        }
        showing = false;
    }

    private static void put(TextField field, String number) {
        if (!field.isFocused()) {
            field.setText(number.startsWith("0.") ? number.substring(1) : number);
        }
    }
}
