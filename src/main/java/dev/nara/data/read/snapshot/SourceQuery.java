package dev.nara.data.read.snapshot;

import dev.nara.data.DataException;
import dev.nara.data.InputFile;
import dev.nara.data.read.database.DatabaseAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A query and where it is asked.
 *
 * @param source the address of a database, or the absolute path of files
 * @param name what people call it
 * @param sql what is asked
 * @param user who asks a database; "" where that is not known
 */
public record SourceQuery(String source, String name, String sql, String user) {
    private static final int KEY_BYTES = 4;
    /** A name in quotes may hold blanks, and its quotes twice. */
    private static final String PART = "(\"[^\"]*+(\"\"[^\"]*+)*+\"|`[^`]*+(``[^`]*+)*+`|\\[[^\\]]+]|[^\\s\"`\\[.]+)";

    private static final Pattern TABLE = Pattern.compile("\\S*|" + PART + "(\\." + PART + ")*");

    /** What a file of an earlier time leaves out is not known. */
    public SourceQuery {
        user = Objects.requireNonNullElse(user, "");
    }

    /** One of somebody unknown. */
    public SourceQuery(String source, String name, String sql) {
        this(source, name, sql, "");
    }

    /** What somebody typed: a database's address, and either a query or the name of a table. */
    public static SourceQuery typed(String address, String asked, String user) throws DataException {
        String words = asked.strip();
        boolean table = TABLE.matcher(words).matches();
        return new SourceQuery(
                DatabaseAddress.typed(address).url(),
                table ? words.replaceAll("[\"`\\[\\]]", "") : "query",
                table ? "SELECT * FROM " + words : words,
                user.strip());
    }

    /** The query in a file, asked of what {@code data} names. */
    public static SourceQuery of(String data, Path file) throws DataException {
        String source = DatabaseAddress.isOne(data)
                ? DatabaseAddress.of(data).url()
                : Path.of(data).toAbsolutePath().normalize().toString();
        String name = String.valueOf(file.getFileName()).replaceAll("(?i)\\.sql$", "");
        try {
            return new SourceQuery(source, name, InputFile.text(file).strip());
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    /** The same, asked by somebody. */
    public SourceQuery by(String other) {
        return new SourceQuery(source, name, sql, other);
    }

    /** Whether a database is asked; files otherwise. */
    public boolean ofDatabase() {
        return DatabaseAddress.isOne(source);
    }

    /** Eight hexadecimal digits that tell it from others of its name. */
    String key() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((source + "\n" + sql).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
