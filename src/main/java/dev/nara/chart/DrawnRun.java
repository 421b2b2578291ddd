package dev.nara.chart;

import dev.nara.eval.CutoffMetric;
import dev.nara.run.RunEvent;
import dev.nara.text.BareNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * A run, or the mean of several runs of one setting, as lines of a chart.
 *
 * @param name at the ends of the lines: its number
 * @param detail after it: how it differs; "" for nothing
 * @param colour its index in a palette's series; ignored for grey lines
 * @param batchSize examples per step
 * @param seeds the epochs of each seed, pretraining included
 * @param failed whether its lines end because it failed
 */
public record DrawnRun(
        String name,
        String detail,
        Kind kind,
        int colour,
        int batchSize,
        List<List<RunEvent.EpochDone>> seeds,
        boolean failed) {
    /** The style of its lines. */
    public enum Kind {
        /** The run on screen: coloured, thick, with points. */
        SHOWN,
        /** The previous run: grey. */
        PREVIOUS,
        /** The starred run: grey and dashed. */
        STARRED,
        /** Another run: coloured. */
        CHARTED;

        boolean ghost() {
            return this == PREVIOUS || this == STARRED;
        }
    }

    /** Copies the lists. */
    public DrawnRun {
        seeds = seeds.stream().map(List::copyOf).toList();
    }

    /** A single run. */
    public static DrawnRun of(String name, String detail, Kind kind, int colour, int batchSize, List<RunEvent> events) {
        boolean failed = events.stream()
                .reduce((a, b) -> b)
                .filter(RunEvent.Failed.class::isInstance)
                .isPresent();
        return new DrawnRun(name, detail, kind, colour, batchSize, List.of(RunEvent.epochs(events)), failed);
    }

    /** The position of its best point. */
    record Best(CurvePoints.Point point, int epoch) {}

    /** Models computed at once have no losses and report zeros. */
    CurvePoints losses(CurveOptions.Along along) {
        boolean none = seeds.stream().flatMap(List::stream).allMatch(epoch -> epoch.loss() == 0);
        return none ? new CurvePoints(List.of()) : lossesOf(along);
    }

    private CurvePoints lossesOf(CurveOptions.Along along) {
        return mean(along, RunEvent.EpochDone::loss);
    }

    CurvePoints figures(CurveOptions.Along along, String metric) {
        return mean(along, e -> e.metrics().getOrDefault(metric, Double.NaN));
    }

    /** The best point by a metric, highest or lowest as the metric requires; the first of several. */
    Optional<Best> best(CurveOptions.Along along, String metric) {
        List<CurvePoints.Point> points = figures(along, metric).points();
        CurvePoints.Point best = null;
        for (CurvePoints.Point point : points) {
            if (best == null || CutoffMetric.worth(metric, point.value()) > CutoffMetric.worth(metric, best.value())) {
                best = point;
            }
        }
        return Optional.ofNullable(best).map(point -> new Best(point, epoch(along, point.place())));
    }

    private int epoch(CurveOptions.Along along, double place) {
        Travelled travelled = new Travelled(along, batchSize);
        for (RunEvent.EpochDone epoch : seeds.get(0)) {
            if (travelled.pass(epoch) >= place - 1e-9) {
                return epoch.epoch();
            }
        }
        return 0;
    }

    private CurvePoints mean(CurveOptions.Along along, ToDoubleFunction<RunEvent.EpochDone> value) {
        Map<Integer, List<CurvePoints.Point>> byEpoch = new TreeMap<>();
        for (List<RunEvent.EpochDone> epochs : seeds) {
            Travelled travelled = new Travelled(along, batchSize);
            int passed = 0;
            for (RunEvent.EpochDone epoch : epochs) {
                CurvePoints.Point point = new CurvePoints.Point(travelled.pass(epoch), value.applyAsDouble(epoch), 0);
                if (Double.isFinite(point.value())) {
                    byEpoch.computeIfAbsent(passed, e -> new ArrayList<>()).add(point);
                }
                passed++;
            }
        }
        return new CurvePoints(byEpoch.values().stream().map(DrawnRun::mean).toList());
    }

    private static CurvePoints.Point mean(List<CurvePoints.Point> points) {
        double place =
                points.stream().mapToDouble(CurvePoints.Point::place).average().orElse(0);
        double mean =
                points.stream().mapToDouble(CurvePoints.Point::value).average().orElse(0);
        double squares = points.stream()
                .mapToDouble(p -> (p.value() - mean) * (p.value() - mean))
                .sum();
        return new CurvePoints.Point(place, mean, points.size() < 2 ? 0 : Math.sqrt(squares / (points.size() - 1)));
    }

    /** A loss with at most three digits. */
    static String loss(double loss) {
        double size = Math.abs(loss);
        if (size > 0 && size < .0005) {
            return "<.001";
        }
        return loss == 0 ? "0" : BareNumbers.rounded(loss, size < 1 ? 3 : size < 10 ? 2 : size < 100 ? 1 : 0);
    }
}
