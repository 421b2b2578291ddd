package dev.nara.interchange;

import com.google.gson.Gson;
import com.google.gson.stream.JsonWriter;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.IdIndex;
import dev.nara.data.OutputFile;
import dev.nara.store.entry.Environment;
import dev.nara.text.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A model for ONNX Runtime and other programs, as three files in a folder. {@code score.onnx} scores pairs: from {@code user} and
 * {@code item}, int64 of shape [pairs], the {@code score}, float32 of shape [pairs]. {@code top.onnx} ranks the catalogue: from {@code
 * user}, int64 of shape [users], and {@code k}, int64 of shape [1], the {@code items}, int64, and their {@code scores}, float32, of
 * shape [users × k], best first; a k beyond the catalogue gives all of it. {@code ids.json} lists the ids of users and items by these numbers.
 */
final class OnnxFiles {
    private OnnxFiles() {}

    /**
     * Writes the files.
     *
     * @param algorithm for the message if the model cannot be exported
     * @throws DataException if the model is not of embeddings, or too large; then nothing is written
     */
    static void write(Path folder, String algorithm, Weights weights, IdIndex users, IdIndex items)
            throws DataException, IOException {
        OnnxScoring scoring = scoring(weights)
                .orElseThrow(() -> new DataException(
                        Text.of("export.onnx.model", Text.of("algorithm." + algorithm)),
                        Text.of("export.onnx.model.remedy")));
        OnnxGraph pairs = pairs(scoring);
        OnnxGraph top = top(scoring);
        Map<String, String> notes = new TreeMap<>(weights.notes());
        notes.put("algorithm", algorithm);
        notes.keySet().retainAll(List.of("algorithm", "best_epoch", "score"));
        if (Math.max(pairs.size(), top.size()) > OnnxGraph.LARGEST - (1 << 16)) {
            throw new DataException(Text.of("export.onnx.large"), Text.of("export.onnx.model.remedy"));
        }
        OutputFile.write(folder.resolve("score.onnx"), out -> pairs.writeTo(out, Environment.VERSION, notes));
        OutputFile.write(folder.resolve("top.onnx"), out -> top.writeTo(out, Environment.VERSION, notes));
        OutputFile.write(folder.resolve("ids.json"), out -> ids(out, users, items));
    }

    /** The scoring of these weights; empty if it cannot be written as ONNX. */
    private static Optional<OnnxScoring> scoring(Weights weights) {
        if (OnnxFactors.has(weights)) {
            return Optional.of(new OnnxFactors(weights));
        }
        return OnnxNeuMf.has(weights) ? Optional.of(new OnnxNeuMf(weights)) : Optional.empty();
    }

    private static OnnxGraph pairs(OnnxScoring scoring) {
        OnnxGraph graph = new OnnxGraph("score");
        graph.input(OnnxScoring.USER, OnnxScoring.PAIRS);
        graph.input(OnnxScoring.ITEM, OnnxScoring.PAIRS);
        graph.node("Identity", "score", scoring.pairs(graph));
        graph.scores("score", OnnxScoring.PAIRS);
        return graph;
    }

    private static OnnxGraph top(OnnxScoring scoring) {
        OnnxGraph graph = new OnnxGraph("top");
        graph.input(OnnxScoring.USER, OnnxScoring.USERS);
        graph.input("k", "1");
        String all = scoring.catalogue(graph);
        graph.node("Min", "places", "k", graph.wholes("catalogue", scoring.items()));
        graph.node("TopK", Map.of(), List.of("scores", "items"), all, "places");
        graph.scores("scores", OnnxScoring.USERS, "places");
        graph.places("items", OnnxScoring.USERS, "places");
        return graph;
    }

    private static void ids(OutputStream out, IdIndex users, IdIndex items) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        JsonWriter json = new Gson().newJsonWriter(text);
        json.beginObject();
        list(json.name("users"), users);
        list(json.name("items"), items);
        json.endObject();
        json.flush();
    }

    private static void list(JsonWriter json, IdIndex ids) throws IOException {
        json.beginArray();
        for (int i = 0; i < ids.size(); i++) {
            json.value(ids.id(i));
        }
        json.endArray();
    }
}
