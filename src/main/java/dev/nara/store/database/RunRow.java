package dev.nara.store.database;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.Environment;
import dev.nara.store.entry.FitOf;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.entry.StoredTime;
import dev.nara.store.entry.StudyRun;
import dev.nara.store.folder.Sums;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Converts a row of the table to a run. */
final class RunRow {
    private static final Logger LOG = LoggerFactory.getLogger(RunRow.class);

    private final Path workspace;
    private final RunOwners owners;

    RunRow(Path workspace, RunOwners owners) {
        this.workspace = workspace;
        this.owners = owners;
    }

    /**
     * The run.
     *
     * @throws DataException naming the run, if its settings or figures cannot be read
     */
    StoredRun read(ResultSet row) throws SQLException, DataException {
        try {
            checkWhole(row);
            RunSpec spec = RunJson.spec(row.getString("spec"));
            FigureNames names = new FigureNames(spec);
            return run(
                    row,
                    spec,
                    RunJson.read(row.getString("environment"), Environment.class),
                    epoch(row.getString("best")).map(names::today),
                    epoch(row.getString("last")).map(names::today),
                    tested(row.getString("tested")),
                    fitOf(row.getString("fit_of")),
                    study(row.getString("study")));
        } catch (RuntimeException e) {
            throw damaged(row.getLong("id"), e);
        }
    }

    /** The run; a damaged one with default settings and without figures, for callers that only need its existence and state. */
    StoredRun evenDamaged(ResultSet row) throws SQLException {
        try {
            return read(row);
        } catch (DataException e) {
            return run(
                    row,
                    RunSpec.draft().spec(),
                    new Environment("", "", "", 0, ""),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** Throws if a checksum, the time or the state of the run is invalid. */
    private static void checkWhole(ResultSet row) throws SQLException {
        StoredTime.check(row.getString("created"));
        RunState.valueOf(row.getString("state"));
        Sums.check(row.getObject("sum"), sum(row));
        Sums.check(row.getObject("head"), sumOfHead(row));
        Sums.check(row.getObject("best_sum"), Sums.of(row.getString("best")));
        Sums.check(row.getObject("last_sum"), Sums.of(row.getString("last")));
        Sums.check(row.getObject("tested_sum"), Sums.of(row.getString("tested")));
    }

    /** The checksum of what defines a run: settings, environment, and the run or study that it belongs to. */
    static long sum(ResultSet row) throws SQLException {
        return Sums.of(
                row.getString("spec"), row.getString("environment"), row.getString("fit_of"), row.getString("study"));
    }

    /** The checksum of what distinguishes a run from others: time, series and identity. */
    static long sumOfHead(ResultSet row) throws SQLException {
        return Sums.of(row.getString("created"), row.getString("series"), row.getString("identity"));
    }

    /** The error of a run that cannot be read. */
    DataException damaged(long run, RuntimeException e) {
        LOG.warn("run {} cannot be read", run, e);
        return new DataException(
                workspace, Text.of("run.damaged", run, Sums.said(e)), Text.of("run.damaged.remedy", run));
    }

    private StoredRun run(
            ResultSet row,
            RunSpec spec,
            Environment environment,
            Optional<RunEvent.EpochDone> best,
            Optional<RunEvent.EpochDone> last,
            Optional<RunEvent.Tested> tested,
            Optional<FitOf> fitOf,
            Optional<StudyRun> study)
            throws SQLException {
        long id = row.getLong("id");
        String process = row.getString("process");
        return new StoredRun(
                id,
                created(row.getString("created")),
                spec,
                owners.state(id, state(row.getString("state")), process),
                process,
                new StoredRun.Label(
                        row.getString("name"), row.getString("notes"), row.getString("tags"), row.getInt("star") != 0),
                row.getString("series"),
                row.getDouble("place"),
                environment,
                best,
                last,
                tested,
                row.getInt("trashed") != 0,
                fitOf,
                study);
    }

    /** The time at which the run was stored; 1970 if it cannot be read. */
    private static String created(String text) {
        try {
            StoredTime.check(text);
            return text;
        } catch (RuntimeException e) {
            return Instant.EPOCH.toString();
        }
    }

    /** The state of the run; interrupted if unknown. */
    private static RunState state(String name) {
        return Arrays.stream(RunState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(RunState.INTERRUPTED);
    }

    private static Optional<FitOf> fitOf(String json) {
        return json.isEmpty() ? Optional.empty() : Optional.of(RunJson.read(json, FitOf.class));
    }

    private static Optional<StudyRun> study(String json) {
        return json.isEmpty() ? Optional.empty() : Optional.of(RunJson.read(json, StudyRun.class));
    }

    private static Optional<RunEvent.Tested> tested(String json) {
        return !json.isEmpty() && RunJson.event(json) instanceof RunEvent.Tested tested
                ? Optional.of(tested)
                : Optional.empty();
    }

    private static Optional<RunEvent.EpochDone> epoch(String json) {
        return !json.isEmpty() && RunJson.event(json) instanceof RunEvent.EpochDone epoch
                ? Optional.of(epoch)
                : Optional.empty();
    }
}
