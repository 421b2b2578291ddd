package dev.nara.store.folder;

import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.Environment;
import dev.nara.store.entry.FitOf;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.entry.StudyRun;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The description of a run, without its events, in its folder and in archives. */
public record ArchiveHeader(
        String created,
        RunSpec spec,
        RunState state,
        StoredRun.Label label,
        Environment environment,
        String series,
        @Nullable FitOf fitOf,
        @Nullable StudyRun study,
        String identity) {
    /** Archives of earlier versions have no series and no identity; most runs are neither a fit nor part of a study. */
    public ArchiveHeader {
        series = Objects.requireNonNullElse(series, "");
        identity = Objects.requireNonNullElse(identity, "");
    }

    /** The header of a stored run. */
    public static ArchiveHeader of(StoredRun run, String identity) {
        return new ArchiveHeader(
                run.created(),
                run.spec(),
                run.state(),
                run.label(),
                run.environment(),
                run.series(),
                run.fitOf().orElse(null),
                run.study().orElse(null),
                identity);
    }

    /** The same for another workspace, which does not have the run's study. */
    public ArchiveHeader elsewhere() {
        StudyRun there = study == null ? null : study.elsewhere();
        return new ArchiveHeader(created, spec, state, label, environment, series, fitOf, there, identity);
    }

    /** The same in another state. */
    public ArchiveHeader in(RunState other) {
        return new ArchiveHeader(created, spec, other, label, environment, series, fitOf, study, identity);
    }

    public ArchiveHeader at(Path data) {
        return new ArchiveHeader(created, spec.at(data), state, label, environment, series, fitOf, study, identity);
    }
}
