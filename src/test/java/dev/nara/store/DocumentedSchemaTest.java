package dev.nara.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide's section on SQL names the columns that the database has, all of them, and its queries answer. */
class DocumentedSchemaTest {
    private static final Path SITE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("src/site");

    @TempDir
    private Path folder;

    private static String section(String page) throws IOException {
        String text = Files.readString(SITE.resolve(page).resolve("programs.md"));
        return text.substring(text.indexOf("\n## SQL\n"));
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:file:" + folder.resolve("runs.db") + "?mode=ro");
    }

    private static List<List<String>> rows(Connection connection, String query) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int c = 1; c <= result.getMetaData().getColumnCount(); c++) {
                    row.add(String.valueOf(result.getString(c)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"markdown", "ko/markdown"})
    void everyColumnIsNamed(String page) throws Exception {
        RunStore.open(folder).close();
        Set<String> documented = new TreeSet<>();
        Matcher names = Pattern.compile("`(\\w+\\.\\w+)`").matcher(section(page).replaceAll("(?m)^[^|].*$", ""));
        while (names.find()) {
            documented.add(names.group(1));
        }
        Set<String> there = new TreeSet<>();
        try (Connection connection = open()) {
            rows(
                            connection,
                            "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c"
                                    + " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'")
                    .forEach(row -> there.add(row.get(0)));
        }
        assertEquals(String.join("\n", there), String.join("\n", documented));
    }

    @Test
    void theQueriesAnswer() throws Exception {
        TrainedWorkspace.train(folder, 1, 0);
        TrainedWorkspace.train(folder, 2, 0);
        String section = section("markdown");
        String[] queries = section.substring(section.indexOf("```\n") + 4, section.lastIndexOf("```"))
                .split(";\n", -1);
        assertEquals(4, queries.length, "three, and nothing behind the last");
        try (Connection connection = open()) {
            assertEquals(
                    Set.of("1 bpr", "2 bpr"),
                    Set.copyOf(rows(connection, queries[0]).stream()
                            .map(row -> row.get(0) + " " + row.get(1))
                            .toList()));
            assertEquals(
                    List.of("1", "2", "3", "4"),
                    rows(connection, queries[1]).stream().map(row -> row.get(0)).toList());
            List<List<String>> seeds = rows(connection, queries[2]);
            assertEquals(1, seeds.size());
            assertEquals("2", seeds.get(0).get(2));
        }
    }
}
