package dev.nara.cli.tune;

import dev.nara.data.DataException;
import dev.nara.data.OutputFile;
import dev.nara.data.read.file.StoredData;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.TestResult;
import dev.nara.spec.RunSpec;
import dev.nara.text.Neutral;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends a line to a file for a new best trial, a notice or the end of a study, with the time in UTC, for users who do not watch the
 * terminal.
 */
final class StudyAlerts {
    private static final Logger LOG = LoggerFactory.getLogger(StudyAlerts.class);

    private final @Nullable Path file;
    private final long study;
    private final Locale locale;

    /** {@code file} is null for none. */
    StudyAlerts(@Nullable Path file, long study, Locale locale) {
        this.file = file;
        this.study = study;
        this.locale = locale;
    }

    /** Checks before a study begins that the file, null for none, can be written. */
    static void check(@Nullable Path file, RunSpec base) throws DataException {
        StoredData.keep(base.data());
        if (file != null) {
            OutputFile.check(file);
        }
    }

    void event(StudyEvent event) {
        if (event instanceof StudyEvent.Noticed noticed) {
            line(noticed.what());
        } else if (event instanceof StudyEvent.Chosen chosen) {
            line(chosen(chosen.choice()));
        } else if (event instanceof StudyEvent.Tested tested) {
            TestResult result = tested.result();
            line(Text.of("alert.tested", result.trial()));
        }
    }

    private static Text chosen(StudyChoice choice) {
        if (choice.trial() == 0) {
            return Text.of("alert.finished", Text.of("study.end.nothing"));
        }
        boolean noise = choice.verdict() == StudyChoice.Verdict.NOISE && choice.trial() != choice.preset();
        return noise ? Text.of("alert.finished", Text.of("study.end.noise")) : Text.of("alert.chosen", choice.trial());
    }

    void best(Text words) {
        line(words);
    }

    private void line(Text words) {
        if (file == null) {
            return;
        }
        String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String line =
                time + " " + Neutral.line(Text.of("alert.study", study, words).in(locale)) + "\n";
        try {
            OutputFile.append(file, line);
        } catch (IOException e) {
            LOG.warn("{} cannot be written", file, e);
        }
    }
}
