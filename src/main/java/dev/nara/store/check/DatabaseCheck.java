package dev.nara.store.check;

import dev.nara.data.DataException;
import dev.nara.store.database.LivingProcesses;
import dev.nara.store.database.RunDatabase;
import dev.nara.store.database.RunSchema;
import dev.nara.store.folder.SetAside;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Checks that the database of a workspace is intact; on request, sets a damaged one aside and starts a new one. */
final class DatabaseCheck {
    private static final String FILE = "runs.db";

    private DatabaseCheck() {}

    static List<WorkspaceFinding> of(Path workspace, boolean repair) throws IOException, DataException {
        RunDatabase.checkFiles(workspace);
        Path file = workspace.resolve(FILE);
        String problem = Files.exists(file) ? problem(workspace) : "";
        if (problem.isEmpty()) {
            return List.of();
        }
        if (repair) {
            try (LivingProcesses processes = new LivingProcesses(workspace)) {
                if (processes.anyAlive()) {
                    throw new DataException(workspace, Text.of("check.busy"), Text.of("check.busy.remedy"));
                }
            }
            SetAside aside = new SetAside(workspace);
            for (String end : List.of("", "-wal", "-shm")) {
                if (Files.exists(workspace.resolve(FILE + end))) {
                    aside.move(workspace.resolve(FILE + end), FILE + end);
                }
            }
        }
        return List.of(new WorkspaceFinding(
                WorkspaceFinding.Kind.DATABASE,
                0,
                FILE,
                Text.of("check.database", problem),
                repair ? Text.of("check.mended.database") : Text.of("check.repair"),
                repair));
    }

    /** The problem found; "" if none. */
    private static String problem(Path workspace) throws IOException, DataException {
        try (Connection connection = RunDatabase.connection(RunDatabase.url(workspace));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            try (ResultSet answer = statement.executeQuery("PRAGMA integrity_check(1)")) {
                String found = answer.next() ? answer.getString(1) : "";
                if (!found.equals("ok")) {
                    return found;
                }
            }
            if (RunDatabase.writable(workspace)) {
                RunSchema.prepare(workspace, connection);
            } else {
                RunSchema.check(workspace, connection);
            }
            return "";
        } catch (SQLException e) {
            if (RunDatabase.isDamage(e)) {
                return String.valueOf(e.getMessage());
            }
            throw RunDatabase.unusable(workspace, e);
        }
    }
}
