package dev.nara.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.cli.NaraCommand;
import dev.nara.data.DataException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A command that is handed on to a cluster. */
class ClusterOptionTest {
    private static final List<String> LINE =
            List.of("tune", "--data", "a b", "--on", "spark://first:7077", "--minutes", "3", "--on=spark://first:7077");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private static ClusterOption option() {
        ClusterOption option = new ClusterOption();
        new CommandLine(option).parseArgs("--on", "spark://first:7077");
        return option;
    }

    /** A program in Spark's place that writes what it is given, one a line, and ends with 7. */
    private Path spark() throws Exception {
        Path program = folder.resolve("bin/spark-submit");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + folder.resolve("given") + "'\nexit 7\n");
        assertEquals(true, program.toFile().setExecutable(true));
        return folder;
    }

    @Test
    @Tag("process")
    @DisabledOnOs(OS.WINDOWS)
    void sparkIsGivenTheCommandAsItStands() throws Exception {
        Path jar = Files.createFile(folder.resolve("nara-spark.jar"));
        int code = option().submit(LINE, Map.of("SPARK_HOME", spark().toString()), folder);
        assertEquals(7, code);
        assertEquals(
                List.of(
                        "--master",
                        "spark://first:7077",
                        "--class",
                        "dev.nara.spark.Main",
                        jar.toString(),
                        "tune",
                        "--data",
                        "a b",
                        "--minutes",
                        "3"),
                Files.readAllLines(folder.resolve("given")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsMissingIsNamed() throws Exception {
        DataException noSpark = assertThrows(DataException.class, () -> option().submit(LINE, Map.of(), folder));
        assertEquals(
                "Spark cannot be located: SPARK_HOME is not set. Set SPARK_HOME to the folder in which Apache"
                        + " Spark 4.2 is unpacked, or run on this computer (without --on).",
                noSpark.message(Locale.ENGLISH));
        Map<String, String> environment = Map.of("SPARK_HOME", spark().toString());
        DataException noJar = assertThrows(DataException.class, () -> option().submit(LINE, environment, folder));
        assertEquals(
                folder.resolve("nara-spark.jar") + ": The jar for Spark was not found. Build it with mvn -Pspark"
                        + " -DskipTests package and copy target/nara-spark.jar there, or set"
                        + " NARA_SPARK_JAR to where it is.",
                noJar.message(Locale.ENGLISH));
    }

    @Test
    void aClusterWritesAllListsToAFolder() {
        assertEquals(
                "A cluster writes the lists of all users to a folder. With --on, give only --out, --run, --top and"
                        + " --workspace.",
                refused("recommend", "--on", "spark://first:7077", "--user", "3"));
    }

    /** Whatever else is given, and whether or not the cluster can be reached. */
    @ParameterizedTest
    @ValueSource(strings = {"train", "tune", "recommend", "tune list"})
    void helpIsGivenHere(String command) {
        List<String> line = new ArrayList<>(List.of(command.split(" ")));
        line.addAll(1, List.of("--on", "spark://first:7077"));
        line.add("--help");
        assertEquals(ExitCode.DONE, nara(line.toArray(String[]::new)), err.toString(StandardCharsets.UTF_8));
        String help = out.toString(StandardCharsets.UTF_8);
        assertTrue(help.startsWith("Usage: nara " + command), help);
    }

    /** What is said of a command line that is refused. */
    private String refused(String... line) {
        assertEquals(ExitCode.BAD_INPUT, nara(line));
        return err.toString(StandardCharsets.UTF_8).strip();
    }

    private int nara(String... line) {
        return NaraCommand.run(
                TestServices.on(folder),
                TestServices::bench,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Locale.ENGLISH,
                line);
    }
}
