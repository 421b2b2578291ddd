package dev.nara;

import dev.nara.bench.Bench;
import dev.nara.run.Workbench;
import dev.nara.settings.Home;
import java.nio.file.Path;

/** The program's own workbench for tests, on another workspace. */
public final class TestWorkbench {
    private TestWorkbench() {}

    /** All that the program has; engines are unpacked once for all tests. */
    public static Workbench on(Path workspace) {
        Workbench real = Wiring.workbench(Home.ofEnvironment());
        return new Workbench(
                real.datasets(), real.splits(), real.catalogue(), real.sample(), workspace.resolve("workspace"));
    }

    /** The program's own benchmark. */
    public static Bench bench() {
        return Wiring.bench(Home.ofEnvironment());
    }
}
