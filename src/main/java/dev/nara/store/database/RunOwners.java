package dev.nara.store.database;

import dev.nara.run.RunState;
import dev.nara.store.entry.StoredRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells which process works on each run of a workspace: this one, or another living one. */
public final class RunOwners {
    private final LivingProcesses processes;
    /** Runs that this process works on. */
    private final Set<Long> active = ConcurrentHashMap.newKeySet();

    public RunOwners(Path workspace) throws IOException {
        processes = new LivingProcesses(workspace);
    }

    /** The name of this process in {@link StoredRun#process}; from now on it counts as alive. */
    public String own() throws IOException {
        return processes.own();
    }

    /** Whether the name is that of this process. */
    public boolean isOwn(String process) {
        return processes.isOwn(process);
    }

    public boolean alive(String process) {
        return processes.alive(process);
    }

    /** Records that this process works on a run. */
    public void take(long run) {
        active.add(run);
    }

    /** Records that this process no longer works on a run. */
    public void release(long run) {
        active.remove(run);
    }

    /** The state of a run: one stored as running counts as interrupted if no process works on it any more. */
    RunState state(long run, RunState stored, String process) {
        // A run of this process that is not active has ended, but its end could not be stored, for example on a full
        // disk.
        boolean trained = isOwn(process) ? active.contains(run) : stored == RunState.RUNNING && alive(process);
        return stored == RunState.RUNNING && !trained ? RunState.INTERRUPTED : stored;
    }

    /** Whether another living process works on a run, or has it in its queue. */
    public boolean elsewhere(StoredRun run) {
        return !active.contains(run.id()) && !run.state().ended() && !isOwn(run.process()) && alive(run.process());
    }

    /** Whether this process works on a run, or another living process works on it or has it in its queue. */
    public boolean underWay(StoredRun run) {
        return active.contains(run.id()) || elsewhere(run);
    }

    /** Deletes the lock files of killed processes. */
    public void sweep() throws IOException {
        processes.sweep();
    }

    /** From now on this process counts as ended. */
    public void close() throws IOException {
        processes.close();
    }
}
