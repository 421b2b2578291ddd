package dev.nara.ui.tune;

import dev.nara.data.prepare.Prepared;
import dev.nara.settings.OwnPreset;
import dev.nara.spec.RunSpec;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.collections.ObservableList;

/**
 * What the workspace is given beside what all are.
 *
 * @param training does what takes long, a thread each
 * @param trainForm makes what is in the Train form a run of a dataset
 * @param presets the user's own
 */
record TuneSurroundings(
        StudyDesk desk,
        Executor training,
        Function<Prepared, RunSpec> trainForm,
        ObservableList<OwnPreset> presets,
        Clock clock) {}
