package dev.nara.data.read.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database that needs no server. */
public record SqliteFile(Path path) {
    /** Carries out statements. */
    public SqliteFile run(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return this;
    }

    /** Its address. */
    public String url() {
        return "jdbc:sqlite:" + path;
    }
}
