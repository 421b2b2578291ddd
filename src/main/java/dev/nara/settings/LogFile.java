package dev.nara.settings;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where the log goes: a file a day in the folder that the system property {@code nara.logs} names, a week and 50 MB kept. Several programs
 * may log at once. Nothing ever goes to standard output. Written as code, for Logback's configuration in XML costs every command the
 * loading of five hundred classes.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogFile extends ContextAwareBase implements Configurator {
    /** Where the program has not said yet where it logs, as in tests. */
    private static final String ELSEWHERE = "nara-logs";

    @Override
    public ExecutionStatus configure(LoggerContext loggers) {
        String usual = Path.of(System.getProperty("java.io.tmpdir"), ELSEWHERE).toString();
        String folder = System.getProperty("nara.logs", usual).replace("\\", "/");
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(loggers);
        lines.setCharset(StandardCharsets.UTF_8);
        lines.setPattern("%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{24} - %msg%n");
        lines.start();
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(loggers);
        file.setName("file");
        file.setPrudent(true);
        file.setEncoder(lines);
        TimeBasedRollingPolicy<ILoggingEvent> days = new TimeBasedRollingPolicy<>();
        days.setContext(loggers);
        days.setParent(file);
        days.setFileNamePattern(folder + "/nara-%d{yyyy-MM-dd}.log");
        days.setMaxHistory(7);
        days.setTotalSizeCap(FileSize.valueOf("50MB"));
        days.start();
        file.setRollingPolicy(days);
        file.start();
        Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(file);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
