package dev.nara.data.read.file;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The kind of a file that is not plain text, by its first bytes: compressed text, or a format that is read in another way or not at all.
 */
enum FileKind {
    GZIP(true, 0, "1f8b"),
    ZSTD(true, 0, "28b52ffd"),
    BZIP2(true, 0, "425a68"),
    XZ(true, 0, "fd377a585a00"),
    ZIP_LOCKED(false, 0, "504b0304"),
    ZIP(false, 0, "504b0304"),
    ZIP_EMPTY(false, 0, "504b0506"),
    SQLITE(false, 0, "53514c69746520666f726d6174203300"),
    NPY(false, 0, "934e554d5059"),
    PARQUET(false, 0, "50415231"),
    FEATHER(false, 0, "4152524f5731"),
    ARROW(false, 0, "ffffffff"),
    DUCKDB(false, 8, "4455434b"),
    ACCESS(false, 0, "000100005374616e64617264"),
    HDF5(false, 0, "894844460d0a1a0a"),
    XLS(false, 0, "d0cf11e0a1b11ae1"),
    PDF(false, 0, "255044462d"),
    SEVEN_ZIP(false, 0, "377abcaf271c"),
    RAR(false, 0, "526172211a07"),
    LZ4(false, 0, "04224d18"),
    AVRO(false, 0, "4f626a01"),
    ORC(false, 0, "4f5243"),
    SPSS(false, 0, "24464c"),
    STATA(false, 0, "3c73746174615f6474613e"),
    SAS(false, 12, "c2ea8160b31411cfbd92080009c7318c"),
    R(false, 0, ""),
    LZMA(false, 0, "5d0000"),
    COMPRESS(false, 0, "1f9d"),
    SNAPPY(false, 0, "ff060000734e61507059"),
    PNG(false, 0, "89504e470d0a1a0a"),
    JPEG(false, 0, "ffd8ff"),
    GIF(false, 0, "4749463839"),
    ELF(false, 0, "7f454c46"),
    MATLAB(false, 0, "4d41544c414220"),
    TAR(false, 257, "7573746172"),
    PICKLE(false, 0, "80"),
    HTML("<!doctype html.*|<html.*"),
    XML("<\\?xml.*"),
    GIT_LFS("version https://git-lfs.*"),
    SQL("(--[^\\n"
            + "]*+\\n"
            + "|/\\*.*?\\*/;?|\\s)*+(create (table|database|schema)|insert into|drop table|pragma|begin"
            + " transaction)\\b.*"),
    ARFF("(%[^\\n]*+\\n|\\s)*+@relation\\b.*"),
    PRINTED("[^\\n]{1,400}\\n(?=[+|: ,;\\t]*--)[-+|: ,;\\t\\r]{3,}\\n.*|\\+[-+]+\\+\\n.*"),
    WEB_LOG("(\\S{1,64} \\S{1,64} \\S{1,64} \\[\\d{1,2}/\\w{3}/\\d{4}:[^\\]]{4,20}\\] \"[^\\n]*+\\n){1,2}.*"),
    GRAPH("(creator [^\\n]*+\\n)?(strict )?(di)?graph\\s*\\w{0,40}\\s*[\\[{]\\s.*"),
    NETFLIX_ASKED("\\d{1,6}:\\r?\\n(\\d{1,8}(,\\d{4}-\\d\\d-\\d\\d)?\\r?\\n){1,2}+(\\d{1,8}(,\\d{4}|:|\\r?\\n)|$).*"),
    KDD_CUP("\\d{1,8}\\|\\d{1,6}\\r?\\n\\d{1,8}\\t\\d{1,3}(\\t|\\r?\\n).*"),
    MATRIX_MARKET("%%matrixmarket .*"),
    VOWPAL("([-+]?\\d+(\\.\\d+)?( [^|\\n]{1,60})? \\|\\w[^|\\n]*+( ?\\|\\w[^|\\n]*+)+\\n){2}.*"),
    YAML("(%yaml|---[ \\r"
            + "]*+\\n"
            + "|- \\{?\\w[\\w -]{0,40}: [^\\n"
            + "]*+\\n"
            + "( {2}\\w[\\w -]{0,40}: |- )|\\w{1,40}:[ \\r"
            + "]*+\\n"
            + " *+- ).*"),
    QUOTED("((?=[^\\n]{0,400}[,;\\t|])\"[^\"\\n]*+\"\\r?\\n){3}.*"),
    TOML("([#;][^\\n]*+\\n|\\s)*+\\[\\[[\\w .\"-]{1,60}\\]\\][ \\r]*+\\n\\s*+\\w[^=\\n\\[]{0,60}=.*"),
    INI("([#;][^\\n]*+\\n|\\s)*+\\[[\\w .\"-]{1,60}\\][ \\r]*+\\n\\s*+\\w[^=\\n\\[]{0,60}=.*"),
    SPARK_EVENTS("\\{\"Event\": ?\"SparkListener.*"),
    OBJECTS("(\\w{1,60}\\(\\w{1,60}=[^\\n]*\\)\\r?\\n){2}.*"),
    PREDICTIONS("user: \\S+ +item: \\S+ +r_ui = .*"),
    LIBSVM("([-+]?\\d+(\\.\\d+)?( qid:\\d+)?( \\d+:[-+.\\de]++){2,}( *+\\r?\\n|( [^\\n]*)?$)){2}.*");

