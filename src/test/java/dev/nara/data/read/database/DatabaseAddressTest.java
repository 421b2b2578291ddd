package dev.nara.data.read.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/db?user=me&password=hunter2",
                "jdbc:postgresql://host/db?PASSWORD=hunter2",
                "jdbc:postgresql://me:hunter2@host/db",
                "jdbc:mysql://host/db?sslKeyPassword=hunter2",
                "jdbc:sqlserver://host;user=me;password=hunter2",
                "jdbc:sqlserver://host;accessToken=hunter2",
                "jdbc:oracle:thin:me/hunter2@host:1521:db",
                "jdbc:db2://host:50000/db:user=me;password=hunter2;",
                "jdbc:mysql://address=(host=h)(user=me)(password=hunter2)/db"
            })
    void refusesAPasswordWithoutRepeatingIt(String url) {
        DataException e = assertThrows(DataException.class, () -> DatabaseAddress.of(url));
        assertEquals(
                "The address contains a password or another secret. Remove it. Type the password when asked, or use"
                        + " NARA_DB_PASSWORD or --db-password-file.",
                e.message(Locale.ENGLISH));
        assertFalse(e.toString().contains("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/db",
                "jdbc:postgresql://[::1]:5432/db?user=me&sslmode=require",
                "jdbc:mariadb://host:3306/db?useSsl=true",
                "jdbc:sqlserver://host:1433;databaseName=db",
                "jdbc:oracle:thin:@//host:1521/service",
                "jdbc:oracle:thin:@host:1521:db",
                "jdbc:sqlite:/home/me/log.db"
            })
    void takesAnAddressWithoutOne(String url) throws Exception {
        assertEquals(url, DatabaseAddress.of(url).url());
    }

    @Test
    void knowsAnAddressFromAPath() {
        assertTrue(DatabaseAddress.isOne("jdbc:postgresql://host/db"));
        assertTrue(DatabaseAddress.isOne("JDBC:mysql://host/db"));
        assertFalse(DatabaseAddress.isOne("data/jdbc"));
    }

    @Test
    void saysWhereADriverBelongs() {
        DataException e = assertThrows(
                DataException.class, () -> Drivers.of(DatabaseAddress.of("jdbc:oracle:thin:@host:1521:db")));
        assertEquals(
                "drivers: There is no driver for databases of type oracle. Put the JDBC driver for your database (a"
                        + " .jar file) into this folder.",
                e.message(Locale.ENGLISH));
    }

    @Test
    void asksMySqlWithTheDriverOfMariaDb() throws Exception {
        DatabaseAddress address = DatabaseAddress.of("jdbc:mysql://host/db");
        assertEquals("jdbc:mariadb://host/db", Drivers.url(address));
        assertEquals("org.mariadb.jdbc.Driver", Drivers.of(address).getClass().getName());
    }
}
