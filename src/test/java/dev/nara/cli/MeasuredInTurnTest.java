package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.GroupsOfTaste;
import dev.nara.TestServices;
import dev.nara.TwoGpus;
import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Engine;
import dev.nara.algorithm.GpuShare;
import dev.nara.algorithm.NamedGpu;
import dev.nara.algorithm.TrainingInput;
import dev.nara.data.DataException;
import dev.nara.spec.Algorithms;
import dev.nara.store.Services;
import dev.nara.store.SharedGpus;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Commands whose engine is chosen by measuring it on one of two GPUs, in another workspace than the usual one. */
@Tag("process")
class MeasuredInTurnTest extends CommandLineTest {
    private static final List<NamedGpu> BOTH = List.of(new NamedGpu("gpu0", "gpu0"), new NamedGpu("gpu1", "gpu1"));

    /** The GPUs that engines were measured on, "none" where others had both. */
    private final List<String> measured = new ArrayList<>();

    private String data = "";

    @BeforeEach
    void writeData() throws IOException {
        data = GroupsOfTaste.write(folder.resolve("u.data")).toString();
    }

    @Override
    public Services services() {
        Services two = TwoGpus.in(TestServices.on(folder), device -> {}, () -> false);
        try {
            Algorithms all = two.algorithms().with(measuring(two.algorithms().algorithm("gmf"), GpuShare.ALONE));
            return new Services(two.datasets(), all, two.sample(), two.workspace(), two.artefacts());
        } catch (DataException e) {
            throw new IllegalStateException(e);
        }
    }

    private Algorithm measuring(Algorithm real, GpuShare share) {
        return (Algorithm) Proxy.newProxyInstance(
                Algorithm.class.getClassLoader(), new Class<?>[] {Algorithm.class}, (proxy, call, given) -> {
                    if (call.getName().equals("sharing")) {
                        return measuring(real, (GpuShare) given[0]);
                    }
                    if (call.getName().equals("engine")
                            && ((TrainingInput) given[0]).engine().equals(Engine.AUTO)) {
                        measured.add(
                                share.take(BOTH).map(MeasuredInTurnTest::used).orElse("none"));
                    }
                    return call.invoke(real, given);
                });
    }

    private static String used(GpuShare.Turn turn) {
        turn.close();
        return turn.gpu();
    }

    private void trains(String command, String... more) {
        List<String> line = new ArrayList<>(List.of(command, "--epochs", "1", "--data", data));
        line.addAll(List.of("--workspace", folder.resolve("other").toString()));
        line.addAll(List.of(more));
        assertEquals(0, nara(line.toArray(String[]::new)), err);
    }

    /** Those of the usual workspace are nobody's concern there; before the first run there is nobody else. */
    @Test
    void whoComputesInTheSameWorkspaceCounts() throws IOException {
        Path usual = Files.createDirectories(folder.resolve("workspace"));
        SharedGpus there = new SharedGpus(folder.resolve("other"));
        try (GpuShare.Turn first = new SharedGpus(usual).take(BOTH).orElseThrow()) {
            assertEquals("gpu0", first.gpu());
            trains("train", "--algorithm", "gmf");
            assertEquals(List.of("gpu0"), measured);
        }
        try (GpuShare.Turn first = there.take(BOTH).orElseThrow()) {
            assertEquals("gpu0", first.gpu());
            trains("train", "--algorithm", "gmf");
            trains("baselines", "--algorithms", "gmf");
            assertEquals(List.of("gpu0", "gpu1", "gpu1"), measured);
        }
    }

    @Test
    void everySeedTrainsByTheEngineThatWasChosenForTheFirst() {
        trains("train", "--algorithm", "gmf", "--repeat", "3");
        assertEquals(List.of("gpu0"), measured);
    }
}
