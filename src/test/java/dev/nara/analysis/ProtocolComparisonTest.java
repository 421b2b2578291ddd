package dev.nara.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two rules on the sample, of which one is better whatever the protocol. */
class ProtocolComparisonTest {
    @TempDir
    private static Path folder;

    @Test
    void everyRunHasAFigureUnderEveryProtocol() throws Exception {
        Services services = TestServices.on(folder);
        Prepared data = services.open(services.sample(), Recipe.USUAL, Progress.NONE);
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            TestServices.train(services, store, data, "popularity", Map.of(), 1, 1);
            TestServices.train(services, store, data, "item-knn", Map.of(), 1, 1);
            List<StoredRun> runs = List.of(store.find("1"), store.find("2"));
            ProtocolComparison comparison =
                    ProtocolComparison.of(services, store, runs, "HR@25", run -> data, (done, total) -> {});

            ProtocolComparison.Row first = comparison.rows().get(0);
            assertEquals(
                    runs.stream().map(run -> RunFigures.reported(run, "HR@25")).toList(),
                    first.figures(),
                    "the first protocol is that of the runs");
            assertTrue(Double.isNaN(first.tau()));
            assertTrue(comparison.rows().size() > 4);
            for (ProtocolComparison.Row row :
                    comparison.rows().subList(1, comparison.rows().size())) {
                assertEquals(2, row.figures().size());
                assertEquals(8, row.byLength().get(1).size());
                assertEquals(
                        row.sampled() && !row.protocol().startsWith("given"),
                        !Double.isNaN(row.deviations().get(0)),
                        row.protocol());
            }
            assertEquals(1, comparison.claims().size());
            assertEquals(List.of("sampled:99"), comparison.claims().get(0).reversed());
        }
    }
}
