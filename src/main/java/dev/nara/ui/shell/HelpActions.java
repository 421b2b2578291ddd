package dev.nara.ui.shell;

import dev.nara.ui.common.Actions;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import javafx.stage.Stage;

/** Finds actions, and says what there is to know of keys, problems and the program. */
final class HelpActions {
    private HelpActions() {}

    /** Adds them to the window's list of actions. */
    static void addTo(Actions actions, Stage stage, Frame frame, Path workspace) {
        Texts texts = frame.texts();
        Dialogs dialogs = frame.dialogs();
        actions.add("problems", "", frame.notices()::showProblems, null);
        actions.add("find.action", "Shortcut+K", () -> ActionFinder.ask(stage, texts, actions.all()), null);
        actions.add("shortcuts", "F1", () -> dialogs.inform(texts.get("action.shortcuts"), actions.shortcuts()), null);
        actions.add(
                "about", "", () -> dialogs.inform(texts.get("action.about"), texts.get("help.about", workspace)), null);
    }
}
