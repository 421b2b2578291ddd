package dev.nara;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.archive.RunArchive;
import dev.nara.store.entry.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("process")
class WarmStartTest {
    private static final Map<String, String> SMALL = Map.of(
            "gmf_dimension",
            "8",
            "mlp_user_dimension",
            "8",
            "mlp_item_dimension",
            "8",
            "layers",
            "8",
            "batch_size",
            "1024");

    @TempDir
    private Path folder;

    private Services services;
    private RunStore store;
    private Prepared data;

    @BeforeEach
    void open() throws DataException {
        services = TestServices.on(folder);
        store = RunStore.open(services.workspace());
        data = services.open(services.sample(), Recipe.USUAL, Progress.NONE);
    }

    @AfterEach
    void close() throws DataException {
        store.close();
    }

    private void train(String algorithm, int epochs, Map<String, String> further) throws DataException {
        Map<String, String> values = new HashMap<>(SMALL);
        if (algorithm.equals("gmf")) {
            values.keySet().removeIf(name -> name.startsWith("mlp") || name.equals("layers"));
        } else if (algorithm.equals("mlp")) {
            values.remove("gmf_dimension");
        }
        values.putAll(further);
        TestServices.train(services, store, data, algorithm, values, epochs, 1);
    }

    private List<RunEvent.EpochDone> epochs(long run) throws DataException {
        return RunEvent.epochs(store.events(run));
    }

    @Test
    void aTrainingBeginsWhereAnotherEnded() throws DataException {
        train("neumf", 3, Map.of());
        train("neumf", 1, Map.of("start_from", "1", "learning_rate", "0.0000001"));
        double best = store.find("1").best().orElseThrow().metrics().get("Score");
        assertEquals(best, epochs(2).get(0).metrics().get("Score"), 0.002);
        assertTrue(epochs(2).get(0).loss() < epochs(1).get(0).loss());
    }

    @Test
    void aRunThatBeganWithAnothersWeightsIsCarriedWithThem() throws Exception {
        train("gmf", 1, Map.of());
        train("gmf", 2, Map.of("start_from", "1"));
        Path file = folder.resolve("run.zip");
        RunArchive.export(store, store.find("2"), file);
        try (RunStore other = RunStore.open(folder.resolve("elsewhere"))) {
            StoredRun carried = other.find(Long.toString(RunArchive.read(other, file)));
            assertEquals(store.find("2").spec(), carried.spec());
            assertEquals(store.find("2").best(), carried.best());
            assertTrue(Files.exists(other.files().folder(carried.id()).resolve("start-1.safetensors")));
        }
    }

    @Test
    void halvesThatWereTrainedApartAreJoined() throws DataException {
        train("gmf", 3, Map.of());
        train("mlp", 3, Map.of());
        train("neumf", 2, Map.of("start_from", "1,2", "pretrain_epochs", "5"));
        assertEquals(
                List.of("train", "train"),
                epochs(3).stream().map(RunEvent.EpochDone::phase).toList(),
                "nothing is pretrained again");
        assertTrue(epochs(3).get(0).loss() < epochs(1).get(0).loss());
        assertTrue(epochs(3).get(0).health().get("update.mlp_item") > 0);
        assertEquals(0.001, epochs(3).get(0).health().get("rate"), 1e-6);
    }

    @Test
    void whatDoesNotFitIsRefused() throws DataException {
        train("gmf", 1, Map.of());
        assertThrows(DataException.class, () -> train("gmf", 1, Map.of("start_from", "7")));
        RunSpec same = store.find("1").spec();
        RunSpec otherSplit = RunSpec.draft()
                .data(same.data())
                .format(same.format())
                .fingerprint(same.fingerprint())
                .split("random:0.8")
                .candidates("all")
                .algorithm("gmf")
                .values(Map.of("start_from", "1"))
                .epochs(1)
                .engine("vector")
                .device("cpu")
                .metrics(same.metrics())
                .recipe(same.recipe())
                .spec();
        assertThrows(DataException.class, () -> store.create(otherSplit));
        assertEquals(1, store.list().size(), "a run that cannot begin is not there");
        train("gmf", 1, Map.of("start_from", "1", "gmf_dimension", "9"));
        assertEquals(RunState.FAILED, store.find("2").state());
    }
}
