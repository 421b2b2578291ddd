package dev.nara.interchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of a protocol buffers message, by number. */
final class ProtocolFields {
    final Map<Integer, Long> numbers = new HashMap<>();
    final Map<Integer, Float> floats = new HashMap<>();
    final Map<Integer, List<byte[]>> bytes = new HashMap<>();

    ProtocolFields(byte[] message) {
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            long key = varint(in);
            int field = (int) (key >> 3);
            switch ((int) (key & 7)) {
                case 0 -> numbers.put(field, varint(in));
                case 1 -> in.getDouble();
                case 5 -> floats.put(field, in.getFloat());
                default -> {
                    byte[] content = new byte[(int) varint(in)];
                    in.get(content);
                    bytes.computeIfAbsent(field, f -> new ArrayList<>()).add(content);
                }
            }
        }
    }

    List<byte[]> all(int field) {
        return bytes.getOrDefault(field, List.of());
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = in.get();
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    /** The messages of a field. */
    List<ProtocolFields> messages(int field) {
        return all(field).stream().map(ProtocolFields::new).toList();
    }

    /** The texts of a field. */
    List<String> texts(int field) {
        return all(field).stream()
                .map(text -> new String(text, StandardCharsets.UTF_8))
                .toList();
    }
}
