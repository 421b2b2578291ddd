package dev.nara.store.archive;

import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.FreeSpace;
import dev.nara.data.InputFile;
import dev.nara.data.OutputFile;
import dev.nara.data.SystemCause;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.database.DataLocations;
import dev.nara.store.database.FigureNames;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.ArchiveHeader;
import dev.nara.store.folder.FolderHeader;
import dev.nara.store.folder.FolderNames;
import dev.nara.store.folder.FolderParts;
import dev.nara.store.folder.ImportedNames;
import dev.nara.store.folder.RunFiles;
import dev.nara.store.folder.RunLog;
import dev.nara.text.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run as one file, for another machine or a colleague: its settings, its events, its weights and checkpoint. */
public final class RunArchive {
    private static final Logger LOG = LoggerFactory.getLogger(RunArchive.class);
    private static final String RUN = "run.json";
    private static final String EVENTS = "events.jsonl";
    /** The longest accepted header in bytes; no run has a longer one. It is read into memory. */
    private static final long LONGEST_HEADER = 4 << 20;

    private static final long LONGEST_EVENTS = 256 << 20;
    private static final int MOST_EVENTS = 200_000;

    private RunArchive() {}

    /** Writes a run to a file, completely or not at all. */
    public static void export(RunStore store, StoredRun run, Path file) throws IOException, DataException {
        if (run.state() == RunState.RUNNING) {
            throw new DataException(Text.of("archive.running", run.id()), Text.of("archive.running.remedy"));
        }
        ArchiveHeader header = ArchiveHeader.of(run, store.identity(run)).elsewhere();
        List<RunEvent> events = store.events(run.id());
        Path folder = store.files().folder(run.id());
        OutputFile.write(file, out -> write(header, events, folder, out));
    }

    private static void write(ArchiveHeader header, List<RunEvent> events, Path folder, OutputStream out)
            throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            text(zip, RUN, FolderHeader.text(header) + "\n");
            StringBuilder lines = new StringBuilder();
            events.forEach(event -> lines.append(RunJson.event(event)).append('\n'));
            text(zip, EVENTS, lines.toString());
            for (Path part : RunFiles.carried(folder)) {
                zip.putNextEntry(new ZipEntry(part.getFileName().toString()));
                InputFile.copyKept(part, zip);
                zip.closeEntry();
            }
            zip.finish();
            out.flush();
        }
    }

    private static void text(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /**
     * Imports a run from a file; returns its new number.
     *
     * @throws DataException if it is not an archive of a run; then nothing is stored
     */
    public static long read(RunStore store, Path file) throws DataException {
        return store(store, file, header -> header);
    }

    /** Reads the data of a run from another location. */
    @FunctionalInterface
    public interface DataReader {
        Dataset read(RunSpec spec) throws DataException;
    }

    /**
     * Imports a run whose data is at another location on this machine.
     *
     * @throws DataException if it is not an archive of a run, or the data is not the run's; then nothing is stored
     */
    public static long read(RunStore store, Path file, DataReader data) throws DataException {
        return store(store, file, header -> {
            Dataset there = data.read(header.spec());
            DataLocations.check(String.valueOf(file.getFileName()), header.spec(), there);
            return header.at(there.path());
        });
    }

    /** Changes a header before it is stored. */
    private interface Change {
        ArchiveHeader of(ArchiveHeader header) throws DataException;
    }

    private static long store(RunStore store, Path file, Change change) throws DataException {
        InputFile.checkRegular(file);
        try (ArchiveReader archive = new ArchiveReader(file)) {
            // Its study, if any, is not in this workspace.
            ArchiveHeader header =
                    FolderHeader.archived(archive.text(RUN, LONGEST_HEADER)).elsewhere();
            FigureNames names = new FigureNames(header.spec());
            List<RunEvent> events = new ArrayList<>();
            for (String line : archive.text(EVENTS, LONGEST_EVENTS).lines().toList()) {
                if (events.size() == MOST_EVENTS) {
                    throw new IOException("too many events");
                }
                events.add(names.today(RunJson.event(line)));
            }
            ImportedNames.check(header, events);
            FreeSpace.check(file, store.workspace(), archive.size(FolderNames::isCarried), SystemCause.FULL.remedy());
            return store.newRuns().add(change.of(header), events, folder -> {
                unpack(archive, header.identity(), folder);
                checkWeights(folder, header, events);
                RunLog.complete(folder, events);
                boolean agrees = RunLog.read(RunFiles.log(folder))
                        .agrees(events, header.state().ended());
                if (!agrees && !header.identity().isEmpty()) {
                    throw new IOException("the log tells other epochs");
                }
            });
        } catch (NoSuchFileException e) {
            throw DataException.unreadable(file, e);
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} cannot be imported", file, e);
            throw DataException.of(e)
                    .map(words -> words.fileName().isEmpty()
                            ? new DataException(file, words.problem(), words.remedy())
                            : words)
                    .orElseGet(
                            () -> new DataException(file, Text.of("archive.broken"), Text.of("archive.broken.remedy")));
        }
    }

    /**
     * Throws if the weights of the best epoch are missing, for example because the name of their part was damaged, or those that a run
     * would begin with.
     */
    private static void checkWeights(Path folder, ArchiveHeader header, List<RunEvent> events) throws IOException {
        OptionalInt best = RunEvent.epochs(events).stream()
                .filter(RunEvent.EpochDone::best)
                .mapToInt(RunEvent.EpochDone::epoch)
                .reduce((before, last) -> last);
        if (best.isPresent() && !FolderNames.haveWeights(folder, best.getAsInt())) {
            throw new IOException("the weights are missing");
        }
        int starts = header.state().ended() ? 0 : header.spec().startsFrom().size();
        if (!FolderNames.haveStarts(folder, starts)) {
            throw new IOException("the initial weights are missing");
        }
    }

    /** Unpacks all parts; throws if one is truncated, damaged or of another run. */
    private static void unpack(ArchiveReader archive, String identity, Path folder) throws IOException {
        for (String name : archive.names()) {
            if (FolderNames.isCarried(name)) {
                AtomicFile.write(folder.resolve(name), out -> archive.copy(name, out));
                FolderParts.check(folder.resolve(name), identity);
            }
        }
    }
}
