package dev.nara.store.folder;

import dev.nara.run.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is stored of a run that no process works on. */
public record Remainder(String process, @Nullable Checkpoint checkpoint, List<RunEvent> events) {
    /** The finished epochs up to the checkpoint: the last is the one after which it was written. */
    public List<RunEvent.EpochDone> epochs() {
        List<RunEvent.EpochDone> epochs = RunEvent.epochs(events);
        if (checkpoint == null) {
            return List.of();
        }
        RunEvent.EpochDone last = checkpoint.epoch();
        List<RunEvent.EpochDone> before =
                epochs.stream().takeWhile(epoch -> !same(epoch, last)).toList();
        List<RunEvent.EpochDone> until = new ArrayList<>(before);
        // The event as stored, if it was stored.
        until.add(before.size() < epochs.size() ? epochs.get(before.size()) : last);
        return until;
    }

    /** Whether no epoch is missing before the one of the checkpoint. */
    public boolean follows() {
        List<RunEvent.EpochDone> epochs = epochs();
        RunEvent.EpochDone last = epochs.get(epochs.size() - 1);
        return last.epoch()
                == epochs.stream()
                        .filter(epoch -> epoch.phase().equals(last.phase()))
                        .count();
    }

    /** The figures on the test part, if no epoch is stored after the checkpoint. */
    public Optional<RunEvent.Tested> tested() {
        return RunEvent.epochs(events).size() > epochs().size() ? Optional.empty() : RunEvent.tested(events);
    }

    private static boolean same(RunEvent.EpochDone a, RunEvent.EpochDone b) {
        return a.phase().equals(b.phase()) && a.epoch() == b.epoch();
    }
}
