package dev.nara.battery;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether what a workspace says of its runs agrees: rows, events, weights, users' figures and checkpoints. It reads the database and
 * the files as their formats are described, and shares no code with the program.
 */
final class Witness {
    private final Path workspace;
    private final List<String> found = new ArrayList<>();

    private Witness(Path workspace) {
        this.workspace = workspace;
    }

    /** What does not agree; nothing where there is no workspace yet. Nobody may be at work in it. */
    static List<String> of(Path workspace) throws SQLException, IOException {
        Witness witness = new Witness(workspace);
        Path database = workspace.resolve("runs.db");
        if (Files.exists(database) && Files.size(database) > 0) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
                witness.database(connection);
            }
        }
        return witness.found;
    }

    private record Row(long id, String identity, String best, String last, String tested) {}

    private void database(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            agree("integrity", "ok", first(statement, "PRAGMA integrity_check"));
            if (first(statement, "SELECT count(*) FROM sqlite_master WHERE name = 'runs'")
                    .equals("0")) {
                return;
            }
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("SELECT id, identity, best, last, tested FROM runs")) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
                }
            }
            for (Row row : rows) {
                run(row, events(statement, row.id));
            }
        }
    }

    private static String first(Statement statement, String sql) throws SQLException {
        try (ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() ? String.valueOf(answer.getString(1)) : "";
        }
    }

    private static List<JsonObject> events(Statement statement, long run) throws SQLException {
        List<JsonObject> events = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT event FROM events WHERE run = " + run + " ORDER BY seq")) {
            while (row.next()) {
                events.add(JsonParser.parseString(row.getString(1)).getAsJsonObject());
            }
        }
        return events;
    }

    private void agree(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            found.add(what + ": " + expected + " but " + actual);
        }
    }

    private void run(Row row, List<JsonObject> events) throws IOException {
        JsonObject best = null;
        JsonObject last = null;
        JsonObject lastTrained = null;
        JsonObject tested = null;
        for (JsonObject event : events) {
            String kind = event.get("event").getAsString();
            if (kind.equals("epoch")) {
                lastTrained = event;
                last = event.getAsJsonObject("metrics").isEmpty() ? last : event;
                best = event.get("best").getAsBoolean() ? event : best;
            } else if (kind.equals("tested")) {
                tested = event;
            }
        }
        String name = "run " + row.id + " ";
        agree(name + "best", summary(best), summary(row.best));
        agree(name + "last", summary(last), summary(row.last));
        agree(name + "tested", summary(tested), summary(row.tested));
        Path folder = workspace.resolve("runs").resolve(Long.toString(row.id));
        if (best != null) {
            best(name, row, best, tested, folder);
        }
        if (lastTrained != null && !ended(events)) {
            checkpoint(name, row, lastTrained, folder.resolve("last.safetensors"));
        }
    }

    private static boolean ended(List<JsonObject> events) {
        return events.stream().anyMatch(event -> List.of("finished", "cancelled", "failed")
                .contains(event.get("event").getAsString()));
    }

    private static String summary(JsonElement event) {
        return event == null ? "" : event.toString();
    }

    private static String summary(String json) {
        return json.isEmpty() ? "" : JsonParser.parseString(json).toString();
    }

    private void best(String name, Row row, JsonObject best, JsonObject tested, Path folder) throws IOException {
        int epoch = best.get("epoch").getAsInt();
        Arrays weights = arrays(name + "weights", folder.resolve("best-" + epoch + ".safetensors"));
        if (weights == null) {
            return;
        }
        agree(name + "weights' run", row.identity, weights.note("run_identity"));
        agree(name + "weights' epoch", Integer.toString(epoch), weights.note("best_epoch"));
        JsonObject reported = tested == null ? best : tested;
        Path figures = folder.resolve("best-" + epoch + "-users.safetensors");
        if (tested != null || Files.exists(figures)) {
            figures(name, reported.getAsJsonObject("metrics"), arrays(name + "figures", figures));
        }
    }

    /** The mean over users is what the event says. */
    private void figures(String name, JsonObject metrics, Arrays figures) {
        if (figures == null) {
            return;
        }
        for (Map.Entry<String, JsonElement> metric : metrics.entrySet()) {
            float[] users = figures.arrays.get(metric.getKey());
            if (users != null && users.length > 0) {
                double sum = 0;
                for (float user : users) {
                    sum += user;
                }
                double mean = sum / users.length;
                if (!(Math.abs(mean - metric.getValue().getAsDouble()) < 1e-5)) {
                    found.add(name + metric.getKey() + " is " + metric.getValue() + " but its users' mean is " + mean);
                }
            }
        }
    }

    /** It is of the last epoch that is told, or of the next, whose event was not stored any more. */
    private void checkpoint(String name, Row row, JsonObject last, Path file) throws IOException {
        Arrays state = arrays(name + "checkpoint", file);
        if (state == null) {
            return;
        }
        agree(name + "checkpoint's run", row.identity, state.note("run_identity"));
        JsonObject of = JsonParser.parseString(state.note("event")).getAsJsonObject();
        boolean samePhase = of.get("phase").equals(last.get("phase"));
        int ahead = of.get("epoch").getAsInt() - last.get("epoch").getAsInt();
        if (samePhase ? ahead != 0 && ahead != 1 : of.get("epoch").getAsInt() != 1) {
            found.add(name + "checkpoint is of " + of + " but the last epoch is " + last);
        }
    }

    private record Arrays(Map<String, String> notes, Map<String, float[]> arrays) {
        String note(String name) {
            return notes.getOrDefault(name, "");
        }
    }

    /** The arrays of a safetensors file whose checksum is right. */
    private Arrays arrays(String what, Path file) throws IOException {
        if (!Files.exists(file)) {
            found.add(what + ": there is no " + file.getFileName());
            return null;
        }
        byte[] bytes = Files.readAllBytes(file);
        if (!java.util.Arrays.equals(bytes, Seals.weights(bytes))) {
            found.add(what + ": " + file.getFileName() + " has another checksum");
            return null;
        }
        ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[Math.toIntExact(data.getLong())];
        data.get(header);
        int start = data.position();
        Map<String, String> notes = new TreeMap<>();
        Map<String, float[]> arrays = new TreeMap<>();
        JsonObject entries = JsonParser.parseString(new String(header, StandardCharsets.UTF_8))
                .getAsJsonObject();
        for (Map.Entry<String, JsonElement> entry : entries.entrySet()) {
            JsonObject value = entry.getValue().getAsJsonObject();
            if (entry.getKey().equals("__metadata__")) {
                value.entrySet()
                        .forEach(
                                note -> notes.put(note.getKey(), note.getValue().getAsString()));
            } else {
                JsonArray place = value.getAsJsonArray("data_offsets");
                float[] array =
                        new float[(place.get(1).getAsInt() - place.get(0).getAsInt()) / Float.BYTES];
                data.position(start + place.get(0).getAsInt());
                data.asFloatBuffer().get(array);
                arrays.put(entry.getKey(), array);
            }
        }
        return new Arrays(notes, arrays);
    }
}
