package dev.nara.search.picture;

import dev.nara.chart.ResponseGrid;
import dev.nara.chart.ResponseMap.Content;
import dev.nara.chart.ResponseMap.Side;
import dev.nara.chart.ResponseMap.Spot;
import dev.nara.chart.ResponseMap.Tick;
import dev.nara.search.space.Dimension;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The trials of an algorithm over two of its parameters, and the expected figures between them. */
public final class MapPicture {
    private MapPicture() {}

    /**
     * The chart's content.
     *
     * @param grid expected figures, null until computed
     * @param selected trial numbers, in the order of their colours
     */
    public static Content content(
            StudySnapshot study,
            String algorithm,
            Dimension across,
            Dimension up,
            @Nullable ResponseGrid grid,
            List<Integer> selected,
            Locale locale) {
        GoalScale scale = GoalScale.of(study);
        List<Spot> spots = study.trials().stream()
                .filter(t -> t.algorithm().equals(algorithm) && inside(study, across, t) && inside(study, up, t))
                .map(t -> new Spot(
                        t.number(),
                        ParallelPicture.place(study, across, t),
                        ParallelPicture.place(study, up, t),
                        PictureWords.mark(t),
                        scale.share(t.mean()),
                        selected.indexOf(t.number())))
                .toList();
        return new Content(side(across, locale), side(up, locale), grid, spots);
    }

    private static Side side(Dimension dimension, Locale locale) {
        return new Side(
                PictureWords.parameter(dimension.name(), locale),
                ValueTicks.of(dimension, locale).stream()
                        .map(t -> new Tick(t.place(), t.words()))
                        .toList());
    }

    private static boolean inside(StudySnapshot study, Dimension dimension, Trial trial) {
        double place = ParallelPicture.place(study, dimension, trial);
        return place >= 0 && place <= 1;
    }

    /** The trial whose other settings the map uses: the chosen one, or the best so far, or the first. */
    public static Optional<Trial> base(StudySnapshot study, String algorithm) {
        double sign = study.spec().worth(1);
        Optional<Trial> found = study.choice()
                .filter(choice -> choice.trial() > 0)
                .map(choice -> study.trial(choice.trial()))
                .or(() -> study.bestNow().map(best -> study.trial(best.trial())))
                .filter(t -> t.algorithm().equals(algorithm));
        return found.or(() -> study.trials().stream()
                .filter(t -> t.algorithm().equals(algorithm) && t.finished())
                .max(Comparator.comparingDouble(t -> sign * t.mean())));
    }

    /** The settings at two positions in 0 … 1; the others as in a trial. */
    public static Map<String, String> settings(Trial base, Dimension across, double x, Dimension up, double y) {
        Map<String, String> settings = new LinkedHashMap<>(base.settings());
        settings.put(across.name(), across.at(x));
        settings.put(up.name(), up.at(y));
        return settings;
    }
}
