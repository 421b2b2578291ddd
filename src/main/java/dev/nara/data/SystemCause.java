package dev.nara.data;

import dev.nara.text.Text;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Causes of failed system calls, recognised from their messages, because Java has no codes for them. */
public enum SystemCause {
    /** The disk, or the user's quota, is full. */
    FULL(
            "no space left",
            "not enough space",
            "quota exceeded",
            "file too large",
            "sqlite_full",
            "공간이 없",
            "공간이 부족",
            "할당량",
            "너무 큽니다"),
    /** The file system is read-only. */
    READONLY("read-only file system", "sqlite_readonly", "읽기 전용"),
    /** The user lacks the permission. */
    DENIED("permission denied", "access is denied", "operation not permitted", "허가 거부", "액세스가 거부"),
    /** The process has too many open files. */
    HANDLES("too many open files", "열린 파일이 너무"),
    /** There is a folder instead of a file. */
    FOLDER("is a directory", "디렉터리입니다"),
    /** Java ran out of memory. */
    MEMORY();

    /** The parts of system messages that identify the cause, in lower case, one per line. */
    private final String signs;

    SystemCause(String... signs) {
        this.signs = String.join("\n", signs);
    }

    /** The cause of an error or of one of its causes; empty if it is none of these. */
    public static Optional<SystemCause> of(Throwable error) {
        return Optional.ofNullable(known(root(error)));
    }

    /** The file named by the error whose cause is known. */
    static @Nullable Path file(Throwable error) {
        return root(error) instanceof FileSystemException named && named.getFile() != null
                ? Path.of(named.getFile())
                : null;
    }

    /** The deepest of an error and its causes whose cause is known, otherwise the error itself; outer ones repeat its message. */
    private static Throwable root(Throwable error) {
        Throwable root = error;
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (known(each) != null) {
                root = each;
            }
        }
        return root;
    }

    private static @Nullable SystemCause known(Throwable error) {
        if (error instanceof OutOfMemoryError) {
            return MEMORY;
        }
        if (error instanceof AccessDeniedException) {
            return DENIED;
        }
        // The name of the file must not be matched.
        String said = error instanceof FileSystemException file ? file.getReason() : error.getMessage();
        String lower = said == null ? "" : said.toLowerCase(Locale.ROOT);
        for (SystemCause cause : values()) {
            if (cause.signs.lines().anyMatch(lower::contains)) {
                return cause;
            }
        }
        return null;
    }

    /** What is wrong. */
    public Text problem() {
        return Text.of("cause." + key());
    }

    /** What to do about it. */
    public Text remedy() {
        String key = "cause.remedy." + key();
        return this == MEMORY ? Text.of(key, Runtime.getRuntime().maxMemory() >> 20) : Text.of(key);
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
