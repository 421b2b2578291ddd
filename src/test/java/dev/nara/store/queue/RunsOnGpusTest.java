package dev.nara.store.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.TwoGpus;
import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.GpuShare;
import dev.nara.algorithm.NamedGpu;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.run.RunListener;
import dev.nara.run.RunState;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.SharedGpus;
import dev.nara.store.entry.StoredRun;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A queue on a machine that says it has two GPUs. */
@Tag("process")
class RunsOnGpusTest {
    /** The devices that trainings began on, and "waits" for what found none. */
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private final CountDownLatch goOn = new CountDownLatch(1);
    /** Whether another program leaves too little of the GPUs. */
    private volatile boolean full;

    private Services services(Path folder) {
        return TwoGpus.in(
                TestServices.on(folder),
                device -> {
                    heard.add(device);
                    assertTrue(goOn.await(300, TimeUnit.SECONDS));
                },
                () -> full);
    }

    private QueueWatcher watcher() {
        return new QueueWatcher() {
            @Override
            public RunListener begins(StoredRun run, PreparedRun preparedRun) {
                return event -> {};
            }

            @Override
            public void stopped(StoredRun run) {}

            @Override
            public void waits(StoredRun run) {
                heard.add("waits");
            }

            @Override
            public void failed(StoredRun run, DataException problem) {
                heard.add(problem.getMessage());
            }

            @Override
            public void changed() {}
        };
    }

    private static RunSpec spec(Services services, Prepared data, String device) throws DataException {
        RunSpec spec = RunSpec.draft()
                .data(data.dataset().path().toString())
                .format(data.dataset().format())
                .fingerprint(data.dataset().fingerprint())
                .split("leave-one-out")
                .candidates("all")
                .algorithm("gmf")
                .epochs(1)
                .engine("two")
                .device(device)
                .metrics("HR@10")
                .recipe(data.recipe())
                .spec();
        return services.prepare(spec, data.dataset()).spec();
    }

    private static Prepared data(Services services, Path folder) throws DataException, IOException {
        StringBuilder rows = new StringBuilder();
        for (int n = 0; n < 400; n++) {
            rows.append(n % 20)
                    .append('\t')
                    .append(n * 7 % 31)
                    .append("\t5\t")
                    .append(n)
                    .append('\n');
        }
        return services.open(Files.writeString(folder.resolve("u.data"), rows.toString()), Recipe.USUAL, Progress.NONE);
    }

    @Test
    @Timeout(300)
    void runsTakeAGpuEachAndWaitWhereNoneIsFree(@TempDir Path folder) throws Exception {
        Services services = services(folder);
        Prepared data = data(services, folder);
        ExecutorService training = Executors.newCachedThreadPool();
        try (RunStore store = services.store(folder)) {
            RunQueue queue = new RunQueue(services, store, training, watcher());
            queue.parallelRuns(4);
            full = true;
            queue.add(spec(services, data, "auto"), "");
            String message = heard.take();
            assertTrue(message.contains("only 6.0 of 80.0 GB are free"), message);
            full = false;
            for (String device : List.of("auto", "auto", "auto", "cpu")) {
                queue.add(spec(services, data, device), "");
            }
            Set<String> begun = new HashSet<>();
            for (int n = 0; n < 4; n++) {
                begun.add(heard.take());
            }
            assertEquals(Set.of("gpu0", "gpu1", "cpu", "waits"), begun);
            goOn.countDown();
            assertTrue(Set.of("gpu0", "gpu1").contains(heard.take()), "when one of them was free");
            training.shutdown();
            assertTrue(training.awaitTermination(300, TimeUnit.SECONDS));
            for (StoredRun run : store.list()) {
                assertEquals(run.id() == 1 ? RunState.INTERRUPTED : RunState.FINISHED, run.state());
            }
            assertEquals("auto", store.find("2").spec().device());
            assertEquals(0, heard.size());
        } finally {
            training.shutdownNow();
        }
    }

