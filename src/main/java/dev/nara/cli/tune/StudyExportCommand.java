package dev.nara.cli.tune;

import dev.nara.cli.terminal.ExitCode;
import dev.nara.data.DataException;
import dev.nara.data.OutputFile;
import dev.nara.data.read.file.StoredData;
import dev.nara.interchange.StudyFormat;
import dev.nara.interchange.StudySource;
import dev.nara.search.running.Studies;
import dev.nara.search.study.StudyCommand;
import dev.nara.search.study.StudySnapshot;
import dev.nara.store.RunStore;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nara tune export}: exports a study as a page, a table, or for other programs. */
@Command(name = "export", mixinStandardHelpOptions = true)
final class StudyExportCommand implements Callable<Integer> {
    private final StudyOptions studies;

    @Option(names = "--as", paramLabel = "FORMAT", descriptionKey = "cli.study.as")
    private String format = StudyFormat.HTML.id();

    @Option(names = "--output", paramLabel = "FILE", descriptionKey = "cli.study.output")
    private @Nullable Path to;

    StudyExportCommand(StudyOptions studies) {
        this.studies = studies;
    }

    @Override
    public Integer call() throws DataException, IOException {
        StudyFormat as = StudyFormat.of(format);
        try (RunStore store = studies.existing()) {
            long id = studies.study(store);
            StudySnapshot study = new Studies(store).snapshot(id);
            Path file = to == null ? Path.of(as.fileName(id)) : to;
            StoredData.keep(study.spec().base().data());
            OutputFile.check(file);
            String command = StudyCommand.of(study.spec(), studies.services().algorithms());
            as.write(new StudySource(study, store, command, studies.output().locale()), file);
            studies.done("study", id, Text.of("cli.study.exported", id, file));
        }
        return ExitCode.DONE;
    }
}
