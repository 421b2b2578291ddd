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

/** Starts, pauses and stops training, and takes back what was done last. */
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

    /** Shows a search of what the Train form varies, to be begun. */
    private void putTogether() {
        tune.open(0);
        switcher.show("tune");
    }

    /** Adds those that change a training. */
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

    /** Adds those that change the form. */
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

    /** The one on the Search workspace, the other elsewhere. */
    private void here(Runnable search, Runnable training) {
        (switcher.shows("tune") ? search : training).run();
    }

    private void search() {
        switcher.show("tune");
        tune.search();
    }

    /** Takes back what was done last: a change of the form on the Train workspace, or the throwing away of runs. */
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
