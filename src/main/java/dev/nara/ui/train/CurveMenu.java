package dev.nara.ui.train;

import dev.nara.chart.CurveOptions;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The menu of the curves' display options: horizontal axis, scale of the losses, smoothing. */
final class CurveMenu extends MenuButton {
    private static final double MOST_SMOOTHING = 0.99;

    private final TrainModel model;
    private final Texts texts;

    CurveMenu(TrainModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("curve-menu");
        setGraphic(Icons.of(Feather.MORE_HORIZONTAL));
        getStyleClass().addAll("flat", "icon-button");
        accessibleTextProperty().bind(texts.binding("train.curve.menu"));
        Tips.on(this, texts.binding("train.curve.menu"));
        ToggleGroup along = new ToggleGroup();
        for (CurveOptions.Along each : CurveOptions.Along.values()) {
            RadioMenuItem item = new RadioMenuItem();
            item.setId("curve-along-" + each);
            item.textProperty().bind(texts.binding("along." + each));
            item.setToggleGroup(along);
            item.setSelected(each == now().along());
            item.setOnAction(e -> set(new CurveOptions(each, now().logLoss(), now().smoothing())));
            getItems().add(item);
        }
        getItems().addAll(new SeparatorMenuItem(), logLoss(), smoothing());
    }

    private CheckMenuItem logLoss() {
        CheckMenuItem item = new CheckMenuItem();
        item.setId("curve-log");
        item.textProperty().bind(texts.binding("train.curve.log"));
        item.setSelected(now().logLoss());
        item.setOnAction(e -> set(new CurveOptions(now().along(), item.isSelected(), now().smoothing())));
        return item;
    }

    private CustomMenuItem smoothing() {
        Slider slider = new Slider(0, MOST_SMOOTHING, now().smoothing());
        slider.setId("curve-smoothing");
        slider.setPrefWidth(110);
        slider.accessibleTextProperty().bind(texts.binding("train.curve.smoothing"));
        slider.valueProperty().addListener((o, was, is) -> apply(slider));
        // Redraws when the thumb is released, and at every press of a key.
        slider.valueChangingProperty().addListener((o, was, is) -> apply(slider));
        HBox row = new HBox(8, Labels.whole(texts.binding("train.curve.smoothing")), slider);
        CustomMenuItem item = new CustomMenuItem(row, false);
        return item;
    }

    private void apply(Slider slider) {
        if (!slider.isValueChanging()) {
            set(new CurveOptions(now().along(), now().logLoss(), slider.getValue()));
        }
    }

    private CurveOptions now() {
        return model.curvesProperty().get();
    }

    private void set(CurveOptions options) {
        model.curvesProperty().set(options);
    }
}
