package dev.nara.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;

/**
 * Values as bytes, for Spark's own messages: these are read by a class loader that knows Spark alone, and none of a job's classes.
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

    /** The value, whose classes are those of the job. */
    static Object value(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
                try {
                    return Class.forName(described.getName(), false, Travelling.class.getClassLoader());
                } catch (ClassNotFoundException e) {
                    // Of a primitive type.
                    return super.resolveClass(described);
                }
            }
        }) {
            return in.readObject();
        }
    }
}
