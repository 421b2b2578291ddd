package dev.nara.store.folder;

import dev.nara.algorithm.Weights;
import dev.nara.split.SplitFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Checks that a file in a run's folder is intact and belongs to the run. */
public final class FolderParts {
    private FolderParts() {}

    /**
     * Reads a file completely and checks it; skips files of kinds that cannot be checked.
     *
     * @param identity of the run, "" for one of an earlier version
     * @throws IOException naming the problem
     */
    public static void check(Path file, String identity) throws IOException {
        switch (FolderNames.kind(file)) {
            case MODEL -> checkModel(file, identity);
            case CHECKPOINT ->
                checkOwn(identity.isEmpty() ? Safetensors.read(file) : Safetensors.readWhole(file), identity);
            case ARRAYS -> Safetensors.read(file);
            case BATCHES -> BatchLog.check(file);
            case WATCHED -> checkLines(WatchedListLog.damagedLines(file));
            case LOG -> checkLines(RunLog.read(file).unread());
            case SPLIT -> SplitFile.check(file);
            case OTHER -> {
                // Pictures and tables can be made again from the events.
            }
        }
    }

    private static void checkModel(Path file, String identity) throws IOException {
        Weights read = Safetensors.read(file);
        checkOwn(read, identity);
        BestFiles.checkUsers(read);
        OptionalInt epoch = FolderNames.epoch(file);
        if (epoch.isPresent() && !BestFiles.isOf(read, epoch.getAsInt())) {
            throw new IOException("epoch");
        }
    }

    private static void checkOwn(Weights read, String identity) throws IOException {
        if (!identity.equals(read.notes().getOrDefault(RunFiles.IDENTITY, ""))) {
            throw new IOException(RunFiles.IDENTITY);
        }
    }

    private static void checkLines(int damaged) throws IOException {
        if (damaged > 0) {
            throw new IOException("checksum");
        }
    }
}
