package dev.nara.search.picture;

import dev.nara.chart.ParallelAxes;
import dev.nara.chart.ParallelAxes.Axis;
import dev.nara.chart.ParallelAxes.Part;
import dev.nara.data.DataException;
import dev.nara.search.space.Dimension;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySnapshot.PartNow;
import dev.nara.text.BareNumbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Describes the selection of a brush over parallel axes: the number of trials, and the search space narrowed to it. */
public final class BrushWords {
    private BrushWords() {}

    /** The number of trials within the brush, and the brushed ranges. */
    public static Text sentence(StudySnapshot study, String algorithm, ParallelAxes axes, Locale locale) {
        int all = axes.lines().size();
        if (axes.brush().isEmpty()) {
            return Text.of("study.brush.none", all);
        }
        long within = axes.lines().stream().filter(axes::within).count();
        List<String> brushed = new ArrayList<>();
        for (Axis axis : axes.axes()) {
            Part part = axes.brush().get(axis.id());
            if (part != null) {
                brushed.add(part(study, algorithm, axis, part, locale));
            }
        }
        return Text.of("study.brush", within, all, String.join(", ", brushed));
    }

    private static String part(StudySnapshot study, String algorithm, Axis axis, Part part, Locale locale) {
        return dimension(study, algorithm, axis.id())
                .map(d -> PictureWords.inSentence(d.name(), locale) + " " + values(d, part, locale))
                .orElseGet(() -> axis.name() + " " + BareNumbers.rounded(part.low(), 3) + " – "
                        + BareNumbers.rounded(part.high(), 3));
    }

    private static String values(Dimension dimension, Part part, Locale locale) {
        if (dimension instanceof Dimension.Range) {
            return PictureWords.value(dimension.name(), dimension.at(part.low()), locale) + " – "
                    + PictureWords.value(dimension.name(), dimension.at(part.high()), locale);
        }
        return chosen(dimension, part).stream()
                .map(v -> PictureWords.value(dimension.name(), v, locale))
                .collect(Collectors.joining(", "));
    }

    private static List<String> chosen(Dimension dimension, Part part) {
        return dimension.values().stream()
                .filter(v -> part.holds(dimension.place(v)))
                .toList();
    }

    private static Optional<Dimension> dimension(StudySnapshot study, String algorithm, String name) {
        return ParallelPicture.dimensions(study, algorithm).stream()
                .filter(d -> d.name().equals(name))
                .findFirst();
    }

    /**
     * The dimensions of the current space, narrowed to the brush; empty if it covers no varied parameter.
     *
     * @throws DataException if nothing is left of a dimension
     */
    public static List<Dimension> narrowed(StudySnapshot study, PartNow now, ParallelAxes axes) throws DataException {
        List<Dimension> narrowed = new ArrayList<>();
        for (Axis axis : axes.axes()) {
            Part part = axes.brush().get(axis.id());
            Optional<Dimension> wide = dimension(study, now.algorithm(), axis.id());
            Optional<Dimension> current = now.space().dimension(axis.id());
            if (part != null && wide.isPresent() && current.isPresent()) {
                narrowed.add(
                        current.get() instanceof Dimension.Range && wide.get() instanceof Dimension.Range
                                ? current.get()
                                        .narrowed(
                                                wide.get().at(part.low()),
                                                wide.get().at(part.high()))
                                : current.get().narrowed(chosen(wide.get(), part)));
            }
        }
        return narrowed;
    }
}
