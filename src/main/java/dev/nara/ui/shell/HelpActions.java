package dev.nara.ui.shell;

import dev.nara.spec.RunSettings;
import dev.nara.ui.common.Actions;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Texts;
import dev.nara.ui.help.HelpController;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** The actions of the menu Help: the guide, keys, problems, and facts about the program. */
final class HelpActions {
    private HelpActions() {}

    /** Opens the guide where a setting of a run is explained. */
    static void explain(HelpController guide, String setting) {
        boolean ofRun = RunSettings.ALL.stream().anyMatch(p -> p.name().equals(setting));
        guide.explain(setting, ofRun ? List.of("evaluation", "train", "command-line") : List.of("models"));
    }

    /** Adds the actions to the window's list; {@code shown} returns the name of the workspace on screen. */
    static void addTo(Actions actions, HelpController guide, Frame frame, Path workspace, Supplier<String> shown) {
        Texts texts = frame.texts();
        Dialogs dialogs = frame.dialogs();
        actions.add("help", "F1", () -> guide.open(shown.get()));
        actions.add("problems", "", frame.notices()::showProblems);
        actions.add("shortcuts", "Shift+F1", () -> dialogs.inform(texts.get("action.shortcuts"), actions.shortcuts()));
        actions.add("about", "", () -> dialogs.inform(texts.get("action.about"), texts.get("help.about", workspace)));
    }
}
