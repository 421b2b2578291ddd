package dev.nara.store.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where a run was trained, for who wants to repeat it.
 *
 * @param program name and version
 * @param java version and vendor
 * @param system the operating system and its architecture
 * @param cores processors that Java sees
 * @param cpu what the processor calls itself, "" where the system does not tell
 */
public record Environment(String program, String java, String system, int cores, String cpu) {
    /** Older runs have no processor, the oldest nothing. */
    public Environment {
        program = Objects.requireNonNullElse(program, "");
        java = Objects.requireNonNullElse(java, "");
        system = Objects.requireNonNullElse(system, "");
        cpu = Objects.requireNonNullElse(cpu, "");
    }

    /** This process. */
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
