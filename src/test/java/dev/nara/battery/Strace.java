package dev.nara.battery;

import dev.nara.NaraProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the program under strace (Linux), which sees each of its file operations, those of SQLite too, and kills it at any of them. */
final class Strace {
    /** What changes files or says that they are on disk. */
    private static final List<String> OPERATIONS =
            List.of("write", "pwrite64", "fsync", "fdatasync", "rename", "unlink", "ftruncate", "mkdir", "openat");

    private static final Pattern CALL = Pattern.compile("^(\\d+) +(\\w+)\\(.*");

    private Strace() {}

    /** Whether it can be used here. */
    static boolean works() {
        try {
            Process process = new ProcessBuilder("strace", "--seccomp-bpf", "-f", "-o", "/dev/null", "true")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** An operation of one thread, counted from 1 among those of its name. */
    record Strike(String operation, int number) {}

    /** Every operation of a whole run of the program, a line each, as {@code strace -y} writes it. */
    static List<String> log(Path home, String... arguments) throws IOException, InterruptedException {
        Path file = home.resolve("strace.txt");
        Process process =
                start(home, List.of("-y", "-s", "0", "-o", file.toString(), "-e", "trace=" + all()), arguments);
        process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(home.resolve("messages.txt")));
        }
        return Files.readAllLines(file);
    }

    private static String all() {
        return String.join(",", OPERATIONS);
    }

    private static Process start(Path home, List<String> options, String... arguments) throws IOException {
        List<String> before = new ArrayList<>(List.of("strace", "-f", "--seccomp-bpf", "-qq"));
        before.addAll(options);
        return NaraProcess.startBy(home, before, arguments);
    }

    /** Some operation in the folder of the whole run of which this is the log. */
    static Strike any(List<String> log, Path within, SplittableRandom random) {
        Map<String, Integer> counts = new HashMap<>();
        List<Strike> strikes = new ArrayList<>();
        for (String line : log) {
            Matcher call = CALL.matcher(line);
            if (call.matches()) {
                int number = counts.merge(call.group(1) + call.group(2), 1, Integer::sum);
                if (line.contains(within.toString())) {
                    strikes.add(new Strike(call.group(2), number));
                }
            }
        }
        return strikes.get(random.nextInt(strikes.size()));
    }

    /** Runs the program until it comes to that operation, where it is killed; whether it came there. */
    static boolean struck(Path home, Strike strike, String... arguments) throws IOException, InterruptedException {
        String kill = "inject=" + strike.operation + ":signal=KILL:when=" + strike.number;
        Process process =
                start(home, List.of("-o", "/dev/null", "-e", "trace=" + strike.operation, "-e", kill), arguments);
        process.getInputStream().readAllBytes();
        return process.waitFor() != 0;
    }
}
