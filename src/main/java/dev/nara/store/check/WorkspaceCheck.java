package dev.nara.store.check;

import dev.nara.data.DataException;
import dev.nara.data.OwnPlaces;
import dev.nara.data.PrivateFiles;
import dev.nara.data.Pseudonyms;
import dev.nara.store.RunStore;
import dev.nara.store.database.RunDatabase;
import dev.nara.store.entry.DamagedStudy;
import dev.nara.store.entry.OrphanFolder;
import dev.nara.store.folder.SetAside;
import dev.nara.text.Text;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds damaged, orphaned and inconsistent parts of a workspace, and on request repairs what can be repaired; the rest is moved to {@code
 * set-aside} in the workspace, and nothing is deleted.
 */
public final class WorkspaceCheck {
    private final Path workspace;
    private final boolean repair;
    private final Studies studies;
    private final List<WorkspaceFinding> findings = new ArrayList<>();

    private WorkspaceCheck(Path workspace, boolean repair, Studies studies) {
        this.workspace = workspace.toAbsolutePath();
        this.repair = repair;
        this.studies = studies;
    }

    /** Finds the damaged studies of a workspace. */
    @FunctionalInterface
    public interface Studies {
        /** The damaged studies that were not deleted. */
        List<DamagedStudy> damaged(RunStore store) throws DataException;
    }

    /**
     * The findings, and how many runs were checked.
     *
     * @param findings in the order in which they were found
     */
    public record Report(int runs, List<WorkspaceFinding> findings) {
        /** How many findings have not been repaired. */
        public long left() {
            return findings.stream().filter(finding -> !finding.repaired()).count();
        }
    }

    /**
     * Checks a workspace.
     *
     * @param repair whether to repair what can be repaired
     * @throws DataException if it cannot be opened, or other processes prevent repairs
     */
    public static Report of(Path workspace, boolean repair, Studies studies) throws DataException {
        return new WorkspaceCheck(workspace, repair, studies).report();
    }

    /**
     * Checks a workspace that this process has open, and whose database therefore was intact; leaves out runs that are under way.
     *
     * @throws DataException if it cannot be read or repaired
     */
    public static Report of(RunStore store, boolean repair, Studies studies) throws DataException {
        Path workspace = store.workspace();
        try {
            WorkspaceCheck check = new WorkspaceCheck(workspace, repair, studies);
            check.findings.addAll(DatabaseCheck.of(workspace, false));
            check.links();
            return check.report(store);
        } catch (IOException e) {
            throw RunDatabase.unusable(workspace, e);
        }
    }

    private Report report() throws DataException {
        try {
            List<WorkspaceFinding> database = DatabaseCheck.of(workspace, repair);
            findings.addAll(database);
            if (!database.isEmpty() && !repair) {
                return new Report(0, findings);
            }
            try (RunStore store = RunStore.open(workspace)) {
                links();
                return report(store);
            }
        } catch (IOException e) {
            throw RunDatabase.unusable(workspace, e);
        }
    }

    private Report report(RunStore store) throws DataException, IOException {
        orphans(store);
        int runs = new RunsCheck(store, repair, findings).look();
        studies(store);
        for (String key : store.references().damaged()) {
            if (repair) {
                store.references().delete(key);
            }
            findings.add(new WorkspaceFinding(
                    WorkspaceFinding.Kind.REFERENCE,
                    0,
                    "reference_figures",
                    Text.of("check.reference"),
                    remedy(Text.of("check.mended.reference")),
                    repair));
        }
        key();
        permissions();
        return new Report(runs, List.copyOf(findings));
    }

    private Text remedy(Text done) {
        return repair ? done : Text.of("check.repair");
    }

    private void orphans(RunStore store) throws DataException {
        for (OrphanFolder orphan : store.orphans().list()) {
            boolean adopted = repair && orphan.adoptable() && adopted(store, orphan);
            Text done = adopted
                    ? Text.of("check.mended.adopted", orphan.number())
                    : repair
                            ? Text.of(
                                    "check.mended.aside",
                                    relative(store.orphans().setAside(orphan)))
                            : Text.of("check.repair");
            findings.add(new WorkspaceFinding(
                    WorkspaceFinding.Kind.ORPHAN,
                    orphan.number(),
                    relative(orphan.folder()),
                    Text.of(orphan.adoptable() ? "check.orphan" : "check.orphan.unknown"),
                    done,
                    repair));
        }
    }

    private static boolean adopted(RunStore store, OrphanFolder orphan) {
        try {
            store.orphans().adopt(orphan);
            return true;
        } catch (DataException e) {
            // Its files do not describe the run completely.
            return false;
        }
    }

    private void studies(RunStore store) throws DataException {
        for (DamagedStudy study : studies.damaged(store)) {
            if (repair) {
                store.studies().put(study.id());
            }
            findings.add(new WorkspaceFinding(
                    WorkspaceFinding.Kind.STUDY,
                    study.id(),
                    "runs.db",
                    study.problem().problem(),
                    remedy(Text.of("check.mended.study")),
                    repair));
        }
    }

    /** Checks the key of the pseudonyms of presentation mode. A missing key is no problem: it is created when it is needed. */
    private void key() throws IOException {
        Path file = workspace.resolve(Pseudonyms.FILE);
        if (Files.exists(file)) {
            try {
                Pseudonyms.of(workspace);
            } catch (Pseudonyms.DamagedKeyException e) {
                Text done = repair
                        ? Text.of("check.mended.aside", relative(new SetAside(workspace).move(file, Pseudonyms.FILE)))
                        : Text.of("check.repair");
                findings.add(new WorkspaceFinding(
                        WorkspaceFinding.Kind.FILE, 0, Pseudonyms.FILE, Text.of("check.key"), done, repair));
            }
        }
    }

    /** Finds links in the places of the workspace's own files, before all but the database: nothing is read or repaired through one. */
    private void links() throws IOException {
        Path aside = SetAside.in(workspace);
        for (Path path : all()) {
            boolean looked = path.equals(aside) || !path.startsWith(aside);
            Optional<DataException> problem =
                    looked && Files.isSymbolicLink(path) ? OwnPlaces.link(path) : Optional.empty();
            if (problem.isPresent()) {
                boolean moved = repair && !path.equals(aside);
                String name = relative(path).replace(File.separatorChar, '-');
                Text done = moved
                        ? Text.of("check.mended.aside", relative(new SetAside(workspace).move(path, name)))
                        : problem.get().remedy();
                findings.add(new WorkspaceFinding(
                        WorkspaceFinding.Kind.FILE,
                        0,
                        relative(path),
                        problem.get().problem(),
                        done,
                        moved));
            }
        }
    }

    private void permissions() throws IOException {
        for (Path path : all()) {
            permission(path);
        }
    }

    private List<Path> all() throws IOException {
        Path real = workspace.toRealPath();
        try (Stream<Path> all = Files.walk(real)) {
            return all.map(path -> workspace.resolve(real.relativize(path))).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void permission(Path path) throws IOException {
        // Another process may have deleted it.
        if (Files.exists(path) && PrivateFiles.isOpen(path)) {
            if (repair) {
                PrivateFiles.close(path);
            }
            boolean closed = repair && !PrivateFiles.isOpen(path);
            findings.add(new WorkspaceFinding(
                    WorkspaceFinding.Kind.PERMISSION,
                    0,
                    relative(path),
                    Text.of("check.open"),
                    closed ? Text.of("check.mended.closed") : Text.of("check.repair"),
                    closed));
        }
    }

    private String relative(Path path) {
        return workspace.relativize(path.toAbsolutePath()).toString();
    }
}
