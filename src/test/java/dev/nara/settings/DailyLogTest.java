package dev.nara.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyLogTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 10);

    @TempDir
    Path folder;

    private final LoggerContext loggers = new LoggerContext();

    private void log(Path into, LocalDate day, String message, @Nullable Throwable thrown) {
        Logger logger = loggers.getLogger("dev.nara.Example");
        LoggingEvent event = new LoggingEvent("", logger, Level.WARN, message, thrown, null);
        long millis = LocalDateTime.of(2024, 1, 1, 7, 8, 9)
                .with(day)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
        event.setInstant(Instant.ofEpochMilli(millis));
        event.setThreadName("main");
        DailyLog log = new DailyLog(into);
        log.setContext(loggers);
        log.start();
        log.doAppend(event);
    }

    @Test
    void aMessageIsALineOfTheDaysFileAndAnErrorFollowsIt() throws IOException {
        Path logs = folder.resolve("logs");
        log(logs, DAY, "first", null);
        log(logs, DAY, "second", new IOException("disk full"));
        List<String> lines = Files.readAllLines(logs.resolve("nara-2024-03-10.log"));
        assertEquals("2024-03-10 07:08:09.000 WARN  [main] dev.nara.Example - first", lines.get(0));
        assertEquals("2024-03-10 07:08:09.000 WARN  [main] dev.nara.Example - second", lines.get(1));
        assertEquals("java.io.IOException: disk full", lines.get(2));
        assertTrue(lines.get(3).startsWith("\tat "), lines.get(3));
    }

    @Test
    void aWeekIsKeptAndNothingElseOfTheFolderIsTouched() throws IOException {
        for (int days = 1; days < 10; days++) {
            Files.writeString(DailyLog.file(folder, DAY.minusDays(days)), "x");
        }
        Files.writeString(folder.resolve("nara-notes.log"), "x");
        log(folder, DAY, "new", null);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(
                            "nara-2024-03-03.log",
                            "nara-2024-03-04.log",
                            "nara-2024-03-05.log",
                            "nara-2024-03-06.log",
                            "nara-2024-03-07.log",
                            "nara-2024-03-08.log",
                            "nara-2024-03-09.log",
                            "nara-2024-03-10.log",
                            "nara-notes.log"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void ofMoreThanFiftyMegabytesTheOldestGoes() throws IOException {
        Files.write(DailyLog.file(folder, DAY.minusDays(1)), new byte[30 << 20]);
        Files.write(DailyLog.file(folder, DAY.minusDays(2)), new byte[30 << 20]);
        log(folder, DAY, "new", null);
        assertTrue(Files.exists(DailyLog.file(folder, DAY.minusDays(1))));
        assertTrue(Files.notExists(DailyLog.file(folder, DAY.minusDays(2))));
    }
}
