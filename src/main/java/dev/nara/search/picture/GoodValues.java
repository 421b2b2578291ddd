package dev.nara.search.picture;

import dev.nara.search.space.Dimension;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySnapshot.Share;
import dev.nara.search.study.Trial;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Describes where the best trials are along each parameter, for parameters that mattered and those that did not. */
public final class GoodValues {
    private static final int TENTH = 10;
    private static final int LEAST = 5;

    private GoodValues() {}

    /** One line per parameter that mattered, the most important first, with the values of the best tenth. */
    public static List<String> mattered(StudySnapshot study, String algorithm, Locale locale) {
        return lines(study, algorithm, true, locale);
    }

    /** One line per parameter that did not matter. */
    public static List<String> others(StudySnapshot study, String algorithm, Locale locale) {
        return lines(study, algorithm, false, locale);
    }

    private static List<String> lines(StudySnapshot study, String algorithm, boolean mattered, Locale locale) {
        List<Share> shares = study.importance().getOrDefault(algorithm, List.of()).stream()
                .filter(s -> Double.isFinite(s.share()) && OutcomePictures.mattered(s) == mattered)
                .sorted(Comparator.comparingDouble((Share s) -> -s.share()))
                .toList();
        List<Trial> best = best(study, algorithm);
        List<String> lines = new ArrayList<>();
        for (Share share : shares) {
            String name = PictureWords.parameter(share.name(), locale);
            String values = ParallelPicture.dimensions(study, algorithm).stream()
                    .filter(d -> d.name().equals(share.name()))
                    .map(d -> values(d, best, locale))
                    .findFirst()
                    .orElse("");
            lines.add(mattered ? line(name, share, values).in(locale) : unimportant(name, values, locale));
        }
        return lines;
    }

    private static Text line(String name, Share share, String values) {
        long percent = Math.round(100 * share.share());
        long half = Math.round(50 * (share.high() - share.low()));
        return values.isEmpty()
                ? Text.of("study.mattered.share", name, percent, half)
                : Text.of("study.mattered", name, percent, half, values);
    }

    private static String unimportant(String name, String values, Locale locale) {
        return values.isEmpty()
                ? name
                : Text.of("study.mattered.not", name, values).in(locale);
    }

    /** The best tenth of the finished trials within the limits, with a minimum number. */
    private static List<Trial> best(StudySnapshot study, String algorithm) {
        double sign = study.spec().worth(1);
        List<Trial> finished = study.trials().stream()
                .filter(t -> t.algorithm().equals(algorithm) && t.finished() && t.withinLimits())
                .sorted(Comparator.comparingDouble(t -> -sign * t.mean()))
                .toList();
        return finished.subList(0, Math.min(finished.size(), Math.max(LEAST, finished.size() / TENTH)));
    }

    private static String values(Dimension dimension, List<Trial> best, Locale locale) {
        List<String> values = best.stream()
                .map(t -> t.settings().get(dimension.name()))
                .filter(Objects::nonNull)
                .filter(v -> !Double.isNaN(dimension.place(v)))
                .sorted(Comparator.comparingDouble(dimension::place))
                .toList();
        if (values.isEmpty()) {
            return "";
        }
        if (dimension instanceof Dimension.Choice) {
            return String.join(
                    ", ",
                    values.stream()
                            .distinct()
                            .map(v -> PictureWords.value(dimension.name(), v, locale))
                            .toList());
        }
        String low = PictureWords.value(dimension.name(), values.get(0), locale);
        String high = PictureWords.value(dimension.name(), values.get(values.size() - 1), locale);
        return low.equals(high) ? low : Text.of("study.range", low, high).in(locale);
    }
}
