package dev.nara.store.database;

import dev.nara.data.DataException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads one metric of every epoch of many runs in one query, without the rest of their events, for small curves. */
public final class FigureCurves {
    /** Must be identical to the condition in the index of {@link RunSchema}. */
    private static final String EVALUATED =
            "substr(event, 1, 16) = '{\"event\":\"epoch\"' AND instr(event, '\"metrics\":{}') = 0";

    private final RunDatabase database;

    public FigureCurves(RunDatabase database) {
        this.database = database;
    }

    private record Point(long run, int epoch, double figure) {}

    /** The values of a metric by run and epoch, from 1; runs without values are left out. An epoch that was trained again counts once. */
    public Map<Long, Map<Integer, Double>> of(Collection<Long> runs, String metric) throws DataException {
        Map<Long, Map<Integer, Double>> curves = new HashMap<>();
        if (runs.isEmpty()) {
            return curves;
        }
        List<Point> points = new ArrayList<>(database.query(
                row -> new Point(
                        row.getLong(1), row.getInt(2), row.getObject(3) == null ? Double.NaN : row.getDouble(3)),
                "SELECT run, json_extract(event, '$.epoch'), json_extract(event, ?) FROM events WHERE " + EVALUATED
                        + " AND json_valid(event) AND run IN ("
                        + runs.stream().map(String::valueOf).collect(Collectors.joining(","))
                        + ") ORDER BY run, seq",
                "$.metrics.\"" + metric.replace("\"", "") + "\""));
        points.removeIf(point -> Double.isNaN(point.figure));
        points.forEach(point ->
                curves.computeIfAbsent(point.run, run -> new TreeMap<>()).put(point.epoch, point.figure));
        return curves;
    }
}
