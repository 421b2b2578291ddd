package dev.nara.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TinyNeuMf;
import dev.nara.algorithm.Weights;
import dev.nara.store.folder.Safetensors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of runs that lie, with checksums that fit: each is refused, or every command on it says in words what is wrong. */
@Tag("process")
class ImportedLiesTest {
    private static final Pattern NAMES_OF_CODE =
            Pattern.compile("\\w+(\\.\\w+)*(Exception|Error)\\b|\\tat |StackTrace");
    private static final List<String[]> COMMANDS = List.of(
            new String[] {"runs", "list"},
            new String[] {"runs", "show", "--run", "1"},
            new String[] {"workspace", "check"},
            new String[] {"recommend", "--run", "1", "--user", "3"},
            new String[] {"evaluate", "--run", "1"},
            new String[] {"compare", "--runs", "1,2"},
            new String[] {"runs", "export", "--run", "1", "--as", "html", "--file", "target/battery/lie.html"},
            new String[] {"runs", "export", "--run", "1", "--as", "table", "--file", "target/battery/lie"},
            new String[] {"resume", "--run", "1"});

    /** What is no run of this program is not stored. */
    private static final Set<String> REFUSED = Set.of(
            "figures of fewer users",
            "figures of more users",
            "figures of two dimensions",
            "lists of negative items",
            "lists of no epoch",
            "lists with holes",
            "ranks with holes",
            "a start from far too many runs",
            "a seed that is no number",
            "an epoch twice",
            "an epoch left out",
            "an epoch without end",
            "an epoch below none",
            "seconds below none",
            "a beginning with fewer users");
    /** Whether weights are those of the model is known where its data is there. */
    private static final Set<String> MISMATCHED =
            Set.of("weights of one row", "weights turned", "weights flat", "weights under other names", "no weights");

    private static final int LONGEST = 2000;

    @TempDir
    private Path folder;

    private final Map<String, Lie> lies = new LinkedHashMap<>();

    /** Changes the parts of an archive, and seals what it changed. */
    private interface Lie {
        void tell(Map<String, byte[]> parts) throws IOException;
    }

    private void text(String name, String part, UnaryOperator<String> edit) {
        lies.put(name, parts -> {
            String before = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
            String after = edit.apply(before);
            if (after.equals(before)) {
                throw new IOException(name + " changes nothing of " + before);
            }
            byte[] bytes = after.getBytes(StandardCharsets.UTF_8);
            parts.put(part, part.startsWith("split") ? Seals.split(bytes) : Seals.lines(bytes));
        });
    }

    /** In the events and in the log. */
    private void events(String name, String from, String to) {
        lies.put(name, parts -> {
            for (String part : List.of("events.jsonl", "run.log")) {
                String before = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
                String after = before.replaceFirst(from, to);
                if (after.equals(before)) {
                    throw new IOException(name + " changes nothing of " + before);
                }
                parts.put(part, Seals.lines(after.getBytes(StandardCharsets.UTF_8)));
            }
        });
    }

    private interface Edit {
        void of(Weights from, Weights to, String name, float[] array, int[] shape);
    }

