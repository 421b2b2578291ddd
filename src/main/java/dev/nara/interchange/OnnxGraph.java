package dev.nara.interchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds an ONNX graph node by node and writes it as a model with opset 13 (onnx.proto of ONNX 1.8). Written by hand, because it needs only
 * a dozen fields of the format; each table is written directly from its array.
 */
final class OnnxGraph {
    /** The size limit of protocol buffers. */
    static final long LARGEST = Integer.MAX_VALUE;

    private static final int IR_VERSION = 7;
    private static final int OPERATORS = 13;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int INT_ATTRIBUTE = 2;
    private static final int CHUNK = 1 << 14;

    /** Fields of GraphProto. */
    private static final int NODE = 1;

    private static final int NAME = 2;
    private static final int INITIALIZER = 5;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;

    private final ProtocolMessage graph = new ProtocolMessage();
    private final List<Table> tables = new ArrayList<>();

    /** A constant tensor: its fields but for the data, and the data, as float32 or as int64. */
    private static final class Table {
        private final ProtocolMessage head;
        private final float[] data;
        private final boolean whole;

        Table(ProtocolMessage head, float[] data, boolean whole) {
            this.head = head;
            this.data = data;
            this.whole = whole;
        }

        long bytes() {
            return (long) data.length * (whole ? Long.BYTES : Float.BYTES);
        }

        /** With its data appended. */
        ProtocolMessage begun() {
            ProtocolMessage all = new ProtocolMessage();
            return all.begin(INITIALIZER, head.size() + bytes());
        }

        long size() {
            return begun().size() + head.size() + bytes();
        }

        void writeTo(OutputStream out) throws IOException {
            begun().writeTo(out);
            head.writeTo(out);
            ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int from = 0; from < data.length; from += CHUNK) {
                int count = Math.min(CHUNK, data.length - from);
                bytes.clear();
                for (int i = from; i < from + count; i++) {
                    if (whole) {
                        bytes.putLong((long) data[i]);
                    } else {
                        bytes.putFloat(data[i]);
                    }
                }
                out.write(bytes.array(), 0, bytes.position());
            }
        }
    }

    OnnxGraph(String name) {
        graph.text(NAME, name);
    }

    /** Declares an input of whole numbers; {@code axis} names its only axis, or is its extent. */
    void input(String name, String axis) {
        graph.message(INPUT, value(name, INT64, axis));
    }

    /** Declares an output of scores. */
    void scores(String name, String... axes) {
        graph.message(OUTPUT, value(name, FLOAT, axes));
    }

    /** Declares an output of item indices. */
    void places(String name, String... axes) {
        graph.message(OUTPUT, value(name, INT64, axes));
    }

    private static ProtocolMessage value(String name, int type, String... axes) {
        ProtocolMessage shape = new ProtocolMessage();
        for (String axis : axes) {
            boolean fixed = Character.isDigit(axis.charAt(0));
            shape.message(
                    1,
                    fixed
                            ? new ProtocolMessage().varint(1, Long.parseLong(axis))
                            : new ProtocolMessage().text(2, axis));
        }
        ProtocolMessage tensor = new ProtocolMessage().varint(1, type).message(2, shape);
        return new ProtocolMessage().text(1, name).message(2, new ProtocolMessage().message(1, tensor));
    }

    /** Adds a float32 constant of that shape and returns its name. */
    String table(String name, float[] data, int... shape) {
        return table(name, data, false, shape);
    }

    /** Adds a constant list of int64 and returns its name. */
    String wholes(String name, float... data) {
        return table(name, data, true, data.length);
    }

    private String table(String name, float[] data, boolean whole, int... shape) {
        ProtocolMessage head = new ProtocolMessage();
        for (int extent : shape) {
            head.varint(1, extent);
        }
        head.varint(2, whole ? INT64 : FLOAT).text(8, name);
        Table table = new Table(head, data, whole);
        head.begin(9, table.bytes());
        tables.add(table);
        return name;
    }

    /** Adds a node with one output and returns the output's name. */
    String node(String operator, String output, String... inputs) {
        return node(operator, Map.of(), List.of(output), inputs);
    }

    /** The same with an attribute. */
    String node(String operator, String attribute, int value, String output, String... inputs) {
        return node(operator, Map.of(attribute, value), List.of(output), inputs);
    }

    /** The same with several outputs; returns the first one's name. */
    String node(String operator, Map<String, Integer> attributes, List<String> outputs, String... inputs) {
        ProtocolMessage node = new ProtocolMessage();
        for (String input : inputs) {
            node.text(1, input);
        }
        outputs.forEach(output -> node.text(2, output));
        node.text(4, operator);
        new TreeMap<>(attributes)
                .forEach((name, value) -> node.message(
                        5, new ProtocolMessage().text(1, name).varint(3, value).varint(20, INT_ATTRIBUTE)));
        graph.message(NODE, node);
        return outputs.get(0);
    }

    /** The size of the graph in bytes, without the surrounding model. */
    long size() {
        return graph.size() + tables.stream().mapToLong(Table::size).sum();
    }

    /** Writes a model with this graph and properties. */
    void writeTo(OutputStream out, String version, Map<String, String> properties) throws IOException {
        ProtocolMessage model = new ProtocolMessage()
                .varint(1, IR_VERSION)
                .text(2, "nara")
                .text(3, version)
                .message(8, new ProtocolMessage().text(1, "").varint(2, OPERATORS));
        new TreeMap<>(properties)
                .forEach((name, value) ->
                        model.message(14, new ProtocolMessage().text(1, name).text(2, value)));
        model.begin(7, size()).writeTo(out);
        graph.writeTo(out);
        for (Table table : tables) {
            table.writeTo(out);
        }
    }
}
