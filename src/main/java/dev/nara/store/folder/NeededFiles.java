package dev.nara.store.folder;

import dev.nara.run.RunEvent;
import dev.nara.store.entry.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that a run must have, by its state and its events; for runs of earlier versions, the weights and figures alone. */
public final class NeededFiles {
    private final RunFiles files;
    private final StoredRun run;
    private final boolean earlier;
    private final List<RunEvent.EpochDone> epochs;
    private final BestFiles best;

    /** For a run that no process works on, with its stored events. */
    public NeededFiles(RunFiles files, StoredRun run, String identity, List<RunEvent> events) {
        this.files = files;
        this.run = run;
        earlier = identity.isEmpty();
        epochs = RunEvent.epochs(events);
        best = new BestFiles(files, run.id(), identity);
    }

    /** The missing files of its best epoch: weights, and users' figures if it was evaluated on the test part. */
    public List<Path> ofBest() {
        int epoch = BestFiles.best(run);
        boolean reported = run.spec().chosenOnTest()
                || run.tested().filter(test -> !test.metrics().isEmpty()).isPresent();
        List<Path> needed = new ArrayList<>();
        if (epoch > 0) {
            needed.add(best.weightsFile(epoch));
        }
        if (epoch > 0 && reported) {
            needed.add(best.userFiguresFile(epoch));
        }
        return missing(needed);
    }

    /** The missing checkpoint from which a run with finished epochs would be resumed. */
    public List<Path> checkpoint() {
        boolean needed = !earlier && run.state().resumable() && !epochs.isEmpty();
        return missing(needed ? List.of(files.checkpoint(run.id())) : List.of());
    }

    /** The missing initial weights of a run that has not begun. */
    public List<Path> starts() {
        boolean needed = run.state().resumable() && !Files.exists(files.checkpoint(run.id()));
        List<Path> starts = new ArrayList<>();
        for (int place = 1; needed && place <= run.spec().startsFrom().size(); place++) {
            starts.add(files.start(run.id(), place));
        }
        return missing(starts);
    }

    /** The figures by which a search compares a trial, if they are missing or lack its best epoch. */
    public List<Path> figures() {
        Path kept = files.validationFigures(run.id());
        boolean trial = run.study().filter(of -> !of.test()).isPresent();
        return !earlier && trial && BestFiles.best(run) > 0 && !has(kept, BestFiles.best(run))
                ? List.of(kept)
                : List.of();
    }

    private static boolean has(Path file, int epoch) {
        try {
            return Files.exists(file) && Safetensors.read(file).names().contains(Integer.toString(epoch));
        } catch (IOException e) {
            // A damaged file is reported as such.
            return true;
        }
    }

    /** The missing or empty records of what was shown while it learnt: losses of batches, lists of watched users. */
    public List<Path> records() {
        List<Path> needed = new ArrayList<>();
        if (!earlier && !epochs.isEmpty()) {
            needed.add(files.batches(run.id()));
        }
        if (!earlier && epochs.stream().anyMatch(epoch -> !epoch.metrics().isEmpty())) {
            needed.add(files.watchedLists(run.id()));
        }
        return needed.stream().filter(file -> file.toFile().length() == 0).toList();
    }

    private static List<Path> missing(List<Path> needed) {
        return needed.stream().filter(file -> !Files.exists(file)).toList();
    }
}
