package dev.nara;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program in a process of its own, to be killed. */
public final class NaraProcess {
    private NaraProcess() {}

    /** In the seconds that most of these live the second compiler costs more than it gives back. */
    private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

    /** Starts a command; its standard output can be read, what it says to people goes to a file. */
    public static Process start(Path home, String... arguments) throws IOException {
        return start(home, List.of(), FIRST_COMPILER, arguments);
    }

    /** The same for one that computes for long. */
    public static Process startToCompute(Path home, String... arguments) throws IOException {
        return start(home, List.of(), "-XX:+TieredCompilation", arguments);
    }

    /** Starts a command that cannot write a file of more than so many bytes, as on a disk that is nearly full. */
    public static Process startOnFullDisk(Path home, int kilobytes, String... arguments) throws IOException {
        return start(
                home,
                List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "bash"),
                FIRST_COMPILER,
                arguments);
    }

    /** Starts a command by another program, such as a shell that first changes what the machine is like. */
    public static Process startBy(Path home, List<String> before, String... arguments) throws IOException {
        return start(home, before, FIRST_COMPILER, arguments);
    }

    private static Process start(Path home, List<String> before, String compiler, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Dnara.engines.measured=false",
                compiler,
                "-cp",
                classPath(),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("NARA_HOME", home.toString());
        builder.redirectError(home.resolve("messages.txt").toFile());
        return builder.start();
    }

    /** Wherever the process is started. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
