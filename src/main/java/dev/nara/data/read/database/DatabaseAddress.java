package dev.nara.data.read.database;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where a database is, as JDBC writes it. Refuses one with a password, and does not repeat it. */
public final class DatabaseAddress {
    private static final String SCHEME = "jdbc:";
    /** A parameter that is called so, or what stands before the host as "name:password@" or "name/password@". */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)[?&;,(:][^?&;,()=]*(pass|pwd|secret|token)[^?&;,()=]*=|//[^/?#@]*:[^/?#]*@|:[^/:@?]+/[^/@?]+@");

    private final String url;

    private DatabaseAddress(String url) {
        this.url = url;
    }

    /** Whether data that is named so lies in a database. */
    public static boolean isOne(String data) {
        return data.toLowerCase(Locale.ROOT).startsWith(SCHEME);
    }

    /** The address of that text. */
    public static DatabaseAddress of(String url) throws DataException {
        if (SECRET.matcher(url).find()) {
            throw new DataException(Text.of("data.database.secret"), Text.of("data.database.secret.remedy"));
        }
        return new DatabaseAddress(url);
    }

    /** As JDBC writes it. */
    public String url() {
        return url;
    }

    /** The kind of database, such as "postgresql". */
    String kind() {
        int end = url.indexOf(':', SCHEME.length());
        return end < 0 ? "" : url.substring(SCHEME.length(), end).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return url;
    }
}
