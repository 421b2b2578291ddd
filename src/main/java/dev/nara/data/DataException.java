package dev.nara.data;

import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports unusable input to the user: the problem, its place (file and line, if any), and the remedy. */
public class DataException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Text problem;
    private final transient Text remedy;
    private final transient @Nullable Path file;
    private final long line;

    /** A problem that is not in a file. */
    public DataException(Text problem, Text remedy) {
        this(null, 0, problem, remedy);
    }

    /** A problem of a file as a whole. */
    public DataException(Path file, Text problem, Text remedy) {
        this(file, 0, problem, remedy);
    }

    /** A problem in one line of a file; lines count from 1, and 0 means the file as a whole. */
    public DataException(@Nullable Path file, long line, Text problem, Text remedy) {
        super(problem.in(Locale.ENGLISH));
        this.file = file;
        this.line = line;
        this.problem = problem;
        this.remedy = remedy;
    }

    /** The error for a file that cannot be read. */
    public static DataException unreadable(Path file, IOException error) {
        if (error instanceof NoSuchFileException) {
            return new DataException(file, Text.of("data.missing"), Text.of("data.missing.remedy"));
        }
        if (error.getCause() instanceof DataException words) {
            return words;
        }
        Optional<SystemCause> cause = SystemCause.of(error);
        if (cause.isPresent()) {
            return new DataException(file, cause.get().problem(), cause.get().remedy());
        }
        return new DataException(
                file,
                Text.of("data.file.unreadable", String.valueOf(error.getMessage())),
                Text.of("data.file.unreadable.remedy"));
    }

    /**
     * The message for an error: its own if it has one, or that of a known system error, with its file if known; empty if the cause is
     * unknown.
     */
    public static Optional<DataException> of(Throwable error) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (each instanceof DataException words) {
                return Optional.of(words);
            }
        }
        return SystemCause.of(error)
                .map(cause -> new DataException(SystemCause.file(error), 0, cause.problem(), cause.remedy()));
    }

    /** File, line, problem and remedy in one message. */
    public final String message(Locale locale) {
        String where = file == null ? "" : line > 0 ? file + ":" + line + ": " : file + ": ";
        return where + problem.in(locale) + " " + remedy.in(locale);
    }

    /** A copy with the same place and other texts. */
    public final DataException with(Text otherProblem, Text otherRemedy) {
        return new DataException(file, line, otherProblem, otherRemedy);
    }

    /** The name of the file, "" if there is none. */
    public final String fileName() {
        return file == null ? "" : String.valueOf(file.getFileName());
    }

    /** What is wrong. */
    public final Text problem() {
        return problem;
    }

    /** What to do about it. */
    public final Text remedy() {
        return remedy;
    }

    /** The line, counted from 1; 0 if there is none. */
    public final long line() {
        return line;
    }

    @Override
    public final String getMessage() {
        return message(Locale.ENGLISH);
    }
}
