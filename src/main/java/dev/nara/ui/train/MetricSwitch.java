package dev.nara.ui.train;

import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Chooses the metric by which the runs on screen are drawn. */
public final class MetricSwitch extends HBox {
    private final TrainModel model;
    private final ToggleGroup group = new ToggleGroup();

    MetricSwitch(TrainModel model, Texts texts) {
        this.model = model;
        setId("curve-metric");
        getStyleClass().add("segments");
        setMaxHeight(USE_PREF_SIZE);
        accessibleTextProperty().bind(texts.binding("train.curve.metric"));
        model.metrics().addListener((ListChangeListener<String>) change -> show());
        model.metricProperty().addListener((o, was, is) -> select());
        show();
    }

    private void show() {
        getChildren().clear();
        group.getToggles().clear();
        for (String metric : model.metrics()) {
            ToggleButton button = new ToggleButton(metric);
            button.setUserData(metric);
            Tips.on(button, metric);
            button.setToggleGroup(group);
            button.setOnAction(e -> {
                // Pressing the selected button keeps it selected.
                button.setSelected(true);
                model.metricProperty().set(metric);
            });
            getChildren().add(button);
        }
        setVisible(model.metrics().size() > 1);
        select();
    }

    private void select() {
        String wanted = model.metricProperty().get();
        String shown = model.metrics().contains(wanted) || model.metrics().isEmpty()
                ? wanted
                : model.metrics().get(0);
        group.getToggles().forEach(toggle -> toggle.setSelected(shown.equals(toggle.getUserData())));
    }
}
