package dev.nara.data.read.database;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.List;
import java.util.Locale;

/** The JDBC address of a database. Rejects an address with a password, without repeating it in the error. */
public final class DatabaseAddress {
    private static final String SCHEME = "jdbc:";
    /** Parts of the names of parameters that hold a password. */
    private static final List<String> SECRETS = List.of("pass", "pwd", "secret", "token");

    private final String url;

    private DatabaseAddress(String url) {
        this.url = url;
    }

    /** Whether the name of data is the address of a database. */
    public static boolean isOne(String data) {
        return data.toLowerCase(Locale.ROOT).startsWith(SCHEME);
    }

    /** Parses an address. */
    public static DatabaseAddress of(String url) throws DataException {
        if (hasSecretParameter(url) || hasSecretBeforeHost(url)) {
            throw new DataException(Text.of("data.database.secret"), Text.of("data.database.secret.remedy"));
        }
        return new DatabaseAddress(url);
    }

    /** Parses an address entered by the user, with or without "jdbc:". */
    public static DatabaseAddress typed(String text) throws DataException {
        String url = text.strip().replaceFirst("^postgres:", "postgresql:");
        return of(isOne(url) ? url : SCHEME + url);
    }

    private static boolean hasSecretParameter(String url) {
        for (String part : url.split("[?&;,(:]", -1)) {
            String name = part.substring(0, Math.max(0, part.indexOf('='))).toLowerCase(Locale.ROOT);
            if (SECRETS.stream().anyMatch(name::contains)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is a password before the host, as in "//name:password@" or ":name/password@". */
    private static boolean hasSecretBeforeHost(String url) {
        String rest = "";
        int slashes = url.indexOf("//");
        if (slashes >= 0) {
            rest = url.substring(slashes + 2).split("[/?#]", 2)[0];
        }
        if (rest.substring(0, Math.max(0, rest.lastIndexOf('@'))).contains(":")) {
            return true;
        }
        int sign = url.indexOf('@');
        String before = sign < 0 ? "" : url.substring(url.lastIndexOf(':', sign) + 1, sign);
        int slash = before.indexOf('/');
        return slash > 0 && slash < before.length() - 1 && !before.contains("?");
    }

    /** The address in JDBC's form. */
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
