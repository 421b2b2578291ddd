package dev.nara.ui.shell;

import dev.nara.settings.OwnPreset;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.child.ChildController;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.compare.CompareController;
import dev.nara.ui.data.DataController;
import dev.nara.ui.export.ExportController;
import dev.nara.ui.train.TrainController;
import dev.nara.ui.train.form.OwnPresets;
import dev.nara.ui.tune.TrainForm;
import dev.nara.ui.tune.TuneController;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/** The six workspaces of a window, which do not know each other. */
record Screens(
        DataController data,
        TrainController train,
        TuneController tune,
        CompareController compare,
        ChildController child,
        ExportController export) {
    /** The names of the workspaces, in the order of their views. */
    static final List<String> NAMES = List.of("data", "train", "tune", "compare", "child", "export");

    static Screens of(ScreenContext shared, Executor training, DataPlaces places, ObservableList<OwnPreset> presets) {
        var frame = shared.frame();
        var services = shared.services();
        var session = shared.session();
        OwnPresets own = new OwnPresets(presets, frame.dialogs(), frame.texts(), frame.say());
        TrainController train = new TrainController(services, shared.store(), session, training, frame, own);
        return new Screens(
                new DataController(
                        services, session, frame.jobs(), frame.texts(), frame.theme(), shared.pseudonymiser(), places),
                train,
                TuneController.of(
                        shared,
                        training,
                        new TrainForm(
                                train.form()::searchStart,
                                () -> train.form().varied().space(),
                                own::keep)),
                new CompareController(shared),
                new ChildController(shared),
                new ExportController(shared, train));
    }

    List<Node> views() {
        return List.of(data.view(), train.view(), tune.view(), compare.view(), child.view(), export.view());
    }

    /** Passes all runs to the workspaces, after each reading. */
    void runs(List<StoredRun> all) {
        data.runs(all);
        train.viewer().labelled(all);
        tune.runs(all);
        compare.runs(all);
        export.runs(all);
        child.runs(all);
    }
}
