package dev.nara.cli.tune;

import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.StoredOptions;
import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.text.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options for a study, shared by all commands on stored studies. */
final class StudyOptions extends StoredOptions {
    @Option(names = "--study", paramLabel = "ID|latest", descriptionKey = "cli.study", scope = ScopeType.INHERIT)
    private @Nullable String study;

    StudyOptions(Services services, Output output) {
        super(services, output);
    }

    /** The number of the given study, or of the newest. */
    long study(RunStore store) throws DataException {
        if (study == null || study.equals("latest")) {
            return store.studies().list().stream()
                    .findFirst()
                    .orElseThrow(() -> new DataException(Text.of("study.no"), Text.of("study.no.remedy")))
                    .id();
        }
        try {
            return store.studies().find(Long.parseLong(study.strip())).id();
        } catch (NumberFormatException e) {
            throw new DataException(Text.of("study.name", study), Text.of("study.name.remedy"));
        }
    }
}
