package dev.nara.data.read.database;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The drivers of databases: some are bundled, others are jars in the folder of drivers. */
public final class Drivers {
    /** The system property with the folder of drivers, set at the start of the program. */
    private static final String FOLDER = "nara.drivers";

    /** Settings of bundled drivers: how long they wait for a connection, and that they leave numbers and times unchanged. */
    private static final Map<String, Map<String, String>> SETTINGS = Map.of(
            "org.postgresql.Driver",
            Map.of("loginTimeout", "15", "tcpKeepAlive", "true"),
            "org.mariadb.jdbc.Driver",
            Map.of(
                    "connectTimeout",
                    "15000",
                    "tinyInt1isBit",
                    "false",
                    "yearIsDateType",
                    "false",
                    "connectionTimeZone",
                    "UTC",
                    "forceConnectionTimeZoneToSession",
                    "true"),
            "org.sqlite.JDBC",
            Map.of("open_mode", "1")); // read-only, which its driver does not allow to be said later

    private static final Map<String, String> BUNDLED = Map.of(
            "postgresql", "org.postgresql.Driver",
            "mariadb", "org.mariadb.jdbc.Driver",
            "mysql", "org.mariadb.jdbc.Driver",
            "sqlite", "org.sqlite.JDBC");

    private Drivers() {}

    /** The driver for an address. */
    static Driver of(DatabaseAddress address) throws DataException {
        String bundled = BUNDLED.get(address.kind());
        try {
            return bundled == null
                    ? found(address)
                    : Class.forName(bundled)
                            .asSubclass(Driver.class)
                            .getDeclaredConstructor()
                            .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The class of the bundled driver for an address; empty if there is none. */
    public static Optional<String> bundled(DatabaseAddress address) {
        return Optional.ofNullable(BUNDLED.get(address.kind()));
    }

    /** The settings of the driver for an address. */
    public static Properties properties(DatabaseAddress address) {
        Properties settings = new Properties();
        settings.putAll(SETTINGS.getOrDefault(BUNDLED.getOrDefault(address.kind(), ""), Map.of()));
        return settings;
    }

    /** The address in the form of its driver: MariaDB's driver also connects to MySQL, but requires its own name in the address. */
    public static String url(DatabaseAddress address) {
        return address.kind().equals("mysql")
                ? "jdbc:mariadb:" + address.url().substring("jdbc:mysql:".length())
                : address.url();
    }

    private static Driver found(DatabaseAddress address) throws DataException {
        if (address.kind().isEmpty()) {
            throw new DataException(
                    Text.of("data.database.address", address.url()), Text.of("data.database.address.remedy"));
        }
        Path folder = Path.of(System.getProperty(FOLDER, "drivers"));
        try {
            ClassLoader jars = new URLClassLoader(jars(folder), Drivers.class.getClassLoader());
            for (Driver driver : ServiceLoader.load(Driver.class, jars)) {
                if (driver.acceptsURL(address.url())) {
                    return driver;
                }
            }
        } catch (IOException | SQLException | ServiceConfigurationError e) {
            throw new DataException(
                    folder,
                    Text.of("data.database.driver.broken", String.valueOf(e.getMessage())),
                    Text.of("data.database.driver.remedy"));
        }
        throw new DataException(
                folder, Text.of("data.database.driver", address.kind()), Text.of("data.database.driver.remedy"));
    }

    private static URL[] jars(Path folder) throws IOException {
        List<URL> jars = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
                for (Path file : files) {
                    jars.add(url(file));
                }
            }
        }
        return jars.toArray(URL[]::new);
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }
}
