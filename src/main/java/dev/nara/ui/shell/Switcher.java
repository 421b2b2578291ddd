package dev.nara.ui.shell;

import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The tabs of the workspaces; the workspace of the selected tab is visible. */
final class Switcher {
    private static final PseudoClass FAINT = PseudoClass.getPseudoClass("faint");

    private final List<ToggleButton> tabs = new ArrayList<>();
    private final ToggleGroup group = new ToggleGroup();
    private final HBox row = new HBox();
    private boolean leaving;
    private final ReadOnlyBooleanWrapper nothing = new ReadOnlyBooleanWrapper(true);

    /** {@code views} are the workspaces in the order of {@link Screens#NAMES}. */
    Switcher(List<Node> views, Texts texts) {
        for (int w = 0; w < views.size(); w++) {
            ToggleButton tab = new ToggleButton();
            tab.setId("workspace-" + Screens.NAMES.get(w));
            tab.getStyleClass().add("workspace-tab");
            tab.setMinWidth(Region.USE_PREF_SIZE);
            tab.setToggleGroup(group);
            tab.textProperty().bind(texts.binding("workspace." + Screens.NAMES.get(w)));
            Tips.on(tab, KeyCombination.keyCombination("Shortcut+" + (w + 1)).getDisplayText());
            views.get(w).visibleProperty().bind(tab.selectedProperty());
            tabs.add(tab);
        }
        group.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null && was != null && !leaving) {
                was.setSelected(true);
            }
            nothing.set(group.getSelectedToggle() == null);
        });
        row.getChildren().setAll(tabs);
        row.getStyleClass().add("workspace-tabs");
    }

    Node view() {
        return row;
    }

    /** Greys the tabs because there are no data yet; they can still be pressed. */
    void faint(boolean faint) {
        tabs.forEach(tab -> tab.pseudoClassStateChanged(FAINT, faint));
    }

    /** Whether no workspace is on screen, as at the start. */
    ReadOnlyBooleanProperty nothing() {
        return nothing.getReadOnlyProperty();
    }

    /** Hides all workspaces. */
    void showNothing() {
        leaving = true;
        group.selectToggle(null);
        leaving = false;
    }

    /** Shows a workspace by its index, from 0. */
    void show(int place) {
        tabs.get(place).setSelected(true);
    }

    /** Shows a workspace by its name. */
    void show(String name) {
        show(Screens.NAMES.indexOf(name));
    }

    /** The name of the workspace on screen; "start" for none. */
    String shown() {
        return IntStream.range(0, tabs.size())
                .filter(w -> tabs.get(w).isSelected())
                .mapToObj(Screens.NAMES::get)
                .findFirst()
                .orElse("start");
    }

    boolean shows(String name) {
        return showing(name).get();
    }

    /** Whether that workspace is on screen. */
    ReadOnlyBooleanProperty showing(String name) {
        return tabs.get(Screens.NAMES.indexOf(name)).selectedProperty();
    }
}
