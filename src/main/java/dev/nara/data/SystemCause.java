package dev.nara.data;

import dev.nara.text.Text;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why the system did not do what was asked of it, told from what it says; Java has no codes for that. */
public enum SystemCause {
    /** No room on the disk, or no more of the user's share of it. */
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
    /** The file system takes no changes. */
    READONLY("read-only file system", "sqlite_readonly", "읽기 전용"),
    /** The user may not. */
    DENIED("permission denied", "access is denied", "operation not permitted", "허가 거부", "액세스가 거부"),
    /** More files would be open than the system lets a program have. */
    HANDLES("too many open files", "열린 파일이 너무"),
    /** A folder stands where a file is expected. */
    FOLDER("is a directory", "디렉터리입니다"),
    /** Data and models need more memory than Java may use. */
    MEMORY();

    /** What the system says in such a case, in small letters, a line each. */
    private final String signs;

    SystemCause(String... signs) {
        this.signs = String.join("\n", signs);
    }

    /** The cause of an error or of what caused that; nothing where it is none of these. */
    public static Optional<SystemCause> of(Throwable error) {
        return Optional.ofNullable(known(root(error)));
    }

    /** The file that an error of a known cause names. */
    static @Nullable Path file(Throwable error) {
        return root(error) instanceof FileSystemException named && named.getFile() != null
                ? Path.of(named.getFile())
                : null;
    }

    /** The deepest of an error and its causes whose cause is known, else the error itself; those above repeat what it says. */
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
        // The name of a file says nothing.
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
