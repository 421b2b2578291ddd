package dev.nara.ui.tune;

import dev.nara.settings.OwnPreset;
import java.time.Clock;
import java.util.concurrent.Executor;
import javafx.collections.ObservableList;

/**
 * What this workspace gets in addition to the common services.
 *
 * @param training runs long work, each on its own thread
 * @param trainForm the start of a search
 * @param presets the user's own presets
 */
record TuneSurroundings(
        StudyDesk desk, Executor training, TrainForm trainForm, ObservableList<OwnPreset> presets, Clock clock) {}
