package dev.nara.ui.common;

import dev.nara.data.DataException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** Runs work off the JavaFX thread and delivers its result or error on it. */
public final class Jobs {
    private final Executor executor;
    private final Consumer<Throwable> failure;
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();

    /** {@code failure} gets every error, on the JavaFX thread. */
    public Jobs(Executor executor, Consumer<Throwable> failure) {
        this.executor = executor;
        this.failure = failure;
    }

    /** Runs the work and passes its result to {@code done} on the JavaFX thread. */
    public <T> void run(Callable<T> work, Consumer<T> done) {
        run(work, done, failure);
    }

    /** Handles an error like those of jobs. */
    public void failed(Throwable error) {
        failure.accept(error);
    }

    /** The same with an error handler of its own, and not counted among the jobs under way. */
    public <T> void quietly(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        executor.execute(() -> {
            try {
                T result = work.call();
                Platform.runLater(() -> done.accept(result));
            } catch (Throwable error) {
                Platform.runLater(() -> failed.accept(error));
            }
        });
    }

    /** The same with an error handler of its own. */
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        running.set(running.get() + 1);
        quietly(
                work,
                result -> {
                    running.set(running.get() - 1);
                    done.accept(result);
                },
                error -> {
                    running.set(running.get() - 1);
                    failed.accept(error);
                });
    }

    /** Work on one of several elements. */
    @FunctionalInterface
    public interface Step<T> {
        void on(T one) throws DataException;
    }

    /**
     * Applies the step to all elements; a failure does not prevent the others.
     *
     * @throws DataException the first problem, after all elements were handled
     */
    public static <T> void each(List<T> all, Step<T> step) throws DataException {
        DataException first = null;
        for (T one : all) {
            try {
                step.on(one);
            } catch (DataException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** The number of jobs that run or wait. */
    public ReadOnlyIntegerProperty runningProperty() {
        return running.getReadOnlyProperty();
    }
}
