package dev.nara.ui.train;

import dev.nara.chart.CurveOptions;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How the curves are drawn: along what, on which axis, how smooth. */
final class CurveBar extends HBox {
    private static final double MOST_SMOOTHING = 0.99;

    private final ObjectProperty<CurveOptions> options;
    private final ComboBox<CurveOptions.Along> along = new ComboBox<>();
    private final CheckBox logLoss = new CheckBox();
    private final Slider smoothing = new Slider(0, MOST_SMOOTHING, 0);

    CurveBar(TrainModel model, Texts texts) {
        options = model.curvesProperty();
        getStyleClass().addAll("button-row", "curve-bar");
        along.setId("curve-along");
        along.getItems().setAll(CurveOptions.Along.values());
        along.setValue(options.get().along());
        Words.show(along, texts, value -> texts.get("along." + value));
        logLoss.setId("curve-log");
        logLoss.setSelected(options.get().logLoss());
        logLoss.textProperty().bind(texts.binding("train.curve.log"));
        smoothing.setId("curve-smoothing");
        smoothing.setValue(options.get().smoothing());
        smoothing.setPrefWidth(90);
        logLoss.setMinWidth(Region.USE_PREF_SIZE);
        Label smoothingLabel = new Label();
        smoothingLabel.textProperty().bind(texts.binding("train.curve.smoothing"));
        smoothingLabel.setLabelFor(smoothing);
        smoothingLabel.setMinWidth(Region.USE_PREF_SIZE);
        along.accessibleTextProperty().bind(texts.binding("train.curve.along"));
        smoothing.accessibleTextProperty().bind(smoothingLabel.textProperty());
        getChildren().addAll(along, logLoss, smoothingLabel, smoothing);
        addMetric(model, texts);
        along.valueProperty().addListener((o, was, is) -> apply());
        logLoss.selectedProperty().addListener((o, was, is) -> apply());
        // Drawn anew when the thumb is let go, and for every press of a key.
        smoothing.valueChangingProperty().addListener((o, was, is) -> apply());
        smoothing.valueProperty().addListener((o, was, is) -> apply());
    }

    /** By which metric several runs are shown, while they are. */
    private void addMetric(TrainModel model, Texts texts) {
        ComboBox<String> metric = new ComboBox<>(model.comparableMetrics());
        metric.setId("curve-metric");
        metric.valueProperty().addListener((o, was, is) -> {
            if (is != null) {
                model.comparedMetricProperty().set(is);
            }
        });
        model.comparableMetrics().addListener((ListChangeListener<String>) change -> {
            String wanted = model.comparedMetricProperty().get();
            if (!model.comparableMetrics().isEmpty()
                    && !model.comparableMetrics().contains(metric.getValue())) {
                metric.setValue(
                        model.comparableMetrics().contains(wanted)
                                ? wanted
                                : model.comparableMetrics().get(0));
            }
        });
        metric.accessibleTextProperty().bind(texts.binding("train.curve.metric"));
        metric.visibleProperty().bind(Bindings.isNotEmpty(model.comparableMetrics()));
        metric.managedProperty().bind(metric.visibleProperty());
        getChildren().add(metric);
    }

    private void apply() {
        if (!smoothing.isValueChanging()) {
            options.set(new CurveOptions(along.getValue(), logLoss.isSelected(), smoothing.getValue()));
        }
    }
}
