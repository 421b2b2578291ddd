package dev.nara.ui.train;

import dev.nara.analysis.AgainstPrevious;
import dev.nara.analysis.AmongReferences;
import dev.nara.analysis.SettingsComparison;
import dev.nara.data.DataException;
import dev.nara.data.InputFile;
import dev.nara.run.RunEvent;
import dev.nara.spec.Algorithms;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.reference.Reference;
import dev.nara.store.reference.References;
import dev.nara.text.Numbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The details of a stored run, apart from its curves.
 *
 * @param run the run; null for none
 * @param elsewhere whether another program trained it when this was read
 * @param looks how often its test part was evaluated in the workspace
 * @param rows its settings and environment, first those in which the other run differs
 * @param other the title of the run that they are compared with: the previous one, or one with a star; "" for none
 * @param log the latest lines of its log
 * @param references the figures of cheap and strong algorithms on the same split, as far as they are known
 * @param against the comparison with the previous run; null for none
 * @param star the newest other run with a star; null for none
 */
record RunDetails(
        @Nullable StoredRun run,
        boolean elsewhere,
        int looks,
        List<Row> rows,
        String other,
        List<String> log,
        List<Reference> references,
        @Nullable AgainstPrevious against,
        @Nullable Star star) {
    private static final int LINES = 1000;

    /** No run. */
    static final RunDetails NONE = new RunDetails(null, false, 0, List.of(), "", List.of(), List.of(), null, null);

    /** A run with a star and its epochs. */
    record Star(StoredRun run, List<RunEvent.EpochDone> curve) {}

    /**
     * A named value.
     *
     * @param other the value of the other run, "" if it is the same
     */
    record Row(String name, String value, String other) {}

    /** Reads all details; not on the JavaFX thread. */
    static RunDetails read(RunStore store, References references, Algorithms algorithms, long id)
            throws DataException, IOException {
        List<StoredRun> all = store.list();
        StoredRun run = all.stream().filter(r -> r.id() == id).findFirst().orElse(null);
        if (run == null) {
            return NONE;
        }
        Optional<StoredRun> star =
                all.stream().filter(r -> r.label().star() && r.id() != id).findFirst();
        Optional<AgainstPrevious> against = AgainstPrevious.of(store, algorithms, run, all);
        Optional<StoredRun> held = against.map(AgainstPrevious::previous).or(() -> star);
        List<Row> rows = rows(store, run, held);
        return new RunDetails(
                run,
                store.owners().elsewhere(run),
                store.looks().count(run.spec()),
                // Differences come first, as they matter most.
                rows.stream()
                        .filter(r -> !r.value().isEmpty() || !r.other().isEmpty())
                        .sorted(Comparator.comparing(r -> r.other().isEmpty()))
                        .toList(),
                held.map(StoredRun::title).orElse(""),
                log(store.files().log(id)),
                references.of(run),
                against.orElse(null),
                star(store, star));
    }

    private static List<Row> rows(RunStore store, StoredRun run, Optional<StoredRun> held)
            throws DataException, IOException {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("created", run.when() + " UTC", ""));
        Map<String, String> others =
                held.map(r -> SettingsComparison.settings(r.spec())).orElse(Map.of());
        SettingsComparison.settings(run.spec()).forEach((name, value) -> {
            String other = others.getOrDefault(name, value);
            rows.add(new Row(name, value, other.equals(value) ? "" : other.isEmpty() ? "–" : other));
        });
        rows.add(new Row("fingerprint", run.spec().fingerprint(), ""));
        rows.add(new Row("program", run.environment().program(), ""));
        rows.add(new Row("java", run.environment().java(), ""));
        rows.add(new Row("system", run.environment().system(), ""));
        rows.add(new Row("cpu", run.environment().cpu(), ""));
        if (run.state().ended()) {
            rows.add(new Row("bytes", Numbers.grouped(Math.max(1, store.files().size(run.id()) >> 20)) + " MB", ""));
        }
        return rows;
    }

    private static @Nullable Star star(RunStore store, Optional<StoredRun> run) throws DataException {
        return run.isEmpty()
                ? null
                : new Star(run.get(), RunEvent.epochs(store.events(run.get().id())));
    }

    /** Whether the comparison with the previous run may be outdated. */
    boolean outdated(List<StoredRun> before, List<StoredRun> now) {
        return against != null && !against.basis(before).equals(against.basis(now));
    }

    /** The run's rank among the references as text; "" if there is none. */
    String standing(Locale locale) {
        return run == null
                ? ""
                : AmongReferences.of(run, references)
                        .map(among -> among.in(locale))
                        .orElse("");
    }

    private static List<String> log(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> lines = new String(InputFile.keptBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }
}
