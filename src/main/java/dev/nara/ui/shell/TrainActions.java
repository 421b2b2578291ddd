package dev.nara.ui.shell;

import dev.nara.ui.common.Actions;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Session;
import dev.nara.ui.runs.RunTrash;
import dev.nara.ui.train.TrainController;
import dev.nara.ui.tune.SearchPlace;
import dev.nara.ui.tune.TuneController;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.input.Clipboard;

/** The actions that start, pause and stop training, and that undo changes. */
final class TrainActions {
    private final TrainController train;
    private final TuneController tune;
    private final Switcher switcher;
    private final RunTrash trash;

    TrainActions(Screens screens, Switcher switcher, RunTrash trash) {
        this.train = screens.train();
        this.tune = screens.tune();
        this.switcher = switcher;
        this.trash = trash;
        train.onSearch(this::putTogether);
    }

    /** Shows a search over what the Train form varies, ready to be started. */
    private void putTogether() {
        tune.open(0);
        switcher.show("tune");
    }

    /** Adds the actions on training. */
    void addRunning(Actions actions, Frame frame, Session session) {
        actions.add("search.where", "", new SearchPlace(frame, session)::choose);
        actions.add("start", "F5", this::start, session.openedProperty().isNull(), "off.no.data");
        BooleanBinding noData = session.openedProperty().isNull();
        actions.add("search", "Shortcut+T", this::search, noData, "off.no.data");
        ReadOnlyBooleanProperty searching = switcher.showing("tune");
        actions.add(
                "pause",
                "Shortcut+P",
                () -> here(tune::pauseOrGoOn, train.live()::pauseOrGoOn),
                searching.not().and(train.pausableProperty().not()),
                "off.no.training");
        actions.add(
                "stop",
                "Shortcut+PERIOD",
                () -> here(tune::finish, train.live()::stop),
                searching.not().and(train.controllableProperty().not()),
                "off.no.training");
    }

    /** Adds the actions on the form. */
    void addEditing(Actions actions) {
        actions.add("undo", "Shortcut+Z", this::undo);
        actions.add("redo", "Shortcut+Shift+Z", train.form()::redo);
        actions.add("paste.settings", "Shortcut+Shift+V", this::pasteSettings);
    }

    private void start() {
        here(tune::start, () -> {
            switcher.show("train");
            train.start();
        });
    }

    /** Runs {@code search} in the Search workspace, and {@code training} elsewhere. */
    private void here(Runnable search, Runnable training) {
        (switcher.shows("tune") ? search : training).run();
    }

    private void search() {
        switcher.show("tune");
        tune.search();
    }

    /** Undoes the last change of the form in the Search or Train workspace, or restores the runs deleted last. */
    private void undo() {
        if (switcher.shows("tune") && tune.undo()) {
            return;
        }
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