    /** Whoever has the GPUs, another program or one that makes lists: who waits for them keeps nobody else waiting. */
    @Test
    @Timeout(300)
    void runsOfTheProcessorGoOnWhileOthersWaitForAGpu(@TempDir Path folder) throws Exception {
        Services services = services(folder);
        Prepared data = data(services, folder);
        ExecutorService training = Executors.newCachedThreadPool();
        goOn.countDown();
        try (RunStore store = services.store(folder)) {
            RunQueue queue = new RunQueue(services, store, training, watcher());
            queue.parallelRuns(2);
            SharedGpus others = new SharedGpus(store.workspace());
            List<NamedGpu> both = List.of(new NamedGpu("gpu0", "gpu0"), new NamedGpu("gpu1", "gpu1"));
            GpuShare.Turn first = others.take(both).orElseThrow();
            GpuShare.Turn second = others.take(both).orElseThrow();
            assertEquals(List.of("gpu0", "gpu1"), List.of(first.gpu(), second.gpu()));
            queue.add(spec(services, data, "auto"), "");
            assertEquals("waits", heard.take());
            queue.add(spec(services, data, "gpu1"), "");
            queue.add(spec(services, data, "cpu"), "");
            assertEquals("cpu", heard.take());
            assertEquals(
                    List.of(2L), queue.waiting().stream().map(StoredRun::id).toList(), "in its order");
            assertEquals(RunState.QUEUED, store.find("1").state());
            first.close();
            assertEquals(Set.of("gpu0", "waits"), Set.copyOf(List.of(heard.take(), heard.take())), "in any order");
            second.close();
            assertEquals("gpu1", heard.take());
            training.shutdown();
            assertTrue(training.awaitTermination(300, TimeUnit.SECONDS));
            assertTrue(store.list().stream().allMatch(run -> run.state() == RunState.FINISHED));
            assertEquals(0, heard.size());
        } finally {
            training.shutdownNow();
        }
    }

    /** One looks for its run while another, which it would be behind, is stopped. */
    @Test
    @Timeout(300)
    void whoWaitedForAGpuAndIsStoppedLeavesNobodyBehind(@TempDir Path folder) throws Exception {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        AtomicBoolean held = new AtomicBoolean();
        Services services = askedFirst(services(folder), () -> {
            if (held.getAndSet(false)) {
                looking.countDown();
                assertTrue(looked.await(300, TimeUnit.SECONDS));
            }
            return true;
        });
        Prepared data = data(services, folder);
        ExecutorService training = Executors.newCachedThreadPool();
        goOn.countDown();
        try (RunStore store = services.store(folder)) {
            RunQueue queue = new RunQueue(
                    services,
                    store,
                    work -> training.execute(() -> {
                        work.run();
                        heard.add("ends");
                    }),
                    watcher());
            SharedGpus others = new SharedGpus(store.workspace());
            List<NamedGpu> one = List.of(new NamedGpu("gpu0", "gpu0"));
            try (GpuShare.Turn taken = others.take(one).orElseThrow()) {
                assertEquals("gpu0", taken.gpu());
                long first = queue.add(spec(services, data, "gpu0"), "");
                assertEquals("waits", heard.take());
                RunSpec behind = spec(services, data, "gpu0");
                held.set(true);
                queue.add(behind, "");
                assertTrue(looking.await(300, TimeUnit.SECONDS));
                queue.stop(first);
                assertEquals("ends", heard.take());
                looked.countDown();
                assertEquals("waits", heard.take(), "the second has its turn");
            }
            assertEquals("gpu0", heard.take());
            assertEquals("ends", heard.take());
            assertEquals(RunState.FINISHED, store.find("2").state());
        } finally {
            training.shutdownNow();
        }
    }

    /** The same services, whose GMF does something before it says which GPUs it takes. */
    private static Services askedFirst(Services real, Callable<?> first) throws DataException {
        Algorithm gmf = real.algorithms().algorithm("gmf");
        Algorithm asked = (Algorithm) Proxy.newProxyInstance(
                Algorithm.class.getClassLoader(), new Class<?>[] {Algorithm.class}, (proxy, call, given) -> {
                    if (call.getName().equals("sharing")) {
                        return proxy;
                    }
                    if (call.getName().equals("gpus")) {
                        first.call();
                    }
                    return call.invoke(gmf, given);
                });
        return new Services(
                real.datasets(), real.algorithms().with(asked), real.sample(), real.workspace(), real.artefacts());
    }
}
