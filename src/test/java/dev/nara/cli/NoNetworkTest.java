package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nara.EveryCommand;
import dev.nara.Main;
import dev.nara.data.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the system sees of sockets while commands of every kind and the window work. Java makes sockets when it loads its network
 * library, to see which kinds there are, and closes them unconnected; nothing may be connected, bound or sent to another machine.
 * And under a umask that hides nothing, all that they write is their owner's alone.
 */
@Tag("process")
class NoNetworkTest {
    private static final List<String> STRACE =
            List.of("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=connect,bind,sendto,sendmsg,sendmmsg", "-o");

    private static final List<String> OWN =
            List.of("trace.txt", "said.txt", "data.csv", "log.sql", "recipe.json", "space.json");

    @TempDir
    private Path home;

    private Path trace;

    @BeforeEach
    void onlyWhereAProgramCanBeWatched() throws Exception {
        trace = home.resolve("trace.txt");
        List<String> probe = new ArrayList<>(STRACE);
        probe.addAll(List.of(trace.toString(), "true"));
        try {
            assumeTrue(
                    new ProcessBuilder(probe).redirectErrorStream(true).start().waitFor() == 0,
                    "strace may not watch programs here");
        } catch (IOException e) {
            assumeTrue(false, "no strace on this system");
        }
        String shared = System.getenv("NARA_HOME");
        if (shared != null && Files.isDirectory(Path.of(shared, "engines"))) {
            // Unpacked once for all tests.
            Files.createSymbolicLink(
                    home.resolve("engines"), Path.of(shared, "engines").toRealPath());
        }
    }

    private Process start(String... arguments) throws IOException {
        // Whatever others may read by the user's own wish, what the program writes they may not.
        List<String> command = new ArrayList<>(List.of("bash", "-c", "umask 000; exec \"$@\"", "bash"));
        command.addAll(STRACE);
        command.addAll(List.of(
                trace.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dglass.platform=Monocle",
                "-Dmonocle.platform=Headless",
                "-Dprism.order=sw",
                "-cp",
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator))));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("NARA_HOME", home.toString());
        builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("said.txt").toFile());
        // Nobody asks or answers.
        builder.redirectInput(new File("/dev/null"));
        return builder.start();
    }

    /** What was connected, bound or sent elsewhere than on this machine. */
    private List<String> elsewhere() throws IOException {
        try (Stream<String> calls = Files.lines(trace)) {
            return calls.filter(call -> call.contains("AF_INET")).toList();
        }
    }

    /** What others than its owner may do anything with, but what the test wrote itself. */
    private List<String> open() throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.filter(path -> !path.equals(home)).toList()) {
                String name = home.relativize(path).toString();
                // What libraries unpack there is kept from others by its folder.
                boolean unpacked = name.startsWith("engines/") || name.startsWith("temporary/");
                if (!OWN.contains(name) && !unpacked && PrivateFiles.isOpen(path)) {
                    open.add(name);
                }
            }
        }
        return open;
    }

    @Test
    void noCommandSpeaksToANetwork() throws Exception {
        Process process = start(EveryCommand.class.getName(), home.toString());
        assertEquals(0, process.waitFor());
        List<String> said = Files.readAllLines(home.resolve("said.txt"));
        assertEquals("all", said.get(said.size() - 1));
        assertEquals(
                List.of(),
                said.stream().filter(line -> line.matches("exit code [1-9].*")).toList());
        assertEquals(List.of(), elsewhere());
        assertEquals(List.of(), open());
    }

    @Test
    void theWindowSpeaksToNoNetwork() throws Exception {
        Process process = start(Main.class.getName());
        Path open = home.resolve("workspace/window.lock");
        for (int waits = 0; waits < 3000 && !Files.exists(open); waits++) {
            assertTrue(!process.waitFor(200, TimeUnit.MILLISECONDS), () -> "ended with " + process.exitValue());
        }
        assertTrue(Files.exists(open));
        // So that it is drawn, too.
        process.waitFor(3, TimeUnit.SECONDS);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
        assertEquals(List.of(), elsewhere());
        assertEquals(List.of(), open());
    }
}
