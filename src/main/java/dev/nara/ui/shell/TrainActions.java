package dev.nara.ui.shell;

import dev.nara.ui.common.Actions;
import dev.nara.ui.common.Session;
import dev.nara.ui.runs.RunTrash;
import dev.nara.ui.train.TrainController;
import javafx.scene.input.Clipboard;

/** Starts, pauses and stops training, and takes back what was done last. */
final class TrainActions {
    private final TrainController train;
    private final Switcher switcher;
    private final RunTrash trash;

    TrainActions(TrainController train, Switcher switcher, RunTrash trash) {
        this.train = train;
        this.switcher = switcher;
        this.trash = trash;
    }

    /** Adds those that change a training. */
    void addRunning(Actions actions, Session session) {
        actions.add("start", "F5", this::start, session.openedProperty().isNull());
        actions.add(
                "pause",
                "Shortcut+P",
                train.live()::pauseOrGoOn,
                train.pausableProperty().not());
        actions.add(
                "stop",
                "Shortcut+PERIOD",
                train.live()::stop,
                train.controllableProperty().not());
    }

    /** Adds those that change the form. */
    void addEditing(Actions actions) {
        actions.add("undo", "Shortcut+Z", this::undo, null);
        actions.add("redo", "Shortcut+Shift+Z", train.form()::redo, null);
        actions.add("paste.settings", "Shortcut+Shift+V", this::pasteSettings, null);
    }

    private void start() {
        switcher.show("train");
        train.start();
    }

    /** Takes back what was done last: a change of the form on the Train workspace, or the throwing away of runs. */
    private void undo() {
        if (!switcher.shows("train")
                || trash.usedSince(train.form().changedAt())
                || !train.form().undo()) {
            trash.takeBack();
        }
    }

    private void pasteSettings() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null) {
            switcher.show("train");
            train.paste(text);
        }
    }
}
