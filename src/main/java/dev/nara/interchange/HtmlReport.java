package dev.nara.interchange;

import dev.nara.analysis.Gains;
import dev.nara.analysis.GroupGaps;
import dev.nara.analysis.ProtocolClaim;
import dev.nara.analysis.SettingsComparison;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.store.reference.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A run, or a comparison of several, as one HTML page to hand on: what was found, its picture, and how to repeat it. */
public final class HtmlReport {
    private HtmlReport() {}

    /** A run, what happened in it, what it is seen against, and how often its test part was looked at. */
    record Story(StoredRun run, List<RunEvent> events, List<Reference> references, int looks) {}

    /**
     * Writes the page of a run, whole or not at all.
     *
     * @param command trains the run again
     */
    static void write(Path file, Story story, String command, Services services, Locale locale)
            throws DataException, IOException {
        new RunReport(story, services.algorithms(), locale).page(command).write(file);
    }

    /** Writes the page of a comparison, whole or not at all. */
    public static void write(
            Path file, SettingsComparison comparison, Services services, RunStore store, Details details, Locale locale)
            throws DataException, IOException {
        new ComparisonReport(comparison, services, store, locale).page(details).write(file);
    }

    /** A user under the two settings of the verdict, by a name that may stand in a report. */
    public record Child(String name, double first, double second) {}

    /**
     * What a comparison found beside its verdicts.
     *
     * @param pair the numbers of the runs that the verdict is on; empty for the reference and the next
     * @param groups groups of users in which the two settings differ
     * @param gains who gains and who loses; empty where that is not known
     * @param children those who lost most first; empty for none
     * @param protocols a table of figures under several protocols, the first row its head; empty for none
     * @param claims what holds under which protocols
     */
    public record Details(
            List<Long> pair,
            List<GroupGaps.Gap> groups,
            Optional<Gains> gains,
            List<Child> children,
            List<List<String>> protocols,
            List<ProtocolClaim> claims) {
        /** Only groups. */
        public static Details of(List<GroupGaps.Gap> groups) {
            return new Details(List.of(), groups, Optional.empty(), List.of(), List.of(), List.of());
        }
    }
}
