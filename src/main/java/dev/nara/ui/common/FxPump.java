package dev.nara.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * Passes elements from any thread to the JavaFX thread, in batches of all that arrived since the last delivery, at most ten times a second.
 */
public final class FxPump<T> {
    private static final long INTERVAL_MILLIS = 100;

    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Consumer<List<T>> consumer;
    private long lastDelivery;

    /** {@code consumer} is called on the JavaFX thread, with at least one element, in order. */
    public FxPump(Consumer<List<T>> consumer) {
        this.consumer = consumer;
    }

    /** Adds an element; returns at once. */
    public void offer(T element) {
        waiting.add(element);
        if (scheduled.compareAndSet(false, true)) {
            Platform.runLater(this::deliverInTime);
        }
    }

    private void deliverInTime() {
        long wait = INTERVAL_MILLIS - (System.nanoTime() - lastDelivery) / 1_000_000;
        if (lastDelivery == 0 || wait <= 0) {
            deliver();
        } else {
            PauseTransition pause = new PauseTransition(Duration.millis((double) wait));
            // A delivery may open a dialog, which JavaFX does not allow during an animation.
            pause.setOnFinished(e -> Platform.runLater(this::deliver));
            pause.play();
        }
    }

    private void deliver() {
        lastDelivery = System.nanoTime();
        scheduled.set(false);
        List<T> elements = new ArrayList<>();
        for (T element = waiting.poll(); element != null; element = waiting.poll()) {
            elements.add(element);
        }
        if (!elements.isEmpty()) {
            consumer.accept(elements);
        }
    }
}
