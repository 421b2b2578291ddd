package dev.nara.interchange;

import dev.nara.chart.ChartImage;
import dev.nara.chart.LearningCurves;
import dev.nara.chart.Palette;
import dev.nara.data.AtomicFile;
import dev.nara.run.RunEvent;
import dev.nara.store.entry.RunArtefact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes the curves of a run as a picture and as a table, next to its weights. */
public final class CurveFiles implements RunArtefact {
    private final Locale locale;

    /** With texts of the picture in that language. */
    public CurveFiles(Locale locale) {
        this.locale = locale;
    }

    @Override
    public void write(Path folder, List<RunEvent> events) throws IOException {
        LearningCurves curves = new LearningCurves(Palette.light(), locale);
        curves.add(events);
        byte[] picture = ChartImage.png(curves.chart(), 900, 600);
        AtomicFile.write(folder.resolve("curves.png"), out -> out.write(picture));
        byte[] table = CsvFile.curves(events).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(folder.resolve("curves.csv"), out -> out.write(table));
    }
}
