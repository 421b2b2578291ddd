package dev.nara.data.read.file;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** What a file is by its first bytes, where that is no text: packed text, or a kind that is read in another way or not at all. */
enum FileKind {
    GZIP(true, 0, "1f8b"),
    ZSTD(true, 0, "28b52ffd"),
    BZIP2(true, 0, "425a68"),
    XZ(true, 0, "fd377a585a00"),
    ZIP(false, 0, "504b0304"),
    SQLITE(false, 0, "53514c69746520666f726d6174203300"),
    NPY(false, 0, "934e554d5059"),
    PARQUET(false, 0, "50415231"),
    FEATHER(false, 0, "4152524f5731"),
    HDF5(false, 0, "894844460d0a1a0a"),
    XLS(false, 0, "d0cf11e0a1b11ae1"),
    PDF(false, 0, "255044462d"),
    SEVEN_ZIP(false, 0, "377abcaf271c"),
    RAR(false, 0, "526172211a07"),
    LZ4(false, 0, "04224d18"),
    AVRO(false, 0, "4f626a01"),
    ORC(false, 0, "4f524300"),
    MATLAB(false, 0, "4d41544c414220"),
    TAR(false, 257, "7573746172"),
    PICKLE(false, 0, "80"),
    HTML(false, 0, "");

    /** So many bytes tell. */
    static final int BYTES = 512;

    private final boolean packed;
    private final int from;
    private final String magic;

    FileKind(boolean packed, int from, String hexadecimal) {
        this.packed = packed;
        this.from = from;
        this.magic = hexadecimal;
    }

    /** The kind that begins with these bytes; nothing for text and what is not known. */
    static Optional<FileKind> of(byte[] first) {
        return Arrays.stream(values()).filter(kind -> kind.begins(first)).findFirst();
    }

    private boolean begins(byte[] first) {
        return switch (this) {
            case HTML ->
                new String(first, StandardCharsets.ISO_8859_1)
                        .stripLeading()
                        .toLowerCase(Locale.ROOT)
                        .matches("(?s)(<!doctype html|<html).*");
            case PICKLE -> first.length > 1 && has(first) && first[1] >= 2 && first[1] <= 5;
            case BZIP2 -> has(first) && first.length > 3 && first[3] >= '1' && first[3] <= '9';
            default -> has(first);
        };
    }

    private boolean has(byte[] first) {
        int to = from + magic.length() / 2;
        return first.length >= to && HexFormat.of().formatHex(first, from, to).equals(magic);
    }

    /** Whether it is packed text that is unpacked while it is read. */
    boolean packed() {
        return packed;
    }

    /** What to say of a file of this kind that is read as text: what it is, and what to do with it. */
    DataException refused(Path file) {
        String key = "data.kind." + name().toLowerCase(Locale.ROOT);
        return new DataException(file, Text.of(key), Text.of(key + ".remedy"));
    }
}
