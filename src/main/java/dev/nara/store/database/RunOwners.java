package dev.nara.store.database;

import dev.nara.run.RunState;
import dev.nara.store.entry.StoredRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who works on the runs of a workspace: this program, or another that is alive. */
public final class RunOwners {
    private final LivingProcesses processes;
    /** Runs that this program works on. */
    private final Set<Long> active = ConcurrentHashMap.newKeySet();

    public RunOwners(Path workspace) throws IOException {
        processes = new LivingProcesses(workspace);
    }

    /** What this program is called in {@link StoredRun#process}; it can be seen to be alive from now on. */
    public String own() throws IOException {
        return processes.own();
    }

    /** Whether that is this program's own name. */
    public boolean isOwn(String process) {
        return processes.isOwn(process);
    }

    public boolean alive(String process) {
        return processes.alive(process);
    }

    /** This program works on the run. */
    public void take(long run) {
        active.add(run);
    }

    /** This program works on the run no longer. */
    public void release(long run) {
        active.remove(run);
    }

    /** The state of a run: one that is stored as running is interrupted where nobody works on it any more. */
    RunState state(long run, RunState stored, String process) {
        // Of a run of this program the end could not be stored, as when the disk was full.
        boolean trained = isOwn(process) ? active.contains(run) : stored == RunState.RUNNING && alive(process);
        return stored == RunState.RUNNING && !trained ? RunState.INTERRUPTED : stored;
    }

    /** Whether another program that is alive works on a run, or has it in its queue. */
    public boolean elsewhere(StoredRun run) {
        return !active.contains(run.id()) && !run.state().ended() && !isOwn(run.process()) && alive(run.process());
    }

    /** Whether this or another living program works on a run. */
    public boolean underWay(StoredRun run) {
        return active.contains(run.id()) || elsewhere(run);
    }

    /** Deletes the lock files of programs that were killed. */
    public void sweep() throws IOException {
        processes.sweep();
    }

    /** This program can no longer be seen to be alive. */
    public void close() throws IOException {
        processes.close();
    }
}
