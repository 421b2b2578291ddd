package dev.nara.interchange;

import dev.nara.analysis.SettingsComparison;
import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.text.RoleWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Writes a run, or a comparison of several, as one HTML page: results, pictures, and how to repeat it. */
public final class HtmlReport {
    private HtmlReport() {}

    /**
     * Writes the page of a run, completely or not at all.
     *
     * @param command that trains the run again
     */
    static void write(Path file, RunStory story, String command, Services services, Locale locale)
            throws DataException, IOException {
        Locale words = RoleWords.of(story.run().spec().format()).in(locale);
        new RunReport(story, services.algorithms(), words).page(command).write(file);
    }

    /** Writes the page of a comparison, completely or not at all. */
    public static void write(
            Path file,
            SettingsComparison comparison,
            Services services,
            RunStore store,
            ReportDetails details,
            Locale locale)
            throws DataException, IOException {
        String format = comparison.contenders().get(0).runs().get(0).spec().format();
        Locale words = RoleWords.of(format).in(locale);
        new ComparisonReport(comparison, services, store, words).page(details).write(file);
    }
}
