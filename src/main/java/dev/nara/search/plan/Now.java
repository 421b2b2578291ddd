package dev.nara.search.plan;

import java.util.Set;

/**
 * The current state of the process that runs a study.
 *
 * @param free places for further trainings
 * @param secondsLeft of a time budget; infinite without one
 * @param training the runs in training
 * @param leaving those of them that are being stopped
 */
public record Now(int free, double secondsLeft, Set<Long> training, Set<Long> leaving) {}
