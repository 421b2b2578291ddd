package dev.nara.spark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A standalone cluster of Spark on loopback, of the class path's own jars: one master, two workers of one core each. */
final class LoopbackCluster implements AutoCloseable {
    private static final Pattern URL = Pattern.compile(".*(spark://127\\.0\\.0\\.1:\\d+).*");
    /** What comes with the job's jar and not with Spark. */
    private static final Pattern NOT_SPARKS = Pattern.compile(
            "(logback|tablesaw|classgraph|fastutil|picocli|duckdb|sqlite|jfreechart|mxnet|jna|api-0|javafx|junit"
                    + "|testfx|openjfx|monocle|controlsfx|ikonli|atlantafx|archunit|jqwik|batik|postgresql|mariadb).*");

    /** Before the command of a worker on whose disk nothing larger than a megabyte has room, such as the job's jar. */
    private static final List<String> NO_ROOM = List.of("bash", "-c", "ulimit -f 1024; exec \"$@\"", "bash");

    private final Path home;
    private final List<Process> processes = new ArrayList<>();
    private final List<Process> workers = new ArrayList<>();
    private final List<Path> links = new ArrayList<>();
    private final String master;

    LoopbackCluster(Path home) throws IOException {
        this.home = home;
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path file = Path.of(jar);
            String name = file.getFileName().toString();
            if (name.endsWith(".jar") && !NOT_SPARKS.matcher(name).matches() && !Files.exists(jars.resolve(name))) {
                links.add(Files.createSymbolicLink(jars.resolve(name), file.toAbsolutePath()));
            }
        }
        Process first = java(
                List.of(),
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0");
        processes.add(first);
        master = URL.matcher(line(first, "Starting Spark master at")).replaceFirst("$1");
        startWorkers(List.of());
    }

    /** Two of them; {@code first} stands before the command of the first that is started where there is none. */
    private void startWorkers(List<String> first) throws IOException {
        workers.removeIf(worker -> !worker.isAlive());
        while (workers.size() < 2) {
            Process worker = java(
                    workers.isEmpty() ? first : List.of(),
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--webui-port",
                    "0",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    home.resolve("work-" + processes.size()).toString(),
                    master);
            processes.add(worker);
            workers.add(worker);
            line(worker, "Successfully registered with master");
        }
    }

    /** What is killed while a job runs. */
    enum Victim {
        NOTHING,
        EXECUTOR,
        WORKER,
        /** Nothing is killed; a worker's disk is full from the beginning. */
        DISK
    }

    /** What a job said, and how it ended. */
    record Ended(int code, List<String> lines) {
        boolean said(String words) {
            return lines.stream().anyMatch(line -> line.contains(words));
        }
    }

    /** Submits a job; something is killed as soon as so many tasks have begun. */
    Ended submit(Path jar, Victim victim, int atTask, String... arguments) throws IOException, InterruptedException {
        if (victim == Victim.DISK) {
            workers.forEach(LoopbackCluster::end);
        }
        startWorkers(victim == Victim.DISK ? NO_ROOM : List.of());
        List<String> all = new ArrayList<>(List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--class",
                "dev.nara.spark.Main",
                "--executor-memory",
                "600m",
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.ui.enabled=false",
                jar.toString()));
        all.addAll(List.of(arguments));
        Process driver = java(List.of(), all.toArray(String[]::new));
        List<String> lines = new ArrayList<>();
        int tasks = 0;
        BufferedReader said = driver.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            lines.add(line);
            if (line.contains("Starting task") && ++tasks == atTask) {
                kill(victim);
            }
        }
        if (victim == Victim.DISK) {
            end(workers.get(0));
        }
        return new Ended(driver.waitFor(), lines);
    }

    /** Kills an executor, or a worker with its executors. */
    private void kill(Victim victim) {
        if (victim == Victim.NOTHING || victim == Victim.DISK) {
            return;
        }
        for (Process worker : workers) {
            List<ProcessHandle> executors = worker.toHandle().descendants().toList();
            if (!executors.isEmpty()) {
                if (victim == Victim.WORKER) {
                    worker.destroyForcibly();
                }
                executors.forEach(ProcessHandle::destroyForcibly);
                return;
            }
        }
    }

    private Process java(List<String> before, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-XX:+UseSerialGC"));
        command.add("--add-modules=jdk.incubator.vector");
        for (String opened : opened()) {
            command.add("--add-opens=" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", home.resolve("jars") + File.separator + "*"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(home.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("SPARK_HOME", home.toString());
        environment.put("SPARK_SCALA_VERSION", "2.13");
        environment.put("SPARK_LOCAL_IP", "127.0.0.1");
        environment.put("NARA_HOME", home.resolve("nara").toString());
        return builder.start();
    }

    private static Stream<String> names() {
        return Stream.of(
                "lang",
                "lang.invoke",
                "lang.reflect",
                "io",
                "net",
                "nio",
                "util",
                "util.concurrent",
                "util.concurrent.atomic");
    }

    private static List<String> opened() {
        return Stream.concat(
                        names().map(name -> "java.base/java." + name),
                        Stream.of(
                                        "jdk.internal.ref",
                                        "sun.nio.ch",
                                        "sun.nio.cs",
                                        "sun.security.action",
                                        "sun.util.calendar")
                                .map(name -> "java.base/" + name))
                .toList();
    }

    /** The first line with these words; what comes after it is read and forgotten, so that the process never waits. */
    private static String line(Process process, String words) throws IOException {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        List<String> before = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            before.add(line);
            if (line.contains(words)) {
                Thread reader = new Thread(() -> said.lines().forEach(Objects::requireNonNull));
                reader.setDaemon(true);
                reader.start();
                return line;
            }
        }
        throw new IOException(String.join("\n", before));
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
        processes.forEach(LoopbackCluster::end);
        for (Path link : links) {
            Files.delete(link);
        }
    }
}
