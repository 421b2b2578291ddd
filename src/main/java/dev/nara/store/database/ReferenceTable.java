package dev.nara.store.database;

import dev.nara.data.DataException;
import dev.nara.run.RunJson;
import dev.nara.store.folder.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Figures of references, see {@link dev.nara.store.reference.References}, each stored under a key of everything that determines them;
 * figures are added and never changed. Safe for use by several threads and processes.
 */
public final class ReferenceTable {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceTable.class);

    private final RunDatabase database;

    public ReferenceTable(RunDatabase database) {
        this.database = database;
    }

    /** Metrics on the deciding part and on the test part; equal if the test part decides. */
    public record Figures(Map<String, Double> validation, Map<String, Double> test) {}

    /** The figures stored under a key. */
    public Optional<Figures> find(String key) throws DataException {
        return database
                .query(
                        row -> read(key, row.getString(1), row.getObject(2)),
                        "SELECT figures, sum FROM reference_figures WHERE key = ?",
                        key)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Damaged figures count as missing, and are computed again. */
    private static Optional<Figures> read(String key, String figures, @Nullable Object sum) {
        try {
            Sums.check(sum, key, figures);
            return Optional.of(RunJson.read(figures, Figures.class));
        } catch (RuntimeException e) {
            LOG.warn("the figures of a reference are damaged", e);
            return Optional.empty();
        }
    }

    /** The keys of damaged figures. */
    public List<String> damaged() throws DataException {
        List<String> damaged = new ArrayList<>();
        database.query(
                row -> read(row.getString(1), row.getString(2), row.getObject(3))
                                .isPresent()
                        || damaged.add(row.getString(1)),
                "SELECT key, figures, sum FROM reference_figures");
        return damaged;
    }

    /** Deletes figures. */
    public void delete(String key) throws DataException {
        database.change(() -> {
            database.update("DELETE FROM reference_figures WHERE key = ?", key);
        });
    }

    /** Stores figures; another process may have stored the same in the meantime. Does nothing in a read-only workspace. */
    public void keep(String key, Figures figures) throws DataException {
        if (database.readOnly()) {
            return;
        }
        database.change(() -> {
            String json = RunJson.of(figures);
            database.update(
                    "INSERT OR REPLACE INTO reference_figures (key, figures, sum) VALUES (?, ?, ?)",
                    key,
                    json,
                    Sums.of(key, json));
        });
    }
}
