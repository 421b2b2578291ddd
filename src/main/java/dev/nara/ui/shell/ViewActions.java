package dev.nara.ui.shell;

import dev.nara.ui.common.Actions;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.data.DataController;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.stage.Stage;

/** The actions that change what is shown: workspaces, their pages, colours, language, pseudonyms. */
final class ViewActions {
    /** The parts of the Data workspace, in order. */
    static final List<String> DATA_TABS = List.of("profile", "quality", "prepare", "split", "attributes", "rows");

    private final Stage stage;
    private final ScreenContext shared;
    private final Look look;
    private final Switcher switcher;

    ViewActions(Stage stage, ScreenContext shared, Look look, Switcher switcher) {
        this.stage = stage;
        this.shared = shared;
        this.look = look;
        this.switcher = switcher;
    }

    /** Adds the actions to the window's list. */
    void addTo(Actions actions, DataController data) {
        for (String tab : DATA_TABS) {
            actions.add(
                    "data." + tab,
                    "",
                    () -> {
                        switcher.show("data");
                        data.show(tab);
                    },
                    shared.session().openedProperty().isNull(),
                    "off.no.data");
        }
        card(actions, "copy", data.cards()::copy);
        card(actions, "save", data.cards()::save);
        for (String name : Screens.NAMES) {
            int place = Screens.NAMES.indexOf(name);
            actions.add("workspace." + name, "Shortcut+" + (place + 1), () -> switcher.show(place));
        }
        actions.add("theme", "", look::switchTheme);
        actions.add(
                "present",
                "Shortcut+Shift+P",
                () -> toggle(shared.pseudonymiser().onProperty()));
        actions.add("language", "", look::switchLanguage);
        actions.add("full.screen", "F11", () -> stage.setFullScreen(!stage.isFullScreen()));
    }

    private void card(Actions actions, String way, Runnable act) {
        actions.add(
                "data.card." + way, "", act, shared.session().openedProperty().isNull(), "off.no.data");
    }

    private static void toggle(BooleanProperty property) {
        property.set(!property.get());
    }
}
