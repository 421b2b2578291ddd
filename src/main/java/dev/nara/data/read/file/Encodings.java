package dev.nara.data.read.file;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The supported encodings, by their usual names. */
public final class Encodings {
    /** MS949, the superset of EUC-KR that Korean Windows writes. */
    public static final Charset MS949 = Charset.forName("x-windows-949");

    /** The superset of Shift_JIS that Japanese Windows writes. */
    private static final Charset MS932 = Charset.forName("windows-31j");

    private Encodings() {}

    /** The encodings offered to users. */
    public static List<Charset> offered() {
        return List.of(
                StandardCharsets.UTF_8,
                MS949,
                MS932,
                Charset.forName("GB18030"),
                Charset.forName("Big5"),
                Charset.forName("windows-1251"),
                Charset.forName("windows-1252"),
                StandardCharsets.ISO_8859_1,
                StandardCharsets.UTF_16);
    }

    /** The usual name of an encoding. */
    public static String name(Charset charset) {
        return charset.equals(MS949) ? "MS949" : charset.equals(MS932) ? "Shift_JIS" : charset.name();
    }

    /** The encoding with a name, or an alias. */
    public static Charset named(String name) throws DataException {
        try {
            String wanted = name.strip();
            // Windows and Python use these names for encodings that the supersets contain.
            return wanted.matches("(?i)ms949|cp949|euc-?kr|uhc")
                    ? MS949
                    : wanted.matches("(?i)ms932|cp932|s(hift)?[-_]?jis") ? MS932 : Charset.forName(wanted);
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    Text.of("data.encoding.unknown", name),
                    Text.of(
                            "data.encoding.unknown.remedy",
                            offered().stream().map(Encodings::name).collect(Collectors.joining(", "))));
        }
    }
}
