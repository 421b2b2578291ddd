package dev.nara.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;

/**
 * Serialises values to bytes for Spark's own messages, which are read by a class loader that knows only Spark, and none of the job's
 * classes.
 */
final class Travelling {
    private Travelling() {}

    static byte[] bytes(Serializable value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    /** The value, read with the classes of the job. */
    static Object value(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
                try {
                    return Class.forName(described.getName(), false, Travelling.class.getClassLoader());
                } catch (ClassNotFoundException e) {
                    // A primitive type.
                    return super.resolveClass(described);
                }
            }
        }) {
            return in.readObject();
        }
    }
}
