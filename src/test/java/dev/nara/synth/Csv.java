package dev.nara.synth;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A written file, read on its own terms so that the writer is not checked with itself. */
record Csv(String header, List<Row> rows) {
    record Row(Map<String, Integer> columns, List<String> fields) {
        String get(String column) {
            return fields.get(columns.getOrDefault(column, -1));
        }

        long number(String column) {
            return Long.parseLong(get(column));
        }

        LocalDate day() {
            return LocalDate.parse(get("log_time").substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
        }
    }

    static Csv read(Path path) throws IOException {
        String text = Files.readString(path);
        assertFalse(text.contains("\r"), path + " has carriage returns");
        assertTrue(text.endsWith("\n"));
        String[] lines = text.split("\n");
        Map<String, Integer> columns = new HashMap<>();
        List<String> names = List.of(lines[0].split(","));
        names.forEach(name -> columns.put(name, columns.size()));
        List<Row> rows = Arrays.stream(lines)
                .skip(1)
                .map(line -> new Row(columns, fields(line)))
                .toList();
        assertTrue(rows.stream().allMatch(row -> row.fields().size() == names.size()));
        return new Csv(lines[0], rows);
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    /** Distinct starts of the history, the way the notebooks count: (profile, album, log_time). */
    List<Row> starts() {
        Set<String> seen = new HashSet<>();
        return rows.stream()
                .filter(row -> seen.add(row.get("profile_id") + " " + row.get("album_id") + " " + row.get("log_time")))
                .toList();
    }

    long count(Predicate<Row> predicate) {
        return rows.stream().filter(predicate).count();
    }

    Set<String> values(String column) {
        return rows.stream().map(row -> row.get(column)).collect(Collectors.toSet());
    }

    /** The genre_mid of each album of meta_data.csv. */
    Map<String, String> genres() {
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get("album_id"), row -> row.get("genre_mid"), (genre, same) -> genre));
    }

    static <K> Map<K, Long> counts(List<Row> rows, Function<Row, K> key) {
        return rows.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }
}
