package dev.nara.chart;

import java.awt.Color;

/** The colours of the lines of runs. */
public record CurveColours(Palette palette) {
    /** The colour of a run's lines: grey in the background, else by index. */
    public Color of(DrawnRun run) {
        return run.kind().ghost()
                ? palette.faint()
                : palette.series().get(run.colour() % palette.series().size());
    }

    /** The colour of secondary information. */
    public Color muted() {
        return StudyColours.of(palette).muted();
    }

    /** The colour of models that do not learn by epochs. */
    Color baseline() {
        return palette.series().get(4);
    }
}
