package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No option that names a file to be written can replace the data in use or what the workspace keeps. */
class WrittenPlacesTest extends CommandLineTest {
    private Path data;
    private String columns = "";

    @BeforeEach
    void train() throws IOException {
        StringBuilder rows = new StringBuilder("user,item,time\n");
        for (int user = 0; user < 30; user++) {
            for (int n = 0; n < 8; n++) {
                rows.append("u" + user)
                        .append(",i")
                        .append((user * 3 + n * n) % 25)
                        .append(',');
                rows.append(1_600_000_000L + 86_400L * n + user).append('\n');
            }
        }
        data = Files.writeString(Files.createDirectory(folder.resolve("data")).resolve("data.csv"), rows);
        columns = " --data " + data + " --user user --item item --time time";
        assertEquals(0, words("train --algorithm mf --epochs 1" + columns), err);
        assertEquals(0, words("data --save-recipe" + columns), err);
        assertEquals(0, words("tune --trials 1 --epochs 1 --algorithm mf" + columns), err);
    }

    private int words(String command) {
        return nara(command.split(" ", -1));
    }

    private Path workspace() {
        return folder.resolve("workspace");
    }

    /** The files of data and workspace but the database, which reading may change. */
    private Map<String, Integer> contents() throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        for (Path place : List.of(data.getParent(), workspace())) {
            try (Stream<Path> all = Files.walk(place)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    String name = folder.relativize(file).toString();
                    if (!name.contains("runs.db") && !name.contains("processes")) {
                        contents.put(name, Arrays.hashCode(Files.readAllBytes(file)));
                    }
                }
            }
        }
        return contents;
    }

    private void refuses(String command, List<Path> places) throws IOException {
        Map<String, Integer> before = contents();
        for (Path place : places) {
            String line = command.replace("FILE", place.toString());
            assertEquals(2, words(line), line + ": " + err + out);
            String said = err;
            assertTrue(
                    said.contains("part of the data") || said.contains("belongs to the workspace"), line + ": " + said);
            assertEquals(before, contents(), line);
        }
    }

    @Test
    void fileBecomesNoReport() throws IOException {
        Path weights;
        try (Stream<Path> files = Files.list(workspace().resolve("runs/1"))) {
            weights = files.filter(file -> file.getFileName().toString().startsWith("best"))
                    .findFirst()
                    .orElseThrow();
        }
        List<Path> files = new ArrayList<>(List.of(
                data,
                Files.createSymbolicLink(folder.resolve("link"), data),
                workspace().resolve("runs.db"),
                weights));
        Files.writeString(folder.resolve("recipe.json"), "{\"blocks\":[{\"algorithm\":\"popularity\"}]}");
        for (String command : List.of(
                "runs export --run 1 --file FILE",
                "runs export --run 1 --as html --file FILE",
                "runs export --run 1 --as npz --file FILE",
                "compare --runs 1,2 --out FILE",
                "recommend --run 1 --out FILE",
                "submit --run 1 --no-fit --out FILE",
                "submit --recipe " + folder.resolve("recipe.json") + " --data " + data + " --out FILE",
                "compose --recipe " + folder.resolve("recipe.json") + " --data " + data + " --out FILE",
                "data --freeze FILE --split leave-one-out" + columns,
                "data --card FILE" + columns,
                "tune --trials 1 --algorithm mf --notify-file FILE" + columns,
                "tune continue --study 1 --notify-file FILE",
                "tune confirm --study 1 --notify-file FILE",
                "tune export --study 1 --as html --output FILE",
                "tune export --study 1 --as csv --output FILE")) {
            refuses(command, files);
        }
    }

    @Test
    void folderOfARunGetsNoOtherFiles() throws IOException {
        for (String kind : List.of("table", "mlflow", "tensorboard", "onnx", "projector", "notebook", "python")) {
            refuses(
                    "runs export --run 1 --as " + kind + " --file FILE",
                    List.of(workspace().resolve("runs/1"), workspace().resolve("processes")));
        }
        refuses("data --as recbole --export FILE" + columns, List.of(workspace().resolve("runs/1")));
        refuses("data --as parquet --export FILE" + columns, List.of(workspace().resolve("runs/1")));
        refuses("sample --profiles 50 --out FILE", List.of(workspace().resolve("runs/1")));
    }

    @Test
    void aReportInTheFolderOfTheDataIsWrittenAgain() throws IOException {
        Path among = Objects.requireNonNull(data.getParent());
        String read = columns.replace(data.toString(), among.toString());
        assertEquals(0, words("train --algorithm mf --epochs 1" + read), err);
        assertEquals(
                0,
                words("tune --trials 1 --epochs 1 --algorithm mf --notify-file " + among.resolve("log.txt") + read),
                err);
        assertTrue(Files.readString(among.resolve("log.txt")).contains("finished"), err);
        Files.delete(among.resolve("log.txt"));
        for (int times = 0; times < 2; times++) {
            assertEquals(0, words("compare --runs 1,2,3 --out " + among.resolve("report.html")), err);
            assertEquals(0, words("runs export --run 3 --as html --file " + among.resolve("run.html")), err);
            assertEquals(0, words("tune export --study 2 --as html --output " + among.resolve("search.html")), err);
            assertEquals(0, words("data --card " + among.resolve("card.html") + read), err);
        }
        refuses("compare --runs 3 --out FILE", List.of(data));
        refuses("tune export --study 2 --as html --output FILE", List.of(data));
    }

    @Test
    void aTableBesideTheDataThatIsNoPartOfItIsWrittenAgain() throws IOException {
        Path among = Files.createDirectory(folder.resolve("ml"));
        StringBuilder rows = new StringBuilder();
        Files.readString(data).lines().skip(1).forEach(row -> rows.append(
                        row.replaceAll("[ui]", "").replaceFirst("(\\d+),(\\d+),", "$1\t$2\t5\t"))
                .append('\n'));
        Files.writeString(among.resolve("u.data"), rows);
        // Of an earlier program.
        Path before = Files.writeString(among.resolve("search.csv"), "trial,score\n1,0.5\n");
        assertEquals(0, words("train --algorithm mf --epochs 1 --data " + among), err);
        for (int times = 0; times < 2; times++) {
            assertEquals(0, words("recommend --run latest --out " + before), err);
            assertEquals(0, words("recommend --run latest --out " + among.resolve("lists.csv")), err);
            assertEquals(0, words("runs export --run latest --as html --file " + among.resolve("report.csv")), err);
        }
        refuses("recommend --run latest --out FILE", List.of(among.resolve("u.data")));
    }

    @Test
    void aReportInTheWorkspaceIsWrittenAgain() {
        for (int times = 0; times < 2; times++) {
            assertEquals(0, words("compare --runs 1,2 --out " + workspace().resolve("report.html")), err);
        }
    }
}
