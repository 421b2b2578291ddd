package dev.nara.cli.terminal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import dev.nara.data.Progress;
import dev.nara.eval.Evaluator;
import dev.nara.run.TimeLeft;
import dev.nara.text.FiniteJson;
import dev.nara.text.Neutral;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** The output of a command: results and JSON go to standard output, messages for people to standard error. */
public final class Output {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private static final long READING_NANOS = 300_000_000;

    private final PrintStream out;
    private final PrintStream err;
    private final Locale locale;
    private final boolean interactive;

    /** {@code interactive} tells whether standard error is a terminal on which a progress bar can redraw its line. */
    public Output(PrintStream out, PrintStream err, Locale locale, boolean interactive) {
        this.out = out;
        this.err = err;
        this.locale = locale;
        this.interactive = interactive;
    }

    /** The language of the texts. */
    public Locale locale() {
        return locale;
    }

    /** Whether a progress bar can redraw its line. */
    public boolean interactive() {
        return interactive;
    }

    /** Writes one JSON object on a line of standard output; unknown figures are left out. */
    public void json(JsonObject object) {
        out.println(Neutral.json(GSON.toJson(FiniteJson.of(object))));
        out.flush();
    }

    /** Writes a line of a result to standard output. */
    public void result(String line) {
        out.println(Neutral.line(line));
    }

    /** Writes a message to standard error. */
    public void say(Text text) {
        say(text.in(locale));
    }

    /**
     * Writes a line that needs no translation to standard error; escapes characters that would break it, such as those of names in data.
     */
    public void say(String line) {
        err.println(Neutral.line(line));
    }

    /** Shows the progress of reading, on a terminal that can redraw its line. */
    public Progress reading() {
        if (!interactive) {
            return Progress.NONE;
        }
        TimeLeft left = new TimeLeft();
        long began = System.nanoTime();
        left.begin(0, began);
        long[] next = {began + READING_NANOS};
        return (done, total) -> {
            long now = System.nanoTime();
            left.at(done, now);
            if (now >= next[0]) {
                next[0] = now + READING_NANOS;
                double seconds = left.seconds((double) (total - done));
                redraw(Text.of(
                                "cli.reading",
                                Math.round(100.0 * done / Math.max(1, total)),
                                TimeLeft.known((now - began) / 1e9, seconds) ? Numbers.duration(seconds) : "")
                        .in(locale));
            }
        };
    }

    /** Shows how many rows of a query have arrived; nothing before the first row, because the user may be typing a password. */
    public Progress counting() {
        if (!interactive) {
            return Progress.NONE;
        }
        long[] next = {System.nanoTime()};
        return (done, total) -> {
            long now = System.nanoTime();
            if (done > 0 && now >= next[0]) {
                next[0] = now + READING_NANOS;
                redraw(Text.of("database.counted", Numbers.grouped(done)).in(locale));
            }
        };
    }

    /** Shows how many users have been ranked, on a terminal that can redraw its line. */
    public Evaluator.Watch ranking() {
        if (!interactive) {
            return (done, total) -> {};
        }
        AtomicLong next = new AtomicLong();
        return (done, total) -> {
            long now = System.nanoTime();
            long due = next.get();
            if (now >= due && next.compareAndSet(due, now + READING_NANOS)) {
                redraw(Text.of("cli.evaluating", done, total).in(locale));
            }
        };
    }

    /** Clears the line that {@link #reading}, {@link #counting} or {@link #ranking} drew. */
    public void endReading() {
        if (interactive) {
            redraw("");
        }
    }

    /** Redraws the current line. */
    public void redraw(String line) {
        err.print("\r\u001b[K" + Neutral.line(line));
        err.flush();
    }
}
