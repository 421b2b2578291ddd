package dev.nara.ui.shell;

import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.controlsfx.control.SegmentedButton;

/** Buttons of which one is pressed; its workspace is the visible one. */
final class Switcher {
    private final SegmentedButton buttons = new SegmentedButton();

    /** {@code views} are the workspaces in the order of {@link Screens#NAMES}. */
    Switcher(List<Node> views, Texts texts) {
        for (int w = 0; w < views.size(); w++) {
            ToggleButton button = new ToggleButton();
            button.setId("workspace-" + Screens.NAMES.get(w));
            button.textProperty().bind(texts.binding("workspace." + Screens.NAMES.get(w)));
            views.get(w).visibleProperty().bind(button.selectedProperty());
            buttons.getButtons().add(button);
        }
        ToggleGroup group = new ToggleGroup();
        buttons.setToggleGroup(group);
        group.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null && was != null) {
                was.setSelected(true);
            }
        });
    }

    SegmentedButton view() {
        return buttons;
    }

    /** Shows a workspace by its place, from 0. */
    void show(int place) {
        buttons.getButtons().get(place).setSelected(true);
    }

    /** Shows a workspace by its name. */
    void show(String name) {
        show(Screens.NAMES.indexOf(name));
    }

    /** The name of the workspace on screen. */
    String shown() {
        return Screens.NAMES.stream().filter(this::shows).findFirst().orElseThrow();
    }

    boolean shows(String name) {
        return showing(name).get();
    }

    /** Whether that workspace is on screen. */
    ReadOnlyBooleanProperty showing(String name) {
        return buttons.getButtons().get(Screens.NAMES.indexOf(name)).selectedProperty();
    }
}
