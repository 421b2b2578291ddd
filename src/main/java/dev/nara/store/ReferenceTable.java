package dev.nara.store;

import dev.nara.data.DataException;
import dev.nara.run.RunJson;
import java.util.Map;
import java.util.Optional;

/**
 * Figures of references, see {@link dev.nara.store.reference.References}, each under all that decides them; figures are added and
 * never changed. Safe for many threads and processes.
 */
public final class ReferenceTable {
    private final RunDatabase database;

    ReferenceTable(RunDatabase database) {
        this.database = database;
    }

    /** Metrics on the part that decides and on the test part; the same where the test part decides. */
    public record Figures(Map<String, Double> validation, Map<String, Double> test) {}

    /** What is known under that key. */
    public Optional<Figures> find(String key) throws DataException {
        return database.texts("SELECT figures FROM reference_figures WHERE key = ?", key).stream()
                .findFirst()
                .map(json -> RunJson.read(json, Figures.class));
    }

    /** Keeps figures; another program may have kept the same meanwhile. Not in a workspace that can only be read. */
    public void keep(String key, Figures figures) throws DataException {
        if (database.readOnly()) {
            return;
        }
        database.change(() -> {
            database.update(
                    "INSERT OR IGNORE INTO reference_figures (key, figures) VALUES (?, ?)", key, RunJson.of(figures));
        });
    }
}
