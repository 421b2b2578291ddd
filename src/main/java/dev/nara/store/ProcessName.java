package dev.nara.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;

/** A name for a process that no other has: its machine, its number there, and when it began, for numbers come again. */
final class ProcessName {
    private ProcessName() {}

    /** The name of this process. */
    static String ofThis() {
        return name(host(), ProcessHandle.current());
    }

    /** Whether the process may still run: it does on this machine, or it ran on another, of which nothing is known. */
    static boolean mayRun(String name) {
        String[] parts = name.split("/", 3);
        if (parts.length < 3 || !parts[0].equals(host())) {
            return parts.length == 3;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(parts[1]));
        return process.filter(p -> p.isAlive() && name(parts[0], p).equals(name))
                .isPresent();
    }

    private static String name(String host, ProcessHandle process) {
        long began = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return host + "/" + process.pid() + "/" + began;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName().replace('/', '-');
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
