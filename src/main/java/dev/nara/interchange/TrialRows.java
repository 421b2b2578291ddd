package dev.nara.interchange;

import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A study as a table: a row per trial, with varied parameters and results in columns, figures on the validation part. */
final class TrialRows {
    private TrialRows() {}

    /** The header, then the rows. */
    static List<List<String>> of(StudySnapshot study) {
        Set<String> settings = new LinkedHashSet<>();
        Set<String> metrics = new LinkedHashSet<>();
        study.trials().forEach(trial -> {
            settings.addAll(trial.settings().keySet());
            metrics.addAll(trial.metrics().keySet());
        });
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("trial", "algorithm", "origin", "state", "runs"));
        settings.forEach(name -> head.add("set/" + name));
        head.addAll(List.of("mean", "error", "seeds", "best_epoch", "seconds_per_epoch", "level", "within_limits"));
        metrics.forEach(metric -> head.add("validation/" + metric));
        rows.add(head);
        study.trials().forEach(trial -> rows.add(row(trial, settings, metrics)));
        return rows;
    }

    private static List<String> row(Trial trial, Set<String> settings, Set<String> metrics) {
        List<String> row = new ArrayList<>(List.of(
                Integer.toString(trial.number()),
                trial.algorithm(),
                trial.origin().name().toLowerCase(Locale.ROOT),
                trial.state().name().toLowerCase(Locale.ROOT),
                trial.runs().stream().map(String::valueOf).collect(Collectors.joining(" "))));
        settings.forEach(name -> row.add(trial.settings().getOrDefault(name, "")));
        row.addAll(List.of(
                number(trial.mean()),
                number(trial.error()),
                Integer.toString(trial.seedFigures().size()),
                Integer.toString(trial.epoch()),
                number(trial.secondsPerEpoch()),
                Boolean.toString(trial.level()),
                Boolean.toString(trial.withinLimits())));
        metrics.forEach(metric -> row.add(number(trial.metrics().getOrDefault(metric, Double.NaN))));
        return row;
    }

    private static String number(double number) {
        return Double.isNaN(number) ? "" : Double.toString(number);
    }
}
