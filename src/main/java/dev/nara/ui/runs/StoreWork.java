package dev.nara.ui.runs;

import dev.nara.ui.common.Frame;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Work on the store, after which the list is read again, whether it succeeded or not. */
final class StoreWork {
    private final RunList list;
    private final Frame frame;

    StoreWork(RunList list, Frame frame) {
        this.list = list;
        this.frame = frame;
    }

    /** Does it off the JavaFX thread; what it returns is shown in the status bar, "" is not. */
    void run(Callable<String> work) {
        run(work, words -> {
            if (!words.isEmpty()) {
                frame.say().accept(words);
            }
        });
    }

    /** The same; what it returns is given to {@code done}. */
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
