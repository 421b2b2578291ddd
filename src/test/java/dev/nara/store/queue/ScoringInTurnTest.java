package dev.nara.store.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.algorithm.DeviceFull;
import dev.nara.algorithm.GpuShare;
import dev.nara.algorithm.NamedGpu;
import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.eval.Ties;
import dev.nara.eval.TopLists;
import dev.nara.neumf.CatalogueParts;
import dev.nara.neumf.CatalogueScorer;
import dev.nara.neumf.EngineSpeeds;
import dev.nara.neumf.NeuMf;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.OneGpu;
import dev.nara.neumf.StepSettings;
import dev.nara.neumf.TrainingStep;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.run.RunState;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.SharedGpus;
import dev.nara.vector.VectorEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of runs on a machine that says it has a GPU, which others of the workspace use in their turn. */
class ScoringInTurnTest {
    private static final int USERS = 120;

    @TempDir
    private Path folder;

    private final AtomicInteger placed = new AtomicInteger();

    /** Trains on the processor; its GPU, where models are placed, has never room for them, so that the processor scores. */
    private final class Full extends OneGpu {
        private final VectorEngine processor = new VectorEngine(1);

        @Override
        public Optional<Function<CatalogueParts, CatalogueScorer>> scoring(String device) {
            return Optional.of(parts -> {
                placed.incrementAndGet();
                throw new DeviceFull(new IllegalStateException());
            });
        }

        @Override
        public TrainingStep open(NeuMfWeights weights, StepSettings settings) {
            return processor.open(weights, settings);
        }
    }

    private Services services() {
        Services real = TestServices.on(folder);
        NeuMf gmf = NeuMf.gmf(EngineSpeeds.unmeasured(List.of(new Full())), VectorEngine.arithmetic());
        return new Services(
                real.datasets(), real.algorithms().with(gmf), real.sample(), real.workspace(), real.artefacts());
    }

    private Prepared data(Services services) throws DataException, IOException {
        StringBuilder rows = new StringBuilder();
        for (int n = 0; n < 6 * USERS; n++) {
            rows.append("%d\t%d\t5\t%d\n".formatted(n % USERS, n * 7 % 31, n));
        }
        return services.open(Files.writeString(folder.resolve("u.data"), rows.toString()), Recipe.USUAL, Progress.NONE);
    }

    /** How often models are placed on the GPU to make the lists of all users. */
    private int placedFor(Recommender model) {
        int before = placed.get();
        new TopLists(model, 3, user -> new int[0], Ties.BY_INDEX)
                .rank(IntStream.range(0, USERS).toArray(), (n, items, scores) -> assertEquals(3, items.length));
        return placed.get() - before;
    }

    @Test
    void aModelIsOnTheGpuOnlyWhenNobodyElseIs() throws DataException, IOException {
        Services services = services();
        Prepared data = data(services);
        PreparedRun prepared = services.prepare(
                RunSpec.draft()
                        .on(data)
                        .split("leave-one-out")
                        .algorithm("gmf")
                        .engine("gpus")
                        .epochs(1)
                        .spec(),
                data.dataset());
        List<Recommender> models = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void event(RunEvent event) {}

            @Override
            public void model(Evaluated evaluated) {
                models.add(evaluated.recommender());
            }
        };
        try (RunStore store = services.store(services.workspace())) {
            long run = store.create(prepared.spec(), RunState.QUEUED, "");
            GpuPlace place = GpuPlace.take(store, "1", prepared.gpus(), new RunControl(), ahead -> {});
            store.runner(run, place.of(prepared), listener, new RunControl()).run();
            Recommender trained = models.get(0);
            Recommender again = services.reopen(store, store.find("1"), data).recommender();
            assertTrue(placedFor(trained) > 0, "the GPU is its own run's");
            assertEquals(0, placedFor(again), "it is not this one's");
            place.close();
            GpuShare others = new SharedGpus(store.workspace());
            try (GpuShare.Turn taken =
                    others.take(List.of(new NamedGpu("gpu0", "gpu0"))).orElseThrow()) {
                assertEquals("gpu0", taken.gpu());
                assertEquals(0, placedFor(trained));
                assertEquals(0, placedFor(again));
            }
            assertTrue(placedFor(trained) > 0);
            assertTrue(placedFor(again) > 0);
            assertTrue(others.take(List.of(new NamedGpu("gpu0", "gpu0"))).isPresent(), "given back");
        }
    }
}
