package dev.nara.search.picture;

import dev.nara.chart.ParallelAxes;
import dev.nara.chart.ParallelAxes.Axis;
import dev.nara.chart.ParallelAxes.Line;
import dev.nara.chart.ParallelAxes.Tick;
import dev.nara.chart.StudyMark;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import dev.nara.search.study.Limit;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySnapshot.Share;
import dev.nara.search.study.Trial;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The trials of an algorithm over its parameters, the seconds per epoch, the metrics with limits, and the goal. */
public final class ParallelPicture {
    /** The axis of seconds per epoch. */
    public static final String SECONDS = "seconds";

    private static final int MOST = 9;

    private ParallelPicture() {}

    private record Column(Axis axis, ToDoubleFunction<Trial> value) {}

    /** The parameters of an algorithm over the widest range ever searched, in the order of its space; no more than fit. */
    public static List<Dimension> dimensions(StudySnapshot study, String algorithm) {
        Space before = study.spec().part(algorithm).space();
        List<Dimension> all = new ArrayList<>(before.dimensions());
        study.parts().stream()
                .filter(part -> part.algorithm().equals(algorithm))
                .flatMap(part -> part.space().dimensions().stream())
                .filter(d -> before.dimension(d.name()).isEmpty())
                .forEach(all::add);
        int room = MOST - 2 - study.spec().limits().size();
        List<Dimension> shown = byImportance(study, algorithm, all).limit(room).toList();
        return all.stream().filter(shown::contains).toList();
    }

    /** Their names, the most important first. */
    public static List<String> byImportance(StudySnapshot study, String algorithm) {
        return byImportance(study, algorithm, dimensions(study, algorithm))
                .map(Dimension::name)
                .toList();
    }

    private static Stream<Dimension> byImportance(StudySnapshot study, String algorithm, List<Dimension> all) {
        return all.stream().sorted(Comparator.comparingDouble(d -> -share(study, algorithm, d.name())));
    }

    private static double share(StudySnapshot study, String algorithm, String name) {
        return study.importance().getOrDefault(algorithm, List.of()).stream()
                .filter(s -> s.name().equals(name) && !Double.isNaN(s.share()))
                .mapToDouble(Share::share)
                .findFirst()
                .orElse(0);
    }

    /**
     * Axes and lines. Failed trials are left out.
     *
     * @param metric by which lines are coloured
     * @param selected trial numbers, in the order of their colours
     */
    public static ParallelAxes of(
            StudySnapshot study,
            String algorithm,
            String metric,
            List<Integer> selected,
            Map<String, ParallelAxes.Part> brush,
            Locale locale) {
        List<Trial> trials = study.trials().stream()
                .filter(t -> t.algorithm().equals(algorithm) && !t.state().broken())
                .toList();
        List<Column> columns = new ArrayList<>();
        for (Dimension dimension : dimensions(study, algorithm)) {
            columns.add(column(study, dimension, locale));
        }
        columns.add(seconds(trials, locale));
        for (Limit limit : study.spec().limits()) {
            columns.add(limit(study, trials, limit));
        }
        columns.add(goal(study));
        GoalScale scale = GoalScale.of(study, metric);
        List<Line> lines = trials.stream()
                .map(t -> new Line(
                        t.number(),
                        columns.stream().map(c -> c.value().applyAsDouble(t)).toList(),
                        scale.share(GoalScale.figure(study, t, metric)),
                        PictureWords.mark(t) == StudyMark.DROPPED,
                        selected.indexOf(t.number())))
                .toList();
        return new ParallelAxes(columns.stream().map(Column::axis).toList(), lines, brush);
    }

    private static Column column(StudySnapshot study, Dimension dimension, Locale locale) {
        List<Tick> ticks = ValueTicks.of(dimension, locale).stream()
                .map(t -> new Tick(t.place(), t.words()))
                .toList();
        String name = PictureWords.parameter(dimension.name(), locale);
        return new Column(Axis.of(dimension.name(), name, 0, 1, ticks), trial -> {
            double place = place(study, dimension, trial);
            return Double.isNaN(place) ? place : Math.max(0, Math.min(1, place));
        });
    }

    /**
     * A trial's position along a dimension, beyond 0 … 1 if outside of its range; NaN if the dimension is inactive. A trial from before the
     * dimension varied has its fixed value of then.
     */
    public static double place(StudySnapshot study, Dimension dimension, Trial trial) {
        String value = trial.settings().get(dimension.name());
        StudyPart part = study.spec().part(trial.algorithm());
        if (value == null && part.space().dimension(dimension.name()).isEmpty()) {
            value = part.values().get(dimension.name());
        }
        return value == null ? Double.NaN : dimension.place(value);
    }

    private static Column seconds(List<Trial> trials, Locale locale) {
        double[] all = finite(trials, Trial::secondsPerEpoch);
        String name = Text.of("study.seconds").in(locale);
        // Before anything is known there is no scale.
        Axis axis = all.length == 0
                ? Axis.of(SECONDS, name, 0, 1, List.of())
                : axis(SECONDS, name, all[0], all[all.length - 1]);
        return new Column(axis, Trial::secondsPerEpoch);
    }

    private static Column limit(StudySnapshot study, List<Trial> trials, Limit limit) {
        ToDoubleFunction<Trial> value = t -> GoalScale.figure(study, t, limit.metric());
        double[] all = finite(trials, value);
        double low = all.length == 0 ? limit.value() : Math.min(all[0], limit.value());
        double high = all.length == 0 ? limit.value() : Math.max(all[all.length - 1], limit.value());
        Axis axis = axis(limit.metric(), limit.metric(), low - .1 * (high - low), high);
        return new Column(
                new Axis(axis.id(), axis.name(), axis.low(), axis.high(), axis.ticks(), limit.value(), limit.atLeast()),
                value);
    }

    private static Column goal(StudySnapshot study) {
        GoalScale scale = GoalScale.of(study);
        double width = Math.abs(scale.high() - scale.low());
        double best = scale.high() + Math.signum(scale.high() - scale.low()) * .04 * width;
        double worst = scale.low() - (scale.high() - scale.low());
        String goal = study.spec().goal();
        List<Tick> ticks = Double.isNaN(width) ? List.of() : ticks(Math.min(worst, best), Math.max(worst, best));
        return new Column(Axis.of(goal, goal, worst, best, ticks), Trial::mean);
    }

    private static Axis axis(String id, String name, double low, double high) {
        double end = high > low ? high : low + Math.max(1e-4, Math.abs(low) / 10);
        return Axis.of(id, name, low, end, ticks(low, end));
    }

    private static List<Tick> ticks(double low, double high) {
        return ValueTicks.figures(low, high).stream()
                .map(t -> new Tick(t.place(), t.words()))
                .toList();
    }

    /** The trials' figures in ascending order. */
    private static double[] finite(List<Trial> trials, ToDoubleFunction<Trial> value) {
        return trials.stream()
                .mapToDouble(value)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }
}
