package dev.nara.battery;

import dev.nara.data.DataException;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Holds a parser to its promise: of any input it makes a value or a message and ends, nothing else. */
final class Refusals {
    /** A disk that other programs keep busy takes seconds to write what is imported. */
    private static final int SECONDS = 120;

    private static final ExecutorService THREAD = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "parser");
        thread.setDaemon(true);
        return thread;
    });

    private Refusals() {}

    /** Whether the parser took the input; what is neither taken nor refused in words fails. */
    static boolean taken(Parser parser, byte[] input) {
        Future<Boolean> outcome = THREAD.submit(() -> takenHere(parser, input));
        try {
            return outcome.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(parser.name() + " does not end", e);
        } catch (ExecutionException e) {
            throw new AssertionError(parser.name() + ": " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The same in this thread, however long it takes. */
    static boolean takenHere(Parser parser, byte[] input) {
        try {
            parser.reading().of(input);
            return true;
        } catch (DataException e) {
            checkWords(parser, e);
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static void checkWords(Parser parser, DataException e) {
        String english = e.message(Locale.ENGLISH);
        String korean = e.message(Locale.KOREAN);
        if (english.isBlank()
                || english.equals(korean)
                || english.matches("(?s).*\\b(java|com|org|dev)\\.[a-z]+\\.[\\w.]*(Exception|Error).*")) {
            throw new AssertionError(parser.name() + " says: " + english, e);
        }
    }
}
