package dev.nara.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.NaraProcess;
import dev.nara.TinyNeuMf;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.interchange.RunFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program writes into the folder of its data is not read as data, by no program, and can be written again. */
@Tag("process")
class ResultsBesideDataTest {
    /** The formats that are one file; others fill a folder. */
    private static final Map<String, String> FILES =
            Map.of("run", "run.nara", "html", "run.csv", "npz", "run.npz", "notebook", "run.ipynb");

    @TempDir
    private Path folder;

    private Path home = Path.of("");
    private Path data = Path.of("");

    private Program.Said run(String... command) {
        Program.Said said = Program.run(home.resolve("workspace"), command);
        assertEquals(0, said.code(), String.join(" ", command) + ": " + said.err());
        return said;
    }

    private String at(String name) {
        return data.resolve(name).toString();
    }

    private void writeAll() {
        for (String ending : List.of("csv", "parquet")) {
            run("recommend", "--run", "1", "--out", at("lists." + ending));
        }
        run("submit", "--run", "1", "--no-fit", "--out", at("submission.csv"));
        run("compare", "--runs", "1,2", "--out", at("comparison.csv"));
        for (RunFormat format : RunFormat.values()) {
            String name = FILES.getOrDefault(format.id(), "");
            run("runs", "export", "--run", "1", "--as", format.id(), "--file", at(name));
        }
        for (String kind : List.of("html", "csv", "json", "optuna")) {
            run("tune", "export", "--as", kind, "--output", at("search-" + kind + ".txt"));
        }
        run("data", "--data", data.toString(), "--split", "leave-one-out", "--freeze", at("split.jsonl"));
        run("data", "--data", data.toString(), "--card", at("card.md"));
    }

    @Test
    void itStaysTheSameData() throws Exception {
        home = Files.createDirectories(folder.resolve("home"));
        data = Files.createDirectories(folder.resolve("data"));
        String rows = Files.readString(SmallWorkspace.writeData(folder.resolve("u.data")));
        Files.writeString(data.resolve("ratings.csv"), "user,item,rating,time\n" + rows.replace('\t', ','));
        String[] train = {"train", "--data", data.toString(), "--split", "leave-one-out", "--json"};
        run(SmallWorkspace.with(train, TinyNeuMf.with("--engine", "vector", "--epochs", "2")));
        run(SmallWorkspace.with(train, "--algorithm", "popularity"));
        run("tune", "--data", data.toString(), "--algorithm", "bpr", "--trials", "2", "--seeds", "1", "--epochs", "1");
        String before = run("data", "--data", data.toString(), "--json").out();
        writeAll();
        List<String> names =
                DataFiles.at(data).data().stream().map(DataFile::name).toList();
        assertEquals(List.of("ratings.csv"), names);
        assertEquals(before, run("data", "--data", data.toString(), "--json").out());
        writeAll();
        Process other = NaraProcess.start(home, "recommend", "--run", "1", "--out", at("lists.csv"));
        other.getInputStream().readAllBytes();
        assertEquals(0, other.waitFor(), Files.readString(home.resolve("messages.txt")));
    }
}
