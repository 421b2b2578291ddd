package dev.nara.interchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.nara.TestServices;
import dev.nara.algorithm.Weights;
import dev.nara.chart.RunCurve;
import dev.nara.data.DataException;
import dev.nara.data.IdIndex;
import dev.nara.run.RunEvent;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.TestModels;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for other programs is read back as their own definitions say. */
class RunFormatTest {
    @TempDir
    private Path folder;

    private RunStore store;
    private StoredRun run;
    private RunSource source;

    @BeforeEach
    void trainOnPaper() throws DataException, IOException {
        store = RunStore.open(folder);
        RunSpec spec = RunSpec.draft()
                .data("/data")
                .format("toy")
                .fingerprint("f")
                .split("time")
                .candidates("all")
                .algorithm("gmf")
                .values(Map.of("negatives", "2"))
                .epochs(2)
                .seed(7)
                .engine("vector")
                .device("cpu")
                .metrics("HR@10")
                .spec();
        long id = store.create(spec);
        var recorder = store.recorder(id);
        recorder.event(new RunEvent.Started(
                "gmf", 5, 6, 7, 8, 2, "time", "all", 4, Map.of("HR@10", 0.125), "ratio:0.8", "films"));
        recorder.event(new RunEvent.EpochDone("train", 1, 0.5, 2, 1000, 0.5, Map.of("HR@10", 0.25), true, Map.of()));
        recorder.event(new RunEvent.Batch("train", 2, 1000, 4000, 0.375, 3, 1));
        recorder.event(new RunEvent.EpochDone("train", 2, 0.25, 2, 2000, 0.5, Map.of("HR@10", 0.75), true, Map.of()));
        recorder.event(
                new RunEvent.Tested(2, Map.of("HR@10", 0.5), 4, Map.of("HR@10", 0.125), 3, Map.of("HR@10", 0.25)));
        recorder.event(new RunEvent.Finished(2, Map.of("HR@10", 0.5), 5, false));
        store.label(id, new StoredRun.Label("it's <me>", "", "", false));
        TestModels.weights(
                store,
                id,
                new Weights()
                        .put("gmf.user", new float[] {1, 2, 3, 4, 5, 6}, 3, 2)
                        .put("dense", new float[] {-1.5f}, 1)
                        .axes("gmf.user", "user, dimension"));
        run = store.find(Long.toString(id));
        source = new RunSource(TestServices.on(folder), store, Locale.ENGLISH);
    }

    @AfterEach
    void close() throws DataException {
        store.close();
    }

