package dev.nara.settings;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.file.Path;

/**
 * Directs the log to the {@link DailyLog} in the folder named by the system property {@code nara.logs}; nothing is written to standard
 * output. Configured in code, because Logback's XML configuration would load five hundred classes at every start.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogFile extends ContextAwareBase implements Configurator {
    /** If the property is not set, as in tests. */
    private static final String ELSEWHERE = "nara-logs";

    @Override
    public ExecutionStatus configure(LoggerContext loggers) {
        String usual = Path.of(System.getProperty("java.io.tmpdir"), ELSEWHERE).toString();
        DailyLog file = new DailyLog(Path.of(System.getProperty("nara.logs", usual)));
        file.setContext(loggers);
        file.start();
        Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(file);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
