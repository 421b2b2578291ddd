package dev.nara.search.plan;

import java.util.Set;

/**
 * How things are in the program that runs a study.
 *
 * @param free places
 * @param secondsLeft of a budget of time, infinite where it is none
 * @param training the runs that are trained
 * @param leaving those of them that are being left
 */
public record Now(int free, double secondsLeft, Set<Long> training, Set<Long> leaving) {}
