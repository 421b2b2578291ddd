package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.GroupsOfTaste;
import dev.nara.TestServices;
import dev.nara.TwoGpus;
import dev.nara.algorithm.GpuShare;
import dev.nara.algorithm.NamedGpu;
import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.SharedGpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Baselines on a machine that says it has two GPUs, one of which others have. */
@Tag("process")
class BaselinesOnGpusTest extends CommandLineTest {
    private final List<String> devices = new ArrayList<>();

    @Override
    public Services services() {
        return TwoGpus.in(TestServices.on(folder), this::begins, () -> false);
    }

    /** What others get now. */
    private Optional<GpuShare.Turn> others() {
        return new SharedGpus(folder.resolve("workspace"))
                .take(List.of(new NamedGpu("gpu0", "gpu0"), new NamedGpu("gpu1", "gpu1")));
    }

    /** Once it trains, nobody else has its GPU. */
    private void begins(String device) {
        devices.add(device);
        devices.add(others().isPresent() ? "free" : "taken");
    }

    @Test
    void aBaselineHasItsGpuAlone() throws IOException, DataException {
        Path data = GroupsOfTaste.write(folder.resolve("u.data"));
        Files.createDirectories(folder.resolve("workspace"));
        try (GpuShare.Turn first = others().orElseThrow()) {
            assertEquals("gpu0", first.gpu());
            assertEquals(0, nara("baselines", "--algorithms", "gmf", "--epochs", "1", "--data", data.toString()), err);
        }
        assertEquals(List.of("gpu1", "taken"), devices);
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            assertEquals("auto", store.find("1").spec().device(), "as it would be trained again");
        }
    }
}
