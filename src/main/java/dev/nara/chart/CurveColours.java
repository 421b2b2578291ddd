package dev.nara.chart;

import java.awt.Color;

/** The colours of the lines of runs. */
public record CurveColours(Palette palette) {
    /** Of a run's lines: grey behind the others, else that of its place. */
    public Color of(DrawnRun run) {
        return run.kind().ghost()
                ? palette.faint()
                : palette.series().get(run.colour() % palette.series().size());
    }

    /** What is told beside the main thing. */
    public Color muted() {
        return StudyColours.of(palette).muted();
    }

    /** Of what learns nothing from epoch to epoch. */
    Color baseline() {
        return palette.series().get(4);
    }
}
