package dev.nara.ui.child;

import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.common.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Watches the chosen child, and goes back through the epochs of one that is watched. */
final class EpochSlider extends HBox {
    private final ChildModel model;
    private final Texts texts;

    /** {@code watch} says whether runs that begin later are to watch the chosen child. */
    EpochSlider(ChildModel model, Texts texts, Consumer<Boolean> watch) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("head-row");
        getChildren().addAll(slider(), watching(watch));
    }

    private ToggleButton watching(Consumer<Boolean> watch) {
        ToggleButton button = new ToggleButton();
        button.setId("child-watch");
        button.textProperty().bind(texts.binding("child.watch"));
        button.setTooltip(new Tooltip());
        button.getTooltip().textProperty().bind(texts.binding("child.watch.help"));
        Runnable follow = () -> {
            Child child = model.chosenProperty().get();
            button.setDisable(child == null);
            button.setSelected(child != null && model.watchedProperty().get().contains(child.id()));
        };
        model.chosenProperty().addListener((o, was, is) -> follow.run());
        model.watchedProperty().addListener((o, was, is) -> follow.run());
        button.setOnAction(e -> watch.accept(button.isSelected()));
        return button;
    }

    private Slider slider() {
        Slider slider = new Slider(0, 0, 0);
        slider.setId("child-epochs");
        slider.setBlockIncrement(1);
        slider.setPrefWidth(220);
        slider.accessibleTextProperty().bind(texts.binding("child.epochs"));
        slider.visibleProperty().bind(model.momentsProperty().map(all -> all.size() > 1));
        slider.managedProperty().bind(slider.visibleProperty());
        model.momentsProperty().addListener((o, was, is) -> {
            slider.setMax(Math.max(0, is.size() - 1));
            slider.setValue(model.momentProperty().get());
        });
        slider.valueProperty()
                .addListener((o, was, is) -> model.momentProperty().set((int) Math.round(is.doubleValue())));
        model.momentProperty().addListener((o, was, is) -> {
            if (Math.round(slider.getValue()) != is.intValue()) {
                slider.setValue(is.intValue());
            }
        });
        return slider;
    }
}
