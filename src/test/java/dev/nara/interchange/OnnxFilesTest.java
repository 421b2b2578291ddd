package dev.nara.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.IdIndex;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What onnx.proto says of the files; that ONNX Runtime takes them is for the profile "onnx". */
class OnnxFilesTest {
    @TempDir
    private Path folder;

    private ProtocolFields model(String name) throws IOException {
        return new ProtocolFields(Files.readAllBytes(folder.resolve(name)));
    }

    private static ProtocolFields graph(ProtocolFields model) {
        return model.messages(7).get(0);
    }

    private static List<String> operators(ProtocolFields model) {
        return graph(model).messages(1).stream()
                .map(node -> node.texts(4).get(0))
                .toList();
    }

    /** Name, element type and axes of declared inputs or outputs. */
    private static List<String> declared(ProtocolFields model, int field) {
        List<String> all = new ArrayList<>();
        for (ProtocolFields value : graph(model).messages(field)) {
            ProtocolFields tensor = value.messages(2).get(0).messages(1).get(0);
            StringBuilder axes = new StringBuilder();
            tensor.messages(2).get(0).messages(1).forEach(axis -> axes.append(' ')
                    .append(
                            axis.numbers.containsKey(1)
                                    ? axis.numbers.get(1)
                                    : axis.texts(2).get(0)));
            all.add(value.texts(1).get(0) + " " + tensor.numbers.get(1) + axes);
        }
        return all;
    }

    private static Map<String, ProtocolFields> tables(ProtocolFields model) {
        Map<String, ProtocolFields> tables = new TreeMap<>();
        graph(model).messages(5).forEach(table -> tables.put(table.texts(8).get(0), table));
        return tables;
    }

    private static ProtocolFields table(ProtocolFields model, String name) {
        return Objects.requireNonNull(tables(model).get(name), name);
    }

    @Test
    void factorsAreTablesAndADotProduct() throws DataException, IOException {
        IdIndex users = new IdIndex();
        users.add("a");
        users.add("b");
        IdIndex items = new IdIndex();
        items.add("=1");
        items.add("\"가\"");
        items.add("z");
        Weights weights = new Weights()
                .put("user_factors", new float[] {1, 2, 3, 4}, 2, 2)
                .put("item_factors", new float[] {1, 0, 0, 1, 1, 1}, 3, 2)
                .put("item_bias", new float[] {0.5f, -1.5f, 2}, 3)
                .note("best_epoch", "3")
                .score("formula");
        OnnxFiles.write(folder, "mf", weights, users, items);
        ProtocolFields score = model("score.onnx");
        assertEquals(7, score.numbers.get(1), "the version of the intermediate representation");
        assertEquals(13, score.messages(8).get(0).numbers.get(2), "the version of the operators");
        assertEquals(
                List.of("algorithm=mf", "best_epoch=3", "score=formula"),
                score.messages(14).stream()
                        .map(note -> note.texts(1).get(0) + "=" + note.texts(2).get(0))
                        .toList());
        assertEquals(List.of("user 7 pairs", "item 7 pairs"), declared(score, 11));
        assertEquals(List.of("score 1 pairs"), declared(score, 12));
        assertEquals(List.of("Gather", "Gather", "Mul", "ReduceSum", "Gather", "Add", "Identity"), operators(score));
        ProtocolFields top = model("top.onnx");
        assertEquals(List.of("user 7 users", "k 7 1"), declared(top, 11));
        assertEquals(List.of("scores 1 users places", "items 7 users places"), declared(top, 12));
        assertEquals(List.of("Gather", "Gemm", "Min", "TopK"), operators(top));
        ProtocolFields bias = table(top, "item_bias");
        ByteBuffer data = ByteBuffer.wrap(bias.all(9).get(0)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(1, bias.numbers.get(2), "float");
        assertEquals(List.of(0.5f, -1.5f, 2f), List.of(data.getFloat(), data.getFloat(), data.getFloat()));
        assertEquals(
                3,
                ByteBuffer.wrap(table(top, "catalogue").all(9).get(0))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getLong());
        assertEquals(
                "{\"users\":[\"a\",\"b\"],\"items\":[\"=1\",\"\\\"가\\\"\",\"z\"]}",
                Files.readString(folder.resolve("ids.json")).replace("\\u003d", "="));
    }

    @Test
    void sideFeaturesAreTablesSoThatAUserAndAnItemAreAllThatIsAsked() throws DataException, IOException {
        OnnxFiles.write(
                folder,
                "neumf",
                SmallModels.trained("neumf", Map.of("features", "user.sex:2, item.genre:3", "layers", "6"))
                        .weights(),
                SmallModels.DATA.users(),
                SmallModels.DATA.items());
        ProtocolFields score = model("score.onnx");
        assertEquals(List.of("user 7 pairs", "item 7 pairs"), declared(score, 11));
        assertEquals(
                "[axis, code.item.genre, code.user.sex, feature.item.genre, feature.user.sex, gmf.item, gmf.user,"
                        + " layer.0.bias, layer.0.weight, mlp.item, mlp.user, output.bias, output.weight]",
                tables(score).keySet().toString());
        ProtocolFields codes = table(score, "code.user.sex");
        assertEquals(7, codes.numbers.get(2), "int64");
        assertEquals(30 * Long.BYTES, codes.all(9).get(0).length);
    }

    @Test
    void whatHasNoEmbeddingsIsReportedAndNothingIsWritten() throws DataException {
        Weights weights = SmallModels.trained("popularity", Map.of()).weights();
        DataException error = assertThrows(
                DataException.class,
                () -> OnnxFiles.write(
                        folder, "popularity", weights, SmallModels.DATA.users(), SmallModels.DATA.items()));
        assertEquals(
                "Models of the kind Popularity cannot be exported as ONNX: their scores do not come from embeddings."
                        + " ONNX is written for neumf, gmf, mlp, mf, bpr, ials and lightgcn. Export the weights with"
                        + " --as npz.",
                error.message(Locale.ENGLISH));
        assertFalse(Files.exists(folder.resolve("ids.json")));
    }
}
