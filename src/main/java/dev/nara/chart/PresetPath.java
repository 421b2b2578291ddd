package dev.nara.chart;

import java.util.List;

/** The way from one setting to another, a step a change. */
public record PresetPath(End from, List<Step> steps, End to) {
    /** Copies the list. */
    public PresetPath {
        steps = List.copyOf(steps);
    }

    /** An end of the way, its name and figure. */
    public record End(String name, double figure) {}

    /** A change, from what to what, and what it comes to in words. */
    public record Step(
            String name, String change, String verdict, double difference, double low, double high, boolean real) {}
}
