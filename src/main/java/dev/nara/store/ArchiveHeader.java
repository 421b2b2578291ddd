package dev.nara.store;

import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import java.nio.file.Path;
import java.util.Objects;

/** What an archive says of its run beside the events. */
record ArchiveHeader(
        String created, RunSpec spec, RunState state, StoredRun.Label label, Environment environment, String series) {
    /** Older archives have no series. */
    ArchiveHeader {
        series = Objects.requireNonNullElse(series, "");
    }

    ArchiveHeader at(Path data) {
        return new ArchiveHeader(created, spec.at(data), state, label, environment, series);
    }
}
