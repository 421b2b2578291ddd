package dev.nara.ui;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One thread for the jobs of a pane; what the pane asks for once the test has ended, as after a pause, is dropped. */
public final class WindowJobs implements Executor {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    @Override
    public void execute(Runnable job) {
        if (!thread.isShutdown()) {
            thread.execute(job);
        }
    }

    /** Ends on the JavaFX thread, from which panes give their jobs. */
    public void end() {
        OnFx.run(thread::shutdownNow);
    }
}
