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
 * A query and its source.
 *
 * @param source the address of a database, or the absolute path of files
 * @param name the name of the query for users
 * @param sql the SQL statement
 * @param user the user of the database; "" if unknown
 */
public record SourceQuery(String source, String name, String sql, String user) {
    private static final int KEY_BYTES = 4;
    /** A part of a name; in quotes it may contain blanks, and doubled quotes. */
    private static final String PART = "(\"[^\"]*+(\"\"[^\"]*+)*+\"|`[^`]*+(``[^`]*+)*+`|\\[[^\\]]+]|[^\\s\"`\\[.]+)";

    private static final Pattern TABLE = Pattern.compile("\\S*|" + PART + "(\\." + PART + ")*");

    /** Files of earlier versions have no user. */
    public SourceQuery {
        user = Objects.requireNonNullElse(user, "");
    }

    /** A query without a known user. */
    public SourceQuery(String source, String name, String sql) {
        this(source, name, sql, "");
    }

    /** A query from user input: the address of a database, and a statement or the name of a table. */
    public static SourceQuery typed(String address, String asked, String user) throws DataException {
        String words = asked.strip();
        boolean table = TABLE.matcher(words).matches();
        return new SourceQuery(
                DatabaseAddress.typed(address).url(),
                table ? words.replaceAll("[\"`\\[\\]]", "") : "query",
                table ? "SELECT * FROM " + words : words,
                user.strip());
    }

    /** The query in a file, for the source {@code data}. */
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

    /** The same query with another user. */
    public SourceQuery by(String other) {
        return new SourceQuery(source, name, sql, other);
    }

    /** Whether the source is a database, and not files. */
    public boolean ofDatabase() {
        return DatabaseAddress.isOne(source);
    }

    /** Eight hexadecimal digits that distinguish it from other queries with the same name. */
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
