package dev.nara.settings;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.nara.data.Destination;
import dev.nara.data.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A log file per day; each message is appended at once, so that several processes can log to one file. Files are kept for a week, at each
 * day's first message no more than the newest 50 MB of them, and a day's file stops growing at 50 MB. Logback's own rolling file and layout
 * would take a third of every command's start time.
 */
final class DailyLog extends AppenderBase<ILoggingEvent> {
    private static final int DAYS = 7;
    private static final long BYTES = 50L << 20;

    private final Path folder;
    private @Nullable LocalDate cleaned;

    /** Writes to this folder, which is created at the first message. */
    DailyLog(Path folder) {
        this.folder = folder;
    }

    /** The file of a day. */
    static Path file(Path folder, LocalDate day) {
        return folder.resolve("nara-" + day + ".log");
    }

    @Override
    protected void append(ILoggingEvent event) {
        LocalDateTime time =
                LocalDateTime.ofInstant(Instant.ofEpochMilli(event.getTimeStamp()), ZoneId.systemDefault());
        try {
            PrivateFiles.createFolder(folder);
            Path file = file(folder, time.toLocalDate());
            if (Destination.isStream(file)) {
                return;
            }
            PrivateFiles.create(file);
            if (!time.toLocalDate().equals(cleaned)) {
                cleaned = time.toLocalDate();
                clean(cleaned);
            }
            if (Files.size(file) > BYTES) {
                // A day with that many messages only repeats itself.
                return;
            }
            Files.writeString(file, line(event, time), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            addError("log not written", e);
        }
    }

    private static String line(ILoggingEvent event, LocalDateTime time) {
        String head = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT)
                .format(time)
                .concat(String.format(
                        Locale.ROOT,
                        " %-5s [%s] %s - %s%n",
                        event.getLevel(),
                        event.getThreadName(),
                        event.getLoggerName(),
                        event.getFormattedMessage().replaceAll("\\R", "\n    ")));
        IThrowableProxy thrown = event.getThrowableProxy();
        return thrown == null ? head : head + ThrowableProxyUtil.asString(thrown) + System.lineSeparator();
    }

    /** Deletes files older than a week, and the oldest beyond the size limit. */
    private void clean(LocalDate today) throws IOException {
        String oldest = file(folder, today.minusDays(DAYS)).getFileName().toString();
        List<Path> newestFirst;
        try (Stream<Path> all = Files.list(folder)) {
            newestFirst = all.filter(file -> name(file).matches("nara-\\d{4}-\\d\\d-\\d\\d\\.log"))
                    .sorted(Comparator.comparing(DailyLog::name).reversed())
                    .toList();
        }
        long kept = 0;
        for (Path file : newestFirst) {
            kept += Files.size(file);
            if (name(file).compareTo(oldest) < 0 || (kept > BYTES && !file.equals(newestFirst.get(0)))) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
