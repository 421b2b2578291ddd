package dev.nara.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a file of a workspace or in one that a command is given: an answer or one message, no exception, and the other runs are there. */
@Tag("process")
@Tag("battery")
class OddContentsTest {
    private static final Pattern NAMES_OF_CODE =
            Pattern.compile("\\w+(\\.\\w+)*(Exception|Error)\\b|\\tat |StackTrace");

    @TempDir
    private Path folder;

    private final List<String> wrong = new ArrayList<>();

    private static Map<String, byte[]> contents() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("deep lists", "[".repeat(200_000));
        all.put("deep objects", "{\"a\":".repeat(100_000));
        all.put("deep and closed", "[".repeat(50_000) + "]".repeat(50_000));
        all.put("nothing", "");
        all.put("null", "null");
        all.put("a list", "[]");
        all.put("a list of nothing", "[null]");
        all.put("an object", "{}");
        all.put("a number", "1e999");
        all.put("a text", "\"\"");
        all.put("zeros", "\0".repeat(5000));
        all.put("a long line", "x".repeat(3_000_000));
        all.put("half a pair", "{\"\ud800\":\"\\ud800\"}");
        all.put("twice", "{\"blocks\":[],\"blocks\":null,\"goal\":1,\"goal\":{},\"sum\":\"0\",\"sum\":0}");
        all.put("numbers", "{\"goal\":1e999,\"parameters\":-0,\"blocks\":9223372036854775808,\"entries\":1e-999}");
        all.put("lines", "\n".repeat(100_000));
        all.put("commas", ",".repeat(100_000) + "\n" + "\"".repeat(100_001));
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        all.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        bytes.put("another encoding", "{\"goal\":\"maximize\"}".getBytes(StandardCharsets.UTF_16));
        bytes.put("no text", new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xD8, (byte) 0x80, (byte) 0xC0});
        return bytes;
    }

    /** The commands that read each; of the workspace, or of a file beside it. */
    private Map<String, List<String>> places() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("workspace/ledger.json", List.of("workspace check", "workspace forget --user 5"));
        all.put("workspace/canaries.txt", List.of("workspace forget --user 5"));
        all.put("workspace/runs/1/run.json", List.of("workspace check", "runs show --run 1"));
        all.put("workspace/runs/1/run.log", List.of("workspace check", "runs show --run 1"));
        all.put("workspace/runs/1/split.jsonl", List.of("evaluate --run 1", "workspace forget --user 5"));
        all.put("workspace/runs/1/canaries.jsonl", List.of("workspace check", "workspace forget --user 5"));
        all.put("workspace/runs/1/batches.bin", List.of("workspace check", "runs show --run 1"));
        all.put("workspace/pseudonyms.key", List.of("workspace check"));
        all.put("workspace/submissions/a.csv", List.of("workspace forget --user 5"));
        all.put("FILE.recipe.json", List.of("data --data DATA --recipe PLACE"));
        all.put("FILE.space.json", List.of("tune ask --space PLACE"));
        all.put("FILE.compose.json", List.of("compose --recipe PLACE --data DATA"));
        all.put("FILE.csv", List.of("data --data PLACE", "check --submission PLACE --data DATA"));
        all.put("FILE.split", List.of("data --data DATA --split file:PLACE"));
        all.put("FILE.nara", List.of("runs import --file PLACE"));
        all.put("FILE.parquet", List.of("data --data PLACE"));
        all.put("FILE.items", List.of("recommend --run 1 --profile 5 --include PLACE"));
        all.put("ZIP run.json", List.of("runs import --file PLACE"));
        all.put("ZIP events.jsonl", List.of("runs import --file PLACE"));
        return all;
    }

    @Test
    void endInOneMessage() throws Exception {
        SmallWorkspace small = new SmallWorkspace(folder.resolve("small"));
        Path data = folder.resolve("small/u.data");
        for (Map.Entry<String, List<String>> place : places().entrySet()) {
            for (Map.Entry<String, byte[]> content : contents().entrySet()) {
                Path workspace = folder.resolve("workspace");
                small.copyTo(workspace);
                Path file = write(place.getKey(), content.getValue());
                for (String command : place.getValue()) {
                    String words = command.replace("PLACE", file.toString()).replace("DATA", data.toString());
                    look(workspace, place.getKey() + ", " + content.getKey() + ", " + command, words);
                }
                String list = Program.run(workspace, "runs", "list", "--json").out();
                if (!list.contains("\"run\":2,") || !list.contains("\"run\":3,")) {
                    wrong.add(place.getKey() + ", " + content.getKey() + ": runs are gone");
                }
                Folders.delete(workspace);
            }
        }
        assertEquals(List.of(), wrong);
    }

    private Path write(String place, byte[] content) throws IOException {
        if (place.startsWith("ZIP")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (String name : List.of("run.json", "events.jsonl")) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write(place.endsWith(name) ? content : "{}".getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
            return Files.write(folder.resolve("made.nara"), bytes.toByteArray());
        }
        Path file = folder.resolve(place);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private void look(Path workspace, String where, String words) {
        try {
            Program.Said said = Program.run(workspace, words.split(" ", -1));
            String all = said.err() + said.out();
            if (NAMES_OF_CODE.matcher(all).find()) {
                wrong.add(where + ": " + all.substring(0, Math.min(300, all.length())));
            } else if (said.code() > 2 || (said.code() == 2 && said.err().isBlank())) {
                wrong.add(where + ": ends with " + said.code() + " " + said.err());
            }
        } catch (RuntimeException | Error e) {
            wrong.add(where + ": throws " + e);
        }
    }
}