    /** Pickles of Python 2: lists, dictionaries and tuples, or objects of a class. */
    private static final Pattern OLD_PICKLE = Pattern.compile(
            "\\([ldt]?p\\d{1,9}\\n.*|c\\w[\\w.]{0,80}\\n\\w{1,80}\\n([(pq]|\\)).*|[\\])}]q\0.*", Pattern.DOTALL);

    /** The number of bytes needed to detect the kind. */
    static final int BYTES = 512;

    private final boolean packed;
    private final int from;
    private final String magic;
    private final @Nullable Pattern text;

    FileKind(boolean packed, int from, String hexadecimal) {
        this.packed = packed;
        this.from = from;
        this.magic = hexadecimal;
        this.text = null;
    }

    /** A text format with this beginning, ignoring case. */
    FileKind(String beginning) {
        this.packed = false;
        this.from = 0;
        this.magic = "";
        this.text = Pattern.compile(beginning, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** The kind that begins with these bytes; empty for text and unknown formats. */
    static Optional<FileKind> of(byte[] first) {
        return Arrays.stream(values()).filter(kind -> kind.begins(first)).findFirst();
    }

    private boolean begins(byte[] first) {
        if (text != null) {
            String begin = new String(first, StandardCharsets.ISO_8859_1);
            return text.matcher(begin.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading())
                    .matches();
        }
        return switch (this) {
            case ZIP_LOCKED -> has(first) && first.length > 6 && (first[6] & 1) == 1;
            case ORC -> has(first) && IntStream.range(0, first.length).anyMatch(i -> first[i] >= 0 && first[i] < '\t');
            case SPSS -> has(first) && first.length > 3 && (first[3] == '2' || first[3] == '3');
            case STATA ->
                has(first)
                        || (first.length > 3 && first[0] >= 0x69 && first[0] <= 0x73 && first[1] <= 2 && first[2] == 1);
            case R ->
                new String(first, StandardCharsets.ISO_8859_1)
                        .matches("(?s)(RD[AX][23]\\n)?[AX]\\n\0\0.*|RDX[23]\\n.*");
            case PICKLE ->
                (first.length > 1 && has(first) && first[1] >= 2 && first[1] <= 5)
                        || OLD_PICKLE
                                .matcher(new String(first, StandardCharsets.ISO_8859_1))
                                .matches();
            case BZIP2 -> has(first) && first.length > 3 && first[3] >= '1' && first[3] <= '9';
            default -> has(first);
        };
    }

    private boolean has(byte[] first) {
        int to = from + magic.length() / 2;
        return first.length >= to && HexFormat.of().formatHex(first, from, to).equals(magic);
    }

    /** Whether it is compressed and is unpacked while reading. */
    boolean packed() {
        return packed;
    }

    /** The error for a file of this kind that was to be read as text. */
    DataException refused(Path file) {
        return refused(file, name().toLowerCase(Locale.ROOT));
    }

    /** The error for a kind, given by the name of its texts. */
    static DataException refused(Path file, String kind) {
        String key = "data.kind." + kind;
        return new DataException(file, Text.of(key), Text.of(key + ".remedy"));
    }
}
