package dev.nara.data.read.file;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The encodings that files are read in, by the names people know. */
public final class Encodings {
    /** MS949, the superset of EUC-KR that Korean Windows writes. */
    public static final Charset MS949 = Charset.forName("x-windows-949");

    private Encodings() {}

    /** What can be chosen. */
    public static List<Charset> offered() {
        return List.of(StandardCharsets.UTF_8, MS949, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16);
    }

    /** The name of an encoding, as people know it. */
    public static String name(Charset charset) {
        return charset.equals(MS949) ? "MS949" : charset.name();
    }

    /** The encoding of that name, by any of its names. */
    public static Charset named(String name) throws DataException {
        try {
            String wanted = name.strip();
            // What Korean Windows and Python call by these names, MS949 contains.
            return wanted.matches("(?i)ms949|cp949|euc-?kr|uhc") ? MS949 : Charset.forName(wanted);
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    Text.of("data.encoding.unknown", name),
                    Text.of("data.encoding.unknown.remedy", "UTF-8, MS949, EUC-KR, ISO-8859-1, UTF-16"));
        }
    }
}
