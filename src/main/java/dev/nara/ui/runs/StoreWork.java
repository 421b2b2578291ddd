package dev.nara.ui.runs;

import dev.nara.ui.common.Frame;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Runs work on the store; the list of runs is read again afterwards, whether it succeeded or not. */
final class StoreWork {
    private final RunList list;
    private final Frame frame;

    StoreWork(RunList list, Frame frame) {
        this.list = list;
        this.frame = frame;
    }

    /** Runs it off the JavaFX thread and shows its result in the status bar unless that is "". */
    void run(Callable<String> work) {
        run(work, words -> {
            if (!words.isEmpty()) {
                frame.say().accept(words);
            }
        });
    }

    /** The same; {@code done} gets the result. */
    <T> void run(Callable<T> work, Consumer<T> done) {
        frame.jobs()
                .run(
                        work,
                        result -> {
                            list.refresh();
                            done.accept(result);
                        },
                        problem -> {
                            list.refresh();
                            frame.dialogs().error(problem);
                        });
    }
}
