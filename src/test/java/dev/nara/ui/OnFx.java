package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The only way from a test to the nodes on screen: finds, reads and changes them on the JavaFX thread, whichever thread asks.
 * A scene graph that another thread walks while it changes gives wrong answers and, now and then, exceptions.
 */
public final class OnFx {
    private static final long PATIENCE_SECONDS = Long.getLong("nara.patience", 120);
    private static final long BETWEEN_LOOKS_MILLIS = 20;
    /** Rounds of ten milliseconds, for what is done by events that follow from events. */
    private static final int ROUNDS = 3;

    private static final FxRobot ROBOT = new FxRobot();

    private OnFx() {}

    /** The first node on screen that the query (a CSS selector, or the text of a control) finds; fails where none is. */
    public static <T extends Node> T find(String query, Class<T> kind) {
        return get(() -> ROBOT.lookup(query).queryAs(kind));
    }

    /** The first node inside of another that the CSS selector finds, on screen or scrolled out of sight; fails where none is. */
    public static <T extends Node> T find(Parent inside, String selector, Class<T> kind) {
        return all(inside, selector, kind).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + selector + " in " + inside));
    }

    /** All nodes of this kind inside of another that the CSS selector finds, on screen or scrolled out of sight. */
    public static <T extends Node> List<T> all(Parent inside, String selector, Class<T> kind) {
        return get(() -> inside.lookupAll(selector).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList());
    }

    /** The button with this query; the text on it will do. */
    public static Button button(String query) {
        return find(query, Button.class);
    }

    /** All nodes of this kind on screen that the query finds, in the order of the scene graph. */
    public static <T extends Node> List<T> all(String query, Class<T> kind) {
        return get(() -> ROBOT.lookup(query).queryAll().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList());
    }

    /** Whether the query finds anything that is visible; what is only hidden is not present. */
    public static boolean present(String query) {
        return get(() -> ROBOT.lookup(query).queryAll().stream().anyMatch(OnFx::visible));
    }

    private static boolean visible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** What is read, on the JavaFX thread, once. */
    public static <T> T get(Supplier<T> read) {
        if (Platform.isFxApplicationThread()) {
            return read.get();
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(read.get());
            } catch (Throwable error) {
                answer.completeExceptionally(error);
            }
        });
        return answer(answer);
    }

    private static <T> T answer(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().toString(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the JavaFX thread does not answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Does it on the JavaFX thread and waits until what it caused is on screen; not to be called on that thread itself, which would wait
     * for its own next pulse, and must not open a dialog that blocks.
     */
    public static void run(Runnable change) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("already on the JavaFX thread");
        }
        CompletableFuture<Boolean> laidOut = get(() -> {
            change.run();
            return nextPulse();
        });
        WaitForAsyncUtils.waitForFxEvents(ROUNDS);
        answer(laidOut);
    }

    /** Complete once a whole pulse of the scene graph has passed; on the JavaFX thread. */
    private static CompletableFuture<Boolean> nextPulse() {
        CompletableFuture<Boolean> passed = new CompletableFuture<>();
        new AnimationTimer() {
            private boolean begun;

            @Override
            public void handle(long now) {
                if (begun) {
                    stop();
                    passed.complete(true);
                }
                begun = true;
            }
        }.start();
        return passed;
    }

    /** Begins it on the JavaFX thread and does not wait: for what opens a dialog that holds up its caller. */
    public static void begin(Runnable change) {
        Platform.runLater(change);
    }

    /** Waits until the condition, asked on the JavaFX thread, holds; fails after two minutes. */
    public static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!get(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen: " + what + "; windows: " + windows());
            }
            WaitForAsyncUtils.sleep(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Waits until what is read on the JavaFX thread is as expected; fails after two minutes, and says what it was. A node that is not there
     * yet is waited for.
     */
    public static <T> void awaitEquals(T expected, Supplier<T> read) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            try {
                if (expected.equals(get(read))) {
                    return;
                }
            } catch (AssertionError | RuntimeException notYet) {
                // Read once more at the end, for what is wrong.
            }
            WaitForAsyncUtils.sleep(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
        }
        assertEquals(expected, get(read));
    }

    /** The titles of all windows on screen. */
    static List<String> windows() {
        return get(() -> Window.getWindows().stream()
                .map(w -> w instanceof javafx.stage.Stage stage ? String.valueOf(stage.getTitle()) : w.toString())
                .toList());
    }
}
