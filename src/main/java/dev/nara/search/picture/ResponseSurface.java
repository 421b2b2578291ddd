package dev.nara.search.picture;

import dev.nara.chart.ResponseGrid;
import dev.nara.search.sampler.Expectation;
import dev.nara.search.sampler.Expectation.Figure;
import dev.nara.search.sampler.Observation;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures expected by the sampler's Gaussian process over two parameters, the others as in a trial. */
public final class ResponseSurface {
    private static final int COLUMNS = 64;
    private static final int ROWS = 36;
    /** With fewer trials the result would mostly be the prior. */
    private static final int LEAST = 5;
    /** If figures are uncertain by more than this share of the scale, the model is called unsure. */
    private static final double UNSURE = .25;

    private ResponseSurface() {}

    /** Positions on the scale of figures; empty before there are enough trials. Takes up to a second. */
    public static Optional<ResponseGrid> of(StudySnapshot study, Trial base, Dimension across, Dimension up) {
        double sign = study.spec().worth(1);
        List<Observation> history = history(study, base.algorithm(), sign);
        GoalScale scale = GoalScale.of(study);
        if (history.size() < LEAST || !(Math.abs(scale.high() - scale.low()) > 0)) {
            return Optional.empty();
        }
        return Expectation.of(space(study, base.algorithm()), history)
                .map(expected -> grid(study, expected, scale, sign, base, across, up));
    }

    private static ResponseGrid grid(
            StudySnapshot study,
            Expectation expected,
            GoalScale scale,
            double sign,
            Trial base,
            Dimension across,
            Dimension up) {
        double[] shares = new double[COLUMNS * ROWS];
        boolean[] unsure = new boolean[COLUMNS * ROWS];
        double width = Math.abs(scale.high() - scale.low());
        StudyPart part = study.spec().part(base.algorithm());
        for (int cell = 0; cell < shares.length; cell++) {
            int row = cell / COLUMNS;
            double x = (cell % COLUMNS + .5) / COLUMNS;
            double y = (row + .5) / ROWS;
            Map<String, String> settings = part.with(MapPicture.settings(base, across, x, up, y));
            Figure figure = expected.of(settings);
            shares[cell] = scale.share(sign * figure.mean());
            unsure[cell] = figure.deviation() > UNSURE * width;
        }
        return new ResponseGrid(COLUMNS, shares, unsure);
    }

    private static Space space(StudySnapshot study, String algorithm) {
        Space space = study.spec().part(algorithm).space();
        List<Dimension> all = new ArrayList<>(space.dimensions());
        study.parts().stream()
                .filter(part -> part.algorithm().equals(algorithm))
                .flatMap(part -> part.space().dimensions().stream())
                .filter(d -> space.dimension(d.name()).isEmpty())
                .forEach(all::add);
        return new Space(all);
    }

    /** The observations as the sampler gets them, but without costs. */
    private static List<Observation> history(StudySnapshot study, String algorithm, double sign) {
        StudyPart part = study.spec().part(algorithm);
        return study.trials().stream()
                .filter(t -> t.algorithm().equals(algorithm) && !t.state().alive())
                .filter(t -> t.state().broken() || Double.isFinite(t.mean()))
                .map(t -> t.state().broken()
                        ? Observation.failed(part.with(t.settings()))
                        : Observation.done(part.with(t.settings()), sign * t.mean()))
                .toList();
    }
}
