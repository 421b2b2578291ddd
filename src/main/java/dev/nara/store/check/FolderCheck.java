package dev.nara.store.check;

import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.OwnPlaces;
import dev.nara.run.RunEvent;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.ArchiveHeader;
import dev.nara.store.folder.BatchLog;
import dev.nara.store.folder.BestFiles;
import dev.nara.store.folder.FolderHeader;
import dev.nara.store.folder.FolderNames;
import dev.nara.store.folder.FolderParts;
import dev.nara.store.folder.NeededFiles;
import dev.nara.store.folder.RunFiles;
import dev.nara.store.folder.RunLog;
import dev.nara.store.folder.SetAside;
import dev.nara.store.folder.WatchedListLog;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks the files of a run that no process works on against its row and events. */
final class FolderCheck {
    private final RunStore store;
    private final StoredRun run;
    private final boolean repair;
    private final List<WorkspaceFinding> findings;
    private final RunFiles files;
    private final String identity;

    FolderCheck(RunStore store, StoredRun run, boolean repair, List<WorkspaceFinding> findings) throws DataException {
        this.store = store;
        this.run = run;
        this.repair = repair;
        this.findings = findings;
        files = store.files();
        identity = store.identity(run);
    }

    void look() throws DataException, IOException {
        if (OwnPlaces.link(files.folder(run.id())).isPresent()) {
            // It is found with the other links.
            return;
        }
        if (repair) {
            AtomicFile.deleteUnfinished(files.folder(run.id()));
        }
        header();
        for (Path file : RunFiles.carried(files.folder(run.id()))) {
            if (FolderNames.kind(file) == FolderNames.Kind.LOG) {
                continue;
            }
            try {
                FolderParts.check(file, identity);
            } catch (IOException e) {
                damaged(file, e);
            }
        }
        log();
        missing(new NeededFiles(files, run, identity, store.events(run.id())));
    }

    private void found(WorkspaceFinding.Kind kind, Path file, Text problem, Text remedy, boolean repaired) {
        if (OwnPlaces.link(file).isPresent()) {
            return;
        }
        String what = store.workspace().relativize(file.toAbsolutePath()).toString();
        findings.add(new WorkspaceFinding(kind, run.id(), what, problem, remedy, repaired));
    }

    /** Checks the header in the folder against the row, which takes precedence. Folders of earlier versions have no header. */
    private void header() throws IOException {
        Path folder = files.folder(run.id());
        boolean agrees = identity.isEmpty() && !FolderHeader.exists(folder);
        try {
            ArchiveHeader says = agrees ? null : FolderHeader.read(folder);
            agrees |= says != null && says.in(run.state()).equals(ArchiveHeader.of(run, identity));
        } catch (IOException e) {
            agrees = false;
        }
        if (!agrees) {
            if (repair) {
                FolderHeader.write(folder, ArchiveHeader.of(run, identity));
            }
            Text remedy = Text.of(repair ? "check.mended.written" : "check.repair");
            found(WorkspaceFinding.Kind.FILE, folder.resolve("run.json"), Text.of("check.header.file"), remedy, repair);
        }
    }

    /** On request, a damaged file is set aside, and its intact part is kept; weights and checkpoints in use cannot be replaced. */
    private void damaged(Path file, IOException e) throws IOException {
        FolderNames.Kind kind = FolderNames.kind(file);
        boolean best = file.equals(new BestFiles(files, run.id(), identity).weightsFile(BestFiles.best(run)));
        boolean needed = best
                || (kind == FolderNames.Kind.CHECKPOINT && !run.state().ended())
                || (kind == FolderNames.Kind.MODEL && file.equals(userFigures()))
                || (kind == FolderNames.Kind.ARRAYS && !file.equals(files.validationFigures(run.id())));
        boolean repaired = repair && !needed;
        if (repaired) {
            setAside(file, kind);
        }
        Text remedy = needed
                ? Text.of(
                        kind == FolderNames.Kind.CHECKPOINT
                                ? "checkpoint.unreadable.remedy"
                                : "run.other.weights.remedy")
                : Text.of(repaired ? "check.mended.part" : "check.repair");
        found(
                WorkspaceFinding.Kind.FILE,
                file,
                Text.of("check.file", String.valueOf(e.getMessage())),
                remedy,
                repaired);
    }

    private Path userFigures() {
        return new BestFiles(files, run.id(), identity).userFiguresFile(BestFiles.best(run));
    }

    private void setAside(Path file, FolderNames.Kind kind) throws IOException {
        SetAside aside = new SetAside(store.workspace());
        String name = "run-" + run.id() + "-" + file.getFileName();
        switch (kind) {
            case BATCHES, WATCHED -> {
                aside.copy(file, name);
                cut(file);
            }
            default -> aside.move(file, name);
        }
    }

    /** Keeps what is intact of a record of what was shown; the file is valid even if that is nothing. */
    private static void cut(Path file) throws IOException {
        if (FolderNames.kind(file) == FolderNames.Kind.BATCHES) {
            BatchLog.cut(file);
        } else {
            WatchedListLog.cut(file);
        }
    }

    /** The log has the same epochs as the events, and perhaps one more if a process was killed before the event was stored. */
    private void log() throws DataException, IOException {
        Path log = files.log(run.id());
        List<RunEvent> events = store.events(run.id());
        RunLog.Contents contents = read(log);
        if (identity.isEmpty() || contents.agrees(events, run.state().ended())) {
            return;
        }
        if (repair) {
            if (Files.exists(log)) {
                new SetAside(store.workspace()).move(log, "run-" + run.id() + "-run.log");
            }
            for (RunEvent event : events) {
                RunLog.append(log, event);
            }
        }
        found(
                WorkspaceFinding.Kind.FILE,
                log,
                Text.of("check.log"),
                Text.of(repair ? "check.mended.written" : "check.repair"),
                repair);
    }

    /** Reads the log; the result is empty if it is not a regular file. */
    private static RunLog.Contents read(Path log) {
        try {
            return Files.exists(log) ? RunLog.read(log) : new RunLog.Contents(List.of(), 0);
        } catch (IOException e) {
            return new RunLog.Contents(List.of(), 1);
        }
    }

    private void missing(NeededFiles needed) throws IOException {
        needed.ofBest().forEach(file -> missing(file, "run.other.weights.remedy"));
        needed.checkpoint().forEach(file -> missing(file, "run.no.checkpoint.remedy"));
        needed.starts().forEach(file -> missing(file, "run.start.weights.remedy"));
        needed.figures().forEach(file -> missing(file, "trial.figures.remedy"));
        for (Path file : needed.records()) {
            if (repair) {
                cut(file);
            }
            Text remedy = Text.of(repair ? "check.mended.without" : "check.repair");
            found(WorkspaceFinding.Kind.MISSING, file, Text.of("check.missing"), remedy, repair);
        }
    }

    private void missing(Path file, String remedy) {
        found(WorkspaceFinding.Kind.MISSING, file, Text.of("check.missing"), Text.of(remedy), false);
    }
}
