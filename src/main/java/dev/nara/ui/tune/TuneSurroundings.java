package dev.nara.ui.tune;

import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What this workspace gets in addition to the common services.
 *
 * @param training runs long work, each on its own thread
 * @param trainForm the start of a search, and its presets
 */
record TuneSurroundings(StudyDesk desk, Executor training, TrainForm trainForm, Clock clock) {}
