package dev.nara.interchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A message of protocol buffers, written field by field. */
final class ProtocolMessage {
    /** Wire types. */
    private static final int VARINT = 0;

    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private void number(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    private void key(int field, int wire) {
        number(((long) field << 3) | wire);
    }

    ProtocolMessage varint(int field, long value) {
        key(field, VARINT);
        number(value);
        return this;
    }

    ProtocolMessage fixed64(int field, double value) {
        key(field, FIXED64);
        bytes.writeBytes(ByteBuffer.allocate(Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(value)
                .array());
        return this;
    }

    ProtocolMessage fixed32(int field, float value) {
        key(field, FIXED32);
        bytes.writeBytes(ByteBuffer.allocate(Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(value)
                .array());
        return this;
    }

    ProtocolMessage text(int field, String text) {
        return raw(field, text.getBytes(StandardCharsets.UTF_8));
    }

    ProtocolMessage message(int field, ProtocolMessage message) {
        return raw(field, message.toBytes());
    }

    /** The header of a field of that many bytes, which the caller writes after this message. */
    ProtocolMessage begin(int field, long length) {
        key(field, BYTES);
        number(length);
        return this;
    }

    private ProtocolMessage raw(int field, byte[] content) {
        begin(field, content.length);
        bytes.writeBytes(content);
        return this;
    }

    int size() {
        return bytes.size();
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    void writeTo(OutputStream out) throws IOException {
        bytes.writeTo(out);
    }
}
