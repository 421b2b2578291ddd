package dev.nara.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.nara.TestServices;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.run.RunEvent;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.TestModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The module reads in Python what the program has stored; where there is a Python with NumPy, {@code -Dnara.python} names it. */
@Tag("process")
class PythonReaderTest {
    private static final String PYTHON = System.getProperty("nara.python", "python3");

    private static final String READING = """
        import json, sys
        from nara_workspace import Workspace
        ws = Workspace(sys.argv[1])
        run = ws.run(1)
        figures = run.user_figures()
        print(json.dumps({
            "runs": [repr(r) for r in ws.runs()],
            "curve": [c.tolist() for c in run.curve(run.metrics[0])],
            "best": run.best_epoch,
            "test": run.test_metrics[run.metrics[0]],
            "mean": float(figures[run.metrics[0]].mean()),
            "users": run.evaluated_users()[:2],
            "first": run.split()[0]["user"],
            "scores": run.weights().score([0, 0, 3], [1, 5, 7]).tolist(),
        }))
        """;

    @TempDir
    private Path folder;

    private record Answer(int exit, String output) {}

    private Answer python(String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(PYTHON), Stream.of(arguments)).toList());
        Process process = builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Answer(process.waitFor(), Files.readString(output));
    }

    private boolean hasNumPy() throws InterruptedException {
        try {
            return python("-c", "import numpy").exit() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void figuresScoresAndSplitsAreTheProgramsOwn() throws Exception {
        assumeTrue(hasNumPy());
        Services services = TestServices.on(folder);
        Prepared data = services.open(services.sample(), Recipe.USUAL, Progress.NONE);
        Path weights;
        JsonObject read;
        try (RunStore store = RunStore.open(folder.resolve("ws"))) {
            Map<String, String> values = Map.of("features", "user.age:scaled, item.genre_large:3", "layers", "6-3");
            TestServices.train(services, store, data, "neumf", values, 2, 5);
            StoredRun run = store.find("1");
            RunFormat.PYTHON.writeAll(new RunSource(services, store, Locale.ENGLISH), List.of(), folder);
            Files.writeString(folder.resolve("reading.py"), READING, StandardCharsets.UTF_8);
            Answer answer = python("reading.py", "ws");
            assertEquals(0, answer.exit(), answer.output());
            read = new Gson().fromJson(answer.output(), JsonObject.class);
            assertEquals(
                    "[\"Run 1: neumf, seed 5, FINISHED\"]", read.get("runs").toString());
            List<RunEvent.EpochDone> epochs = RunEvent.epochs(store.events(1));
            String metric = epochs.get(0).metrics().keySet().iterator().next();
            assertEquals("[1,2]", read.getAsJsonArray("curve").get(0).toString());
            for (int e = 0; e < 2; e++) {
                assertEquals(
                        epochs.get(e).metrics().get(metric),
                        read.getAsJsonArray("curve")
                                .get(1)
                                .getAsJsonArray()
                                .get(e)
                                .getAsDouble());
            }
            assertEquals(run.best().orElseThrow().epoch(), read.get("best").getAsInt());
            double test = run.tested().orElseThrow().metrics().getOrDefault(metric, Double.NaN);
            assertEquals(test, read.get("test").getAsDouble());
            assertEquals(test, read.get("mean").getAsDouble(), 1e-6);
            assertEquals(data.dataset().users().id(0), read.get("first").getAsString());
            float[] scores = new float[data.dataset().items().size()];
            var recommender = services.reopen(store, run, data).recommender();
            recommender.scores(0, scores);
            assertEquals(scores[1], read.getAsJsonArray("scores").get(0).getAsDouble(), 1e-5);
            assertEquals(scores[5], read.getAsJsonArray("scores").get(1).getAsDouble(), 1e-5);
            recommender.scores(3, scores);
            assertEquals(scores[7], read.getAsJsonArray("scores").get(2).getAsDouble(), 1e-5);
            weights = TestModels.weightsFile(store, 1);
        }
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length - 2] ^= 1;
        Files.write(weights, bytes);
        Answer damaged = python("reading.py", "ws");
        assertTrue(damaged.exit() != 0 && damaged.output().contains("was changed"), damaged.output());
    }
}
