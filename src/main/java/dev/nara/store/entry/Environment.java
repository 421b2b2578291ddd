package dev.nara.store.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The environment in which a run was trained, needed to reproduce it.
 *
 * @param program name and version
 * @param java version and vendor
 * @param system the operating system and its architecture
 * @param cores processors that Java sees
 * @param cpu the name of the processor, "" if unknown
 */
public record Environment(String program, String java, String system, int cores, String cpu) {
    /** Runs of earlier versions lack the processor, or all values. */
    public Environment {
        program = Objects.requireNonNullElse(program, "");
        java = Objects.requireNonNullElse(java, "");
        system = Objects.requireNonNullElse(system, "");
        cpu = Objects.requireNonNullElse(cpu, "");
    }

    /** The environment of this process. */
    public static Environment ofThis() {
        return new Environment(
                "nara " + VERSION,
                System.getProperty("java.version") + " " + System.getProperty("java.vendor"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                CPU);
    }

    private static final String CPU = processor();

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("");
        } catch (IOException | UncheckedIOException e) {
            return Objects.requireNonNullElse(System.getenv("PROCESSOR_IDENTIFIER"), "");
        }
    }

    /** The program's version. */
    public static final String VERSION = "0.1.0";
}