    private void weights(String name, String part, Edit edit) {
        lies.put(name, parts -> {
            String full = parts.keySet().stream()
                    .filter(each -> each.matches(part))
                    .findFirst()
                    .orElseThrow();
            Path file = Files.write(folder.resolve("weights"), parts.get(full));
            Weights from = Safetensors.read(file);
            Weights to = new Weights();
            from.notes().forEach(to::note);
            for (String array : from.names()) {
                float[] values = from.get(array);
                edit.of(from, to, array, values == null ? new float[0] : values.clone(), from.shape(array));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Safetensors.write(out, to);
            parts.put(full, out.toByteArray());
        });
    }

    private void told() {
        String best = "best-\\d+\\.safetensors";
        String users = "best-\\d+-users\\.safetensors";
        weights("weights that are no numbers", best, (from, to, name, array, shape) -> {
            Arrays.fill(array, Float.NaN);
            to.put(name, array, shape);
        });
        weights("weights without end", best, (from, to, name, array, shape) -> {
            Arrays.fill(array, Float.POSITIVE_INFINITY);
            to.put(name, array, shape);
        });
        weights("weights of one row", best, (from, to, name, array, shape) -> {
            int width = shape.length > 1 ? shape[1] : 1;
            to.put(name, Arrays.copyOf(array, width), shape.length > 1 ? new int[] {1, width} : new int[] {1});
        });
        weights(
                "weights turned",
                best,
                (from, to, name, array, shape) ->
                        to.put(name, array, shape.length > 1 ? new int[] {shape[1], shape[0]} : shape));
        weights("weights flat", best, (from, to, name, array, shape) -> to.put(name, array, array.length));
        weights("weights under other names", best, (from, to, name, array, shape) -> to.put("x" + name, array, shape));
        weights("no weights", best, (from, to, name, array, shape) -> {});
        weights(
                "figures of fewer users",
                users,
                (from, to, name, array, shape) -> to.put(name, Arrays.copyOf(array, 3), 3));
        weights(
                "figures of more users",
                users,
                (from, to, name, array, shape) -> to.put(name, Arrays.copyOf(array, 500), 500));
        weights("figures of other metrics", users, (from, to, name, array, shape) -> to.put("x", array, shape));
        weights("figures that are no numbers", users, (from, to, name, array, shape) -> {
            Arrays.fill(array, Float.NaN);
            to.put(name, array, shape);
        });
        weights(
                "figures of two dimensions",
                users,
                (from, to, name, array, shape) -> to.put(name, array, 1, array.length));
        weights(
                "a checkpoint of other shapes",
                "last\\.safetensors",
                (from, to, name, array, shape) ->
                        to.put(name, Arrays.copyOf(array, array.length + 1), array.length + 1));
        ofText();
        ofEvents();
    }

    private void ofText() {
        String lists = "canaries.jsonl";
        text(
                "lists of items that are none",
                lists,
                text -> text.replaceAll("\"lists\":\\[\\[\\d+", "\"lists\":[[99999999"));
        text("lists of negative items", lists, text -> text.replaceAll("\"lists\":\\[\\[\\d+", "\"lists\":[[-5"));
        text(
                "lists of users that are none",
                lists,
                text -> text.replaceAll("\"users\":\\[\\d+", "\"users\":[2000000000"));
        text("lists of no epoch", lists, text -> text.replaceAll("\"epoch\":\\d+", "\"epoch\":-7"));
        text("lists with holes", lists, text -> text.replaceAll("\"lists\":\\[\\[\\d+", "\"lists\":[[null"));
        text("ranks with holes", lists, text -> text.replaceAll("\"ranks\":\\[\\[\\d+", "\"ranks\":[[null"));
        text(
                "a split of other rows",
                "split.jsonl",
                text -> text.replaceAll("\"train\":\"[^\"]*\"", "\"train\":\"0-999999\""));
        text(
                "a split of turned rows",
                "split.jsonl",
                text -> text.replaceAll("\"train\":\"[^\"]*\"", "\"train\":\"9-1\""));
        text(
                "a split of unknown items",
                "split.jsonl",
                text -> text.replaceAll("\"find\":\\[[^]]*]", "\"find\":[\"x\"]"));
        text("a split of no users", "split.jsonl", text -> text.replaceAll("\\{\"user\":[^\n]*\n", ""));
        text(
                "a split of an unknown kind",
                "split.jsonl",
                text -> text.replace("\"split\":\"leave-one-out\"", "\"split\":\"x\""));
        String head = "run.json";
        text("a start from runs", head, text -> text.replace("\"start_from\":\"\"", "\"start_from\":\"1\""));
        text(
                "a start from far too many runs",
                head,
                text -> text.replace("\"start_from\":\"\"", "\"start_from\":\"" + "1,".repeat(40000) + "1\""));
        text("epochs without end", head, text -> text.replaceAll("\"epochs\":\\d+", "\"epochs\":2147483647"));
        text("a seed that is no number", head, text -> text.replaceAll("\"seed\":\\d+", "\"seed\":1e400"));
        text(
                "a metric cut off at nothing",
                head,
                text -> text.replaceFirst("\"metrics\":\"[^\"]*\"", "\"metrics\":\"HR@0\""));
        text("no metrics", head, text -> text.replaceFirst("\"metrics\":\"[^\"]*\"", "\"metrics\":\"\""));
        text(
                "a split that reads a file",
                head,
                text -> text.replaceFirst("\"split\":\"[^\"]*\"", "\"split\":\"file:/etc/passwd\""));
        text(
                "layers without end",
                head,
                text -> text.replaceFirst("\"layers\":\"[^\"]*\"", "\"layers\":\"2000000000\""));
        text(
                "candidates without end",
                head,
                text -> text.replaceFirst("\"candidates\":\"[^\"]*\"", "\"candidates\":\"sampled:2147483647\""));
        text(
                "a fit of itself",
                head,
                text -> text.replaceFirst(
                        "\"state\":",
                        "\"fitOf\":{\"run\":1,\"created\":\"2026-01-01T00:00:00Z\",\"epoch\":1,\"figures\":{}},\"state\":"));
        text("cores below none", head, text -> text.replaceFirst("\"cores\":\\d+", "\"cores\":-3"));
        text(
                "data in a database",
                head,
                text -> text.replaceFirst("\"data\":\"[^\"]*\"", "\"data\":\"jdbc:postgresql://127.0.0.1:9/x\""));
        text("data of a device", head, text -> text.replaceFirst("\"data\":\"[^\"]*\"", "\"data\":\"/dev/zero\""));
    }

    private void ofEvents() {
        events("an epoch twice", "(?m)^(.*\"epoch\":2,.*\n)", "$1$1");
        events("an epoch left out", "(?m)^.*\"epoch\":1,.*\n", "");
        events("an epoch without end", "\"epoch\":2,", "\"epoch\":2147483647,");
        events("an epoch below none", "\"epoch\":2,", "\"epoch\":-2,");
        events("a metric above one", "\"HR@10\":0\\.\\d+", "\"HR@10\":17");
        events("a metric that is no number", "\"HR@10\":0\\.\\d+", "\"HR@10\":\"NaN\"");
        events("a loss below none", "\"loss\":0\\.\\d+", "\"loss\":-1e308");
        events("seconds below none", "\"seconds\":[0-9.E-]+", "\"seconds\":-1e18");
        events("no beginning", "(?m)^.*\"event\":\"started\".*\n", "");
        events("a beginning with fewer users", "\"users\":60", "\"users\":-1");
        events("an end before the end", "(?m)^(.*\"event\":\"started\".*\n)([\\s\\S]*?)(.*\"finished\".*\n)", "$1$3$2");
    }

    private String[] train(String... more) throws Exception {
        String[] all = {
            "train",
            "--data",
            folder.resolve("u.data").toString(),
            "--split",
            "leave-one-out",
            "--candidates",
            "all",
            "--json"
        };
        return SmallWorkspace.with(all, more);
    }

    private static Map<String, byte[]> parts(Path file) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    private static void pack(Map<String, byte[]> parts, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
    }

    @Test
    void noneIsBelievedOrTakenForAFaultOfTheProgram() throws Exception {
        SmallWorkspace.writeData(folder.resolve("u.data"));
        Path honest = folder.resolve("honest");
        String[] model = TinyNeuMf.with("--engine", "vector", "--epochs", "3");
        assertEquals(0, Program.run(honest, train(model)).code());
        Path file = folder.resolve("run.nara");
        Program.run(honest, "runs", "export", "--run", "1", "--file", file.toString());
        Path other = folder.resolve("other.nara");
        assertEquals(
                0,
                Program.run(honest, train(SmallWorkspace.with(model, "--seed", "4")))
                        .code());
        Program.run(honest, "runs", "export", "--run", "2", "--file", other.toString());
        Files.createDirectories(Path.of("target/battery"));
        told();
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Lie> lie : lies.entrySet()) {
            Map<String, byte[]> parts = parts(file);
            lie.getValue().tell(parts);
            Path told = folder.resolve("lie.nara");
            pack(parts, told);
            Path workspace = folder.resolve("workspace");
            wrong.addAll(outcome(workspace, lie.getKey(), told, other));
            Folders.delete(workspace);
        }
        assertEquals(List.of(), wrong);
    }

