package dev.nara.ui.train;

import dev.nara.chart.CurveOptions;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

/** How the curves are drawn: along what, on which axis, how smooth. */
final class CurveBar extends HBox {
    private static final double MOST_SMOOTHING = 0.99;

    private final ObjectProperty<CurveOptions> options;
    private final ComboBox<CurveOptions.Along> along = new ComboBox<>();
    private final CheckBox logLoss = new CheckBox();
    private final Slider smoothing = new Slider(0, MOST_SMOOTHING, 0);

    CurveBar(ObjectProperty<CurveOptions> options, Texts texts) {
        this.options = options;
        getStyleClass().addAll("button-row", "curve-bar");
        along.setId("curve-along");
        along.getItems().setAll(CurveOptions.Along.values());
        along.setValue(options.get().along());
        along.setConverter(Words.of(value -> texts.get("along." + value)));
        logLoss.setId("curve-log");
        logLoss.setSelected(options.get().logLoss());
        logLoss.textProperty().bind(texts.binding("train.curve.log"));
        smoothing.setId("curve-smoothing");
        smoothing.setValue(options.get().smoothing());
        smoothing.setPrefWidth(110);
        Label alongLabel = new Label();
        alongLabel.textProperty().bind(texts.binding("train.curve.along"));
        alongLabel.setLabelFor(along);
        Label smoothingLabel = new Label();
        smoothingLabel.textProperty().bind(texts.binding("train.curve.smoothing"));
        smoothingLabel.setLabelFor(smoothing);
        along.accessibleTextProperty().bind(alongLabel.textProperty());
        smoothing.accessibleTextProperty().bind(smoothingLabel.textProperty());
        getChildren().addAll(alongLabel, along, logLoss, smoothingLabel, smoothing);
        along.valueProperty().addListener((o, was, is) -> apply());
        logLoss.selectedProperty().addListener((o, was, is) -> apply());
        // Drawn anew when the thumb is let go, and for every press of a key.
        smoothing.valueChangingProperty().addListener((o, was, is) -> apply());
        smoothing.valueProperty().addListener((o, was, is) -> apply());
        texts.localeProperty().addListener((o, was, is) -> {
            CurveOptions.Along kept = along.getValue();
            along.setValue(null);
            along.setValue(kept);
        });
    }

    private void apply() {
        if (along.getValue() != null && !smoothing.isValueChanging()) {
            options.set(new CurveOptions(along.getValue(), logLoss.isSelected(), smoothing.getValue()));
        }
    }
}
