package dev.nara.ui.shell;

import dev.nara.settings.OwnPreset;
import dev.nara.store.StoredRun;
import dev.nara.ui.child.ChildController;
import dev.nara.ui.compare.CompareController;
import dev.nara.ui.data.DataController;
import dev.nara.ui.export.ExportController;
import dev.nara.ui.train.TrainController;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/** The five workspaces of a window, which do not know each other. */
record Screens(
        DataController data,
        TrainController train,
        CompareController compare,
        ChildController child,
        ExportController export) {
    /** Their names, in the order of their views. */
    static final List<String> NAMES = List.of("data", "train", "compare", "child", "export");

    static Screens of(Shared shared, Executor training, DataPlaces places, ObservableList<OwnPreset> presets) {
        var frame = shared.frame();
        var services = shared.services();
        var store = shared.store();
        var session = shared.session();
        var jobs = frame.jobs();
        var texts = frame.texts();
        var pseudonymiser = shared.pseudonymiser();
        return new Screens(
                new DataController(services, session, jobs, texts, frame.theme(), pseudonymiser, places),
                new TrainController(services, store, session, training, frame, presets),
                new CompareController(services, store, session, jobs, texts, frame.theme(), pseudonymiser),
                new ChildController(services, store, session, jobs, texts, frame.theme(), pseudonymiser),
                new ExportController(services, store, session, frame, pseudonymiser));
    }

    List<Node> views() {
        return List.of(data.view(), train.view(), compare.view(), child.view(), export.view());
    }

    /** Passes on all runs, whenever they have been read. */
    void runs(List<StoredRun> all) {
        train.viewer().labelled(all);
        compare.runs(all);
        export.runs(all);
        child.runs(all);
    }
}
