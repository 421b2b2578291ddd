package dev.nara.ui.tune;

import dev.nara.interchange.StudyFormat;
import dev.nara.interchange.StudySource;
import dev.nara.search.study.StudyCommand;
import dev.nara.search.study.StudySnapshot;
import dev.nara.spec.Algorithms;
import dev.nara.store.RunStore;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.ScreenContext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Writes a study to a file in the format given by the file name, by default an HTML page. */
final class StudyWriting {
    private final Frame frame;
    private final RunStore store;
    private final Algorithms algorithms;
    private final StudyDesk desk;

    StudyWriting(ScreenContext shared, StudyDesk desk) {
        frame = shared.frame();
        store = shared.store();
        algorithms = shared.services().algorithms();
        this.desk = desk;
    }

    /** Asks for the file and writes it. */
    void write(long study) {
        frame.picker()
                .save(frame.texts().get("tune.report.title"), StudyFormat.HTML.fileName(study))
                .ifPresent(file -> write(study, file));
    }

    private void write(long study, Path file) {
        Locale locale = frame.texts().locale();
        frame.jobs()
                .run(
                        () -> {
                            StudySnapshot now = desk.snapshot(study);
                            String command = StudyCommand.of(now.spec(), algorithms);
                            format(study, file).write(new StudySource(now, store, command, locale), file);
                            return file;
                        },
                        written -> frame.notices().written(frame.texts().get("written.report"), written));
    }

    private static StudyFormat format(long study, Path file) {
        return Arrays.stream(StudyFormat.values())
                .filter(format -> file.toString().endsWith(ending(format, study)))
                .findFirst()
                .orElse(StudyFormat.HTML);
    }

    private static String ending(StudyFormat format, long study) {
        String name = format.fileName(study);
        return name.substring(name.lastIndexOf('.'));
    }
}
