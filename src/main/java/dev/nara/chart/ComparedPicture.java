package dev.nara.chart;

import dev.nara.run.RunEvent;
import dev.nara.spec.Part;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Several runs in one picture, in different colours; runs that differ only by the seed are drawn as their mean, with a band of one standard
 * deviation on both sides.
 */
public final class ComparedPicture {
    private ComparedPicture() {}

    /**
     * By a metric, which some runs may lack.
     *
     * @param colours of the curves, as indices into a palette's series
     */
    public static RunPicture of(
            List<RunCurve> curves, List<Integer> colours, String metric, CurveOptions options, Locale locale) {
        boolean alike = curves.stream()
                        .map(curve -> List.of(curve.data(), curve.split(), curve.candidates(), curve.part()))
                        .distinct()
                        .count()
                == 1;
        Map<String, List<RunCurve>> groups = new LinkedHashMap<>();
        for (RunCurve curve : curves) {
            String series = curve.series().isEmpty() ? curve.name() : curve.series();
            String key = alike ? series : series + protocol(curve, locale);
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(curve);
        }
        List<DrawnRun> runs = new ArrayList<>();
        for (List<RunCurve> group : groups.values()) {
            int colour = colours.get(curves.indexOf(group.get(0)));
            runs.add(drawn(group, colour, alike ? "" : protocol(group.get(0), locale), locale));
        }
        double longest = runs.stream()
                .flatMap(run -> run.losses(options.along()).points().stream())
                .mapToDouble(CurvePoints.Point::place)
                .max()
                .orElse(1);
        return new RunPicture(
                runs,
                List.of(),
                alike ? LearningCurves.levels(curves.get(0).references(), metric, locale) : List.of(),
                metric,
                longest,
                List.of(),
                options,
                RunPicture.Progress.NONE,
                RunPicture.Notes.NONE);
    }

    private static DrawnRun drawn(List<RunCurve> group, int place, String protocol, Locale locale) {
        RunCurve first = group.get(0);
        String seeds =
                group.size() < 2 ? "" : Text.of("short.seeds", group.size()).in(locale);
        String detail = (first.share().isEmpty() ? seeds : first.share()) + protocol;
        List<List<RunEvent.EpochDone>> epochs =
                group.stream().map(RunCurve::epochs).toList();
        return new DrawnRun(first.name(), detail, DrawnRun.Kind.CHARTED, place, first.batchSize(), epochs, false);
    }

    /** A run's data and protocol, if others have different ones. */
    private static String protocol(RunCurve curve, Locale locale) {
        String part = curve.part() == Part.TEST ? " · " + curve.part().words().in(locale) : "";
        return " · " + curve.data() + " · " + curve.split() + " · "
                + curve.protocol().in(locale) + part;
    }
}