    private static List<String> outcome(Path workspace, String lie, Path told, Path honest) {
        List<String> wrong = new ArrayList<>();
        Program.Said imported = Program.run(workspace, "runs", "import", "--file", told.toString());
        if (Boolean.getBoolean("nara.told")) {
            System.out.println(
                    "LIE " + lie + ": " + imported.code() + " " + imported.err().strip());
        }
        if (NAMES_OF_CODE.matcher(imported.err()).find()) {
            wrong.add(lie + ", import: " + imported.err());
        }
        if (imported.code() != 0) {
            return wrong;
        }
        Program.run(workspace, "runs", "import", "--file", honest.toString());
        for (String[] command : COMMANDS) {
            String words = lie + ", " + String.join(" ", command) + ": ";
            try {
                Program.Said said = Program.run(workspace, command);
                if (Boolean.getBoolean("nara.told")) {
                    System.out.println("  " + words + said.code() + " "
                            + said.err().strip().lines().limit(2).toList());
                }
                if (NAMES_OF_CODE.matcher(said.err() + said.out()).find()) {
                    wrong.add(words + said.err() + said.out());
                }
            } catch (RuntimeException | Error e) {
                wrong.add(words + e + " "
                        + Arrays.asList(e.getStackTrace()).subList(0, Math.min(4, e.getStackTrace().length)));
            }
        }
        return wrong;
    }
}