    @Test
    void idsAreStringsOfOneLength() throws Exception {
        IdIndex ids = new IdIndex();
        ids.add("a");
        ids.add("가나");
        Path file = folder.resolve("ids.npz");
        NumPyFile.write(file, new Weights(), Map.of("user_ids", ids));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] bytes = zip.getInputStream(zip.getEntry("user_ids.npy")).readAllBytes();
            String all = new String(bytes, StandardCharsets.ISO_8859_1);
            assertTrue(all.contains("'descr': '<U2'") && all.contains("'shape': (2,)"), all);
            String data = new String(bytes, bytes.length - 16, 16, Charset.forName("UTF-32LE"));
            assertEquals("a\0가나", data);
        }
    }

    @Test
    void numPyFindsShapeAndNumbers() throws Exception {
        Path file = folder.resolve("w.npz");
        RunFormat.NPZ.write(source, run, file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String notes = new String(
                    zip.getInputStream(zip.getEntry("metadata.npy")).readAllBytes(), Charset.forName("UTF-32LE"));
            assertTrue(
                    notes.contains("{\"axes.gmf.user\":\"user, dimension\",\"best_epoch\":\"2\","),
                    "one string of JSON: " + notes);
            byte[] bytes = zip.getInputStream(zip.getEntry("gmf.user.npy")).readAllBytes();
            ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            byte[] magic = new byte[8];
            in.get(magic);
            assertArrayEquals(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}, magic);
            byte[] header = new byte[in.getShort()];
            in.get(header);
            assertEquals(0, in.position() % 64, "the data is aligned");
            String words = new String(header, StandardCharsets.US_ASCII);
            assertTrue(words.startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2,), }"), words);
            assertTrue(words.endsWith("\n"));
            float[] numbers = new float[6];
            in.asFloatBuffer().get(numbers);
            assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, numbers);
        }
    }

    /** CRC-32C by its definition, bit by bit (Castagnoli, reflected 0x82F63B78). */
    private static int crc(byte[] bytes) {
        int crc = ~0;
        for (byte b : bytes) {
            crc ^= b & 0xff;
            for (int k = 0; k < 8; k++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0x82F63B78;
            }
        }
        return ~crc;
    }

    private static int unmasked(int masked) {
        return Integer.rotateLeft(masked - 0xa282ead8, 15);
    }

    @Test
    void tensorBoardFindsEveryRecordWholeAndItsScalars() throws Exception {
        RunFormat.TENSORBOARD.write(source, run, folder.resolve("tb"));
        Path file;
        try (var files = Files.list(folder.resolve("tb/run-1-data"))) {
            file = files.findFirst().orElseThrow();
        }
        assertTrue(file.getFileName().toString().startsWith("events.out.tfevents."));
        List<byte[]> records = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            while (in.available() > 0) {
                byte[] length = in.readNBytes(8);
                assertEquals(crc(length), unmasked(Integer.reverseBytes(in.readInt())));
                byte[] data = in.readNBytes((int)
                        ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong());
                assertEquals(crc(data), unmasked(Integer.reverseBytes(in.readInt())));
                records.add(data);
            }
        }
        assertEquals(5, records.size());
        ProtocolFields batch = new ProtocolFields(records.get(2));
        assertEquals(3000L, batch.numbers.getOrDefault(2, 0L), "2,000 of the first epoch and 1,000 of the second");
        ProtocolFields batchLoss = new ProtocolFields(
                new ProtocolFields(batch.all(5).get(0)).all(1).get(0));
        assertEquals("batch_loss", new String(batchLoss.all(1).get(0), StandardCharsets.UTF_8));
        assertEquals(0.375f, batchLoss.floats.get(2));
        assertTrue(new String(records.get(0), StandardCharsets.ISO_8859_1).endsWith("brain.Event:2"));
        assertEquals(
                Map.of("loss", 0.25f, "validation/HR@10", 0.75f, "examples_per_second", 2000f),
                scalars(records.get(3)));
        assertEquals(Map.of("test/HR@10", 0.5f), scalars(records.get(4)));
    }

    /** The scalars of a record that stands at the second epoch. */
    private static Map<String, Float> scalars(byte[] record) {
        ProtocolFields message = new ProtocolFields(record);
        assertEquals(2L, message.numbers.getOrDefault(2, 0L));
        Map<String, Float> scalars = new HashMap<>();
        for (byte[] value : new ProtocolFields(message.all(5).get(0)).all(1)) {
            ProtocolFields scalar = new ProtocolFields(value);
            scalars.put(
                    new String(scalar.all(1).get(0), StandardCharsets.UTF_8), scalar.floats.getOrDefault(2, Float.NaN));
        }
        return scalars;
    }

    @Test
    void allRunsAreTwoTables() throws Exception {
        long other = store.create(
                run.spec().change().values(Map.of("dropout", "0.5")).spec());
        Path tables = folder.resolve("tables");
        RunFormat.TABLE.writeAll(source, List.of(run, store.find(Long.toString(other))), tables);
        List<String> curves = Files.readAllLines(tables.resolve("curves.csv"));
        assertEquals("run,phase,epoch,metric,value", curves.get(0));
        assertEquals("1,train,1,loss,0.5", curves.get(1));
        assertTrue(curves.contains("1,train,2,validation/HR@10,0.75"), curves.toString());
        assertTrue(curves.contains("1,test,2,test/HR@10,0.5"), curves.toString());
        assertTrue(curves.contains("1,test,2,cold/HR@10,0.125"), curves.toString());
        assertEquals(13, curves.size());
        List<String> runs = Files.readAllLines(tables.resolve("runs.csv"));
        assertEquals(3, runs.size());
        List<String> names = List.of(runs.get(0).split(",", -1));
        assertEquals(0, names.indexOf("run"));
        assertTrue(names.containsAll(List.of("algorithm", "negatives", "dropout", "seed", "split", "data", "recipe")));
        assertTrue(runs.get(1).contains(",it's <me>,"), runs.get(1));
        assertTrue(runs.get(0).endsWith(",best_epoch,validation/HR@10,test/HR@10,cold/HR@10,dropout"), runs.get(0));
        assertTrue(runs.get(1).endsWith(",2,4.0,2,0.75,0.5,0.125,"), runs.get(1));
        assertTrue(runs.get(2).endsWith(",0,0.0,,,,,0.5"), runs.get(2));
    }

    @Test
    void mlflowFindsItsFiles() throws Exception {
        Path mlruns = folder.resolve("mlruns");
        RunFormat.MLFLOW.write(source, run, mlruns);
        RunFormat.MLFLOW.write(source, run, mlruns);
        assertTrue(Files.readString(mlruns.resolve("1/meta.yaml")).contains("experiment_id: '1'\n"));
        List<Path> homes;
        try (var all = Files.list(mlruns.resolve("1"))) {
            homes = all.filter(Files::isDirectory).toList();
        }
        assertEquals(1, homes.size());
        Path home = homes.get(0);
        String meta = Files.readString(home.resolve("meta.yaml"));
        assertTrue(meta.contains("run_id: " + home.getFileName() + "\n"), meta);
        assertTrue(meta.contains("status: 3\n") && meta.contains("run_name: '1 it''s <me>'\n"), meta);
        List<String> lines = Files.readAllLines(home.resolve("metrics/validation/HR_10"));
        assertEquals(2, lines.size());
        assertTrue(lines.get(1).matches("\\d{13} 0\\.75 2"), lines.get(1));
        List<String> test = Files.readAllLines(home.resolve("metrics/test/HR_10"));
        assertEquals(1, test.size());
        assertTrue(test.get(0).matches("\\d{13} 0\\.5 2"), test.get(0));
        assertEquals("false", Files.readString(home.resolve("tags/chosen_on_test")));
        assertEquals("2", Files.readString(home.resolve("params/negatives")));
        assertEquals("1", Files.readString(home.resolve("params/split_seed")));
        assertEquals("f", Files.readString(home.resolve("tags/fingerprint")));
        assertTrue(Files.readString(home.resolve("metrics/batch_loss")).matches("\\d{13} 0\\.375 3000\n"));
        assertArrayEquals(
                Files.readAllBytes(TestModels.weightsFile(store, run.id())),
                Files.readAllBytes(home.resolve("artifacts/best.safetensors")));
        assertEquals("1 it's <me>", Files.readString(home.resolve("tags/mlflow.runName")));
    }

    @Test
    void theTableOfEpochsHasTheTestInTheRowOfTheBest() throws Exception {
        Path file = folder.resolve("curves.csv");
        CsvFile.curves(file, store.events(run.id()));
        assertEquals(
                List.of(
                        "data,phase,epoch,loss,seconds,examples_per_second,validation/HR@10,test/HR@10",
                        "films,train,1,0.5,2.0,1000.0,0.25,",
                        "films,train,2,0.25,2.0,2000.0,0.75,0.5"),
                Files.readAllLines(file));
        RunCurve curve = RunCurve.of(store, run, "one, two", "", "");
        CsvFile.curves(file, List.of(curve, curve));
        assertEquals(
                List.of(
                        "run,data,phase,epoch,loss,seconds,examples_per_second,validation/HR@10,test/HR@10",
                        "\"one, two\",data,train,1,0.5,2.0,1000.0,0.25,",
                        "\"one, two\",data,train,2,0.25,2.0,2000.0,0.75,0.5",
                        "\"one, two\",data,train,1,0.5,2.0,1000.0,0.25,",
                        "\"one, two\",data,train,2,0.25,2.0,2000.0,0.75,0.5"),
                Files.readAllLines(file));
    }

    @Test
    void theNotebookHoldsWhatItDraws() throws Exception {
        Path file = folder.resolve("n.ipynb");
        RunFormat.NOTEBOOK.write(source, run, file);
        JsonObject notebook = new Gson().fromJson(Files.readString(file), JsonObject.class);
        assertEquals(4, notebook.get("nbformat").getAsInt());
        assertEquals(5, notebook.get("nbformat_minor").getAsInt());
        List<JsonObject> cells = notebook.getAsJsonArray("cells").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
        assertEquals(
                List.of("markdown", "code", "code", "markdown", "markdown"),
                cells.stream().map(cell -> cell.get("cell_type").getAsString()).toList());
        StringBuilder data = new StringBuilder();
        cells.get(1).getAsJsonArray("source").forEach(line -> data.append(line.getAsString()));
        assertEquals(
                "runs = [\n    {\"run\":1,\"name\":\"1 · it's <me>\",\"best_epoch\":2,\"epochs\":["
                        + "{\"epoch\":1,\"loss\":0.5,\"metrics\":{\"validation/HR@10\":0.25}},"
                        + "{\"epoch\":2,\"loss\":0.25,\"metrics\":{\"validation/HR@10\":0.75}}],"
                        + "\"popularity\":{\"validation/HR@10\":0.125},\"test\":{\"HR@10\":0.5}},\n]",
                data.toString());
        assertTrue(cells.get(1).get("execution_count").isJsonNull(), "as notebooks have it");
        RunFormat.NOTEBOOK.writeAll(source, List.of(run, run), folder);
        assertTrue(Files.readString(folder.resolve("runs.ipynb")).contains("# Curves of runs on data"));
    }

    @Test
    void theReportNeedsNothingElse() throws Exception {
        Path file = folder.resolve("r.html");
        RunFormat.HTML.write(source, run, file);
        String page = Files.readString(file);
        assertTrue(page.contains("<svg viewBox=") && page.contains("nara train --data /data"));
        assertTrue(page.contains("it's &lt;me&gt;") && !page.contains("<me>"));
        assertTrue(page.contains("test, epoch 2: HR@10 0.5000") && page.contains("validation HR@10"), page);
        assertTrue(
                page.contains("<td>This run<td class=\"n\">4<td class=\"n\">0.5000"
                        + "<tr><td>Popularity<td class=\"n\">4<td class=\"n\">0.2500"
                        + "<tr><td>Users without training rows, separately<td class=\"n\">3<td class=\"n\">0.1250"),
                page);
        assertTrue(page.contains("looked at 1 time in this workspace"), page);
        assertTrue(page.contains(run.created().substring(0, 10) + " ") && !page.contains(run.created()), page);
        assertTrue(!page.contains("http://") && !page.contains("https://"));
        assertThrows(DataException.class, () -> RunFormat.of("pdf"));
    }
}
