package dev.nara.ui.tune;

import dev.nara.settings.OwnPreset;
import java.time.Clock;
import java.util.concurrent.Executor;
import javafx.collections.ObservableList;

/**
 * What the workspace is given beside what all are.
 *
 * @param training does what takes long, a thread each
 * @param trainForm where a search starts
 * @param presets the user's own
 */
record TuneSurroundings(
        StudyDesk desk, Executor training, TrainForm trainForm, ObservableList<OwnPreset> presets, Clock clock) {}
