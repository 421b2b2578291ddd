package dev.nara.store;

import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an archive says of its run beside the events. */
record ArchiveHeader(
        String created,
        RunSpec spec,
        RunState state,
        StoredRun.Label label,
        Environment environment,
        String series,
        @Nullable FitOf fitOf,
        @Nullable StudyRun study,
        String identity) {
    /** Older archives have no series and no identity; most runs are no fit and of no study. */
    ArchiveHeader {
        series = Objects.requireNonNullElse(series, "");
        identity = Objects.requireNonNullElse(identity, "");
    }

    ArchiveHeader at(Path data) {
        return new ArchiveHeader(created, spec.at(data), state, label, environment, series, fitOf, study, identity);
    }
}
