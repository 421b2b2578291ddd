package dev.nara.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Set<String> LIBRARYS = Set.of(
            "nara-spark.usage.description",
            "nara-spark.score.usage.description",
            "nara-spark.prepare.usage.description",
            "nara-spark.tune.usage.description",
            "nara-spark.train.usage.description",
            "mixinStandardHelpOptions.help",
            "mixinStandardHelpOptions.version");

    @Test
    void bothLanguagesHaveTheSameKeysAndNoneIsUnused() throws Exception {
        Set<String> english = new TreeSet<>(Words.bundle(Locale.ENGLISH).keySet());
        assertEquals(english, new TreeSet<>(Words.bundle(Locale.KOREAN).keySet()));
        String code;
        try (var files = Files.list(Path.of("src", "spark", "java", "dev", "nara", "spark"))) {
            code = files.map(WordsTest::text).collect(Collectors.joining());
        }
        List<String> unused = english.stream()
                .filter(key -> !LIBRARYS.contains(key) && !code.contains('"' + key + '"'))
                .toList();
        assertEquals(List.of(), unused);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsWrongIsSaidInTheLanguageOfTheUser() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        JobOutput output = new JobOutput(new PrintStream(said, true, StandardCharsets.UTF_8), Locale.KOREAN);
        assertEquals(2, Main.run(output, "score", "--run", "none.nara", "--out", "lists", "--k", "0"));
        assertTrue(said.toString(StandardCharsets.UTF_8).startsWith("목록에는 항목이 하나 이상 있어야 합니다."));
    }

    /** As where the disk of a machine is full: what it is and what to do, then what Spark says of the machine. */
    @Test
    void whatTheSystemRefusesATaskIsSaidInWords() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        JobOutput output = new JobOutput(new PrintStream(said, true, StandardCharsets.UTF_8), Locale.ENGLISH);
        String cause =
                "Job aborted due to stage failure: (10.0.0.2 executor 0): java.io.IOException: No space left on device";
        Exception failed =
                new SparkException(cause + "\n\tat java.base/java.io.FileOutputStream.writeBytes(Native Method)");
        assertEquals(2, Main.explain(failed, output));
        assertEquals(
                List.of("The disk is full. Free some space on it, or choose a place on another disk.", cause),
                said.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
