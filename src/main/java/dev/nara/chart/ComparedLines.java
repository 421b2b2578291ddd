package dev.nara.chart;

import dev.nara.run.RunEvent;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.YIntervalSeries;

/** The lines of runs that are compared: of each group of runs that differ by their seed, one. */
final class ComparedLines {
    private final CurveOptions options;
    private final Locale locale;

    ComparedLines(CurveOptions options, Locale locale) {
        this.options = options;
        this.locale = locale;
    }

    /** The losses of a run's batches, under the name of its line; nothing of several runs. */
    XYSeries smooth(List<RunCurve> group) {
        XYSeries series = new XYSeries(name(group));
        if (group.size() > 1) {
            return series;
        }
        RunCurve curve = group.get(0);
        Travelled travelled = new Travelled(options.along(), curve.batchSize());
        ExponentialMean mean = new ExponentialMean(options.smoothing());
        int passed = 0;
        for (RunEvent.Batch batch : curve.batches()) {
            while (passed < curve.epochs().size() && curve.epochs().get(passed).epoch() < batch.epoch()) {
                travelled.pass(curve.epochs().get(passed++));
            }
            if (Double.isFinite(batch.loss())) {
                series.add(travelled.at(batch), mean.next(batch.loss()), false);
            }
        }
        return series;
    }

    private String name(List<RunCurve> group) {
        String first = group.get(0).name();
        String share = group.get(0).share();
        if (!share.isEmpty()) {
            return first + ", " + share;
        }
        return group.size() == 1
                ? first
                : Text.of("chart.series", first, group.size()).in(locale);
    }

    /** Where an epoch of one run stands, and a figure of it. */
    private record Point(double place, double figure) {}

    /** The mean of a group and a standard deviation (of a sample) around it, epoch by epoch. */
    YIntervalSeries mean(List<RunCurve> group, ToDoubleFunction<RunEvent.EpochDone> value) {
        Map<Integer, List<Point>> byEpoch = new TreeMap<>();
        for (RunCurve curve : group) {
            Travelled travelled = new Travelled(options.along(), curve.batchSize());
            for (RunEvent.EpochDone epoch : curve.epochs()) {
                Point point = new Point(travelled.pass(epoch), value.applyAsDouble(epoch));
                if (Double.isFinite(point.figure)) {
                    byEpoch.computeIfAbsent(epoch.epoch(), e -> new ArrayList<>())
                            .add(point);
                }
            }
        }
        YIntervalSeries line = new YIntervalSeries(name(group));
        for (List<Point> points : byEpoch.values()) {
            double place = points.stream().mapToDouble(Point::place).average().orElse(0);
            double mean = points.stream().mapToDouble(Point::figure).average().orElse(0);
            double squares = points.stream()
                    .mapToDouble(p -> (p.figure - mean) * (p.figure - mean))
                    .sum();
            double deviation = points.size() < 2 ? 0 : Math.sqrt(squares / (points.size() - 1));
            line.add(place, mean, mean - deviation, mean + deviation);
        }
        return line;
    }

    /** Adds the best point of a line. */
    static void mark(YIntervalSeries line, XYSeries mark) {
        int best = -1;
        for (int i = 0; i < line.getItemCount(); i++) {
            best = best < 0 || line.getYValue(i) > line.getYValue(best) ? i : best;
        }
        if (best >= 0) {
            mark.add(line.getX(best), line.getYValue(best));
        }
    }
}
