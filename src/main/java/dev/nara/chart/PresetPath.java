package dev.nara.chart;

import java.util.List;

/** The path from one setting to another, one step per change. */
public record PresetPath(End from, List<Step> steps, End to) {
    /** Copies the list. */
    public PresetPath {
        steps = List.copyOf(steps);
    }

    /** An end of the path: its name and figure. */
    public record End(String name, double figure) {}

    /** A change with its old and new value, and its effect as text. */
    public record Step(
            String name, String change, String verdict, double difference, double low, double high, boolean real) {}
}
