package dev.nara.data.read.file;

import dev.nara.data.DataException;
import dev.nara.data.DataInUse;
import dev.nara.data.Destination;
import dev.nara.data.OwnOutput;
import dev.nara.data.SystemCause;
import dev.nara.text.Text;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * One text file: plain, packed with gzip, zstd, bzip2 or xz (known by its first bytes, whatever its name), or an entry of a zip or tar
 * archive. Rejects packed files that unpack to an implausible size, and reports the kind of files that are not text.
 */
public final class DataFile {

    /** File name extensions of unfinished downloads. */
    private static final List<String> UNFINISHED = List.of(".crdownload", ".opdownload");

    /** Extensions of unfinished downloads only after another extension; a name such as "train.part" is part of a dataset. */
    private static final List<String> PART = List.of(".part", ".partial");

    private final Path path;
    private final @Nullable Archive archive;
    private final String entry;
    private final @Nullable Charset forced;
    private @Nullable Charset charset;
    private @Nullable EncodingScan scan;
    private List<String> above = List.of();
    private boolean opened;

    private DataFile(Path path, @Nullable Archive archive, String entry, @Nullable Charset forced) {
        this.path = path;
        this.archive = archive;
        this.entry = entry;
        this.forced = forced;
    }

    /** A file that is not an entry of an archive; it need not exist. */
    public static DataFile of(Path path) {
        return new DataFile(path, null, "", null);
    }

    /** A file in a given encoding; null to detect it. */
    public static DataFile of(Path path, @Nullable Charset forced) {
        return new DataFile(path, null, "", forced);
    }

    /** An entry of an archive. */
    static DataFile entry(Path path, Archive archive, String entry, @Nullable Charset forced) {
        return new DataFile(path, archive, entry, forced);
    }

    /** The same file with these first lines blanked, so that later lines keep their numbers. */
    public DataFile below(List<String> lines) {
        DataFile same = new DataFile(path, archive, entry, forced);
        same.charset = charset;
        same.above = List.copyOf(lines);
        return same;
    }

    /** The first lines that are left out, including blank ones. */
    List<String> above() {
        return above;
    }

    /** The name without folders and without the extension of a compression, such as ".gz". */
    public String name() {
        String full =
                archive == null ? String.valueOf(path.getFileName()) : entry.substring(entry.lastIndexOf('/') + 1);
        return full.replaceFirst("(?i)\\.(gz|zst|zstd|bz2|xz)$", "");
    }

    /** The path for messages: an entry appears as if its archive were a folder. */
    public Path shown() {
        try {
            return archive == null ? path : path.resolve(entry);
        } catch (InvalidPathException e) {
            // An archive may have names that are not valid on this system.
            return path;
        }
    }

    /** Whether the file exists. */
    public boolean exists() {
        return archive != null || Files.isRegularFile(path);
    }

    /** Its encoding, given or detected. Reads the whole file the first time. */
    public Charset charset() throws DataException {
        Charset known = charset;
        if (known == null) {
            refuseNoText();
            known = forced == null ? detected() : forced;
            charset = known;
        }
        return known;
    }

    /** Whether it can be split at a delimiter without considering anything else, see {@link EncodingScan#plain}. */
    boolean plain(String delimiter) throws DataException {
        charset();
        return scan != null && delimiter.length() == 1 && scan.plain(delimiter.charAt(0));
    }

    private void refuseNoText() throws DataException {
        if (archive == null && isUnfinished()) {
            throw FileKind.refused(shown(), "unfinished");
        }
        try (BufferedInputStream bytes = new BufferedInputStream(bytes(new ByteCounter()), FileKind.BYTES)) {
            Optional<FileKind> kind = Unpacking.kind(bytes);
            if (kind.isPresent()) {
                throw kind.get().refused(shown());
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private boolean isUnfinished() {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return UNFINISHED.stream().anyMatch(name::endsWith)
                || PART.stream()
                        .anyMatch(end -> name.endsWith(end) && name.indexOf('.') < name.length() - end.length());
    }

    private Charset detected() throws DataException {
        try {
            EncodingScan bytes = EncodingScan.of(bytes(new ByteCounter()));
            if (bytes.firstZero() > 0) {
                throw new DataException(
                        shown(), bytes.firstZero(), Text.of("data.binary"), Text.of("data.binary.remedy"));
            }
            scan = bytes;
            Optional<Charset> unicode = bytes.unicode();
            return unicode.isPresent() ? unicode.get() : guessed(bytes);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Charset guessed(EncodingScan scan) throws IOException, DataException {
        EncodingGuess guess = EncodingGuess.of(bytes(new ByteCounter()));
        List<Charset> likely = guess.likely();
        if (!guess.certain()) {
            String names = likely.stream().map(Encodings::name).collect(Collectors.joining(", "));
            throw new DataException(
                    shown(), Text.of("data.encoding.unclear", names), Text.of("data.encoding.unclear.remedy"));
        }
        return likely.get(0).equals(LegacyEncoding.WESTERN.charset()) ? scan.western() : likely.get(0);
    }

    /** The line of the first bytes that are not valid in the encoding, counted from 1; 0 if unknown. */
    private long firstBadLine() {
        if (!StandardCharsets.UTF_8.equals(charset)) {
            return 0;
        }
        try {
            return EncodingScan.of(bytes(new ByteCounter())).firstBroken();
        } catch (IOException e) {
            return 0;
        }
    }

    /** The usual name of its encoding. */
    public String encoding() throws DataException {
        return Encodings.name(charset());
    }

    /** The name of its encoding, if it has been read. */
    public Optional<String> encodingReadIn() {
        return Optional.ofNullable(charset).map(Encodings::name);
    }

    /** Its characters without byte-order mark, each end of line as a single line feed; broken bytes are an error. */
    BufferedReader reader(ByteCounter counter) throws IOException, DataException {
        Charset known = charset();
        InputStreamReader decoding = new InputStreamReader(
                bytes(counter),
                known.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        BufferedReader reader = new BufferedReader(new LineFeeds(decoding), 1 << 16);
        try {
            reader.mark(1);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            return above.isEmpty() ? reader : new BufferedReader(new BlankedLines(reader, above.size()), 1 << 16);
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /** Its unpacked bytes; convert errors with {@link #unreadable}. */
    public InputStream bytes() throws IOException {
        return bytes(new ByteCounter());
    }

    /** Its size in bytes, for an entry the unpacked size; 0 if unknown. */
    public long size() {
        try {
            return archive == null ? Files.size(path) : archive.size(entry);
        } catch (IOException e) {
            return 0;
        }
    }

    /** What changes if the file, or the archive that contains it, is replaced or written again. */
    public String state() throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        return now.size() + " " + now.lastModifiedTime() + " " + now.fileKey();
    }

    /** Whether it was opened since {@link #forgetOpened}. */
    boolean opened() {
        return opened;
    }

    void forgetOpened() {
        opened = false;
    }

    /** Whether it is a result that this program wrote there. */
    boolean isOutput() {
        return archive == null && OwnOutput.is(path);
    }

    /** Protects the file, or the archive that contains it, from being overwritten. */
    void keep() {
        DataInUse.addFound(path);
    }

    /** Its unpacked bytes. */
    InputStream bytes(ByteCounter counter) throws IOException {
        opened = true;
        keep();
        if (archive != null) {
            return Unpacking.of(new BufferedInputStream(archive.bytes(entry, counter), 1 << 16), counter);
        }
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString());
        }
        counter.expect(Files.size(path));
        return Unpacking.of(
                new BufferedInputStream(counter.counted(Files.newInputStream(path), true), 1 << 16), counter);
    }

    /** The message for an error, with the line of bytes that are not valid in the encoding. */
    public DataException unreadable(IOException e) {
        if (e.getCause() instanceof DataException words) {
            return words;
        }
        if (e instanceof CharacterCodingException) {
            String name = charset == null ? "UTF-8" : Encodings.name(charset);
            return new DataException(
                    shown(), firstBadLine(), Text.of("data.encoding", name), Text.of("data.encoding.remedy"));
        }
        if (e instanceof NoSuchFileException && Destination.isStream(path)) {
            return new DataException(shown(), Text.of("file.stream"), Text.of("file.stream.remedy"));
        }
        if (e instanceof NoSuchFileException) {
            return new DataException(shown(), Text.of("data.file.missing"), Text.of("data.file.missing.remedy"));
        }
        if (e instanceof LineFeeds.ZeroCharacter) {
            return new DataException(shown(), Text.of("data.binary"), Text.of("data.binary.remedy"));
        }
        if (e instanceof ByteCounter.TooLarge) {
            return new DataException(
                    shown(), Text.of("data.file.bomb", ByteCounter.GROWTH), Text.of("data.file.bomb.remedy"));
        }
        if (e instanceof ZipException || e instanceof EOFException) {
            return new DataException(shown(), Text.of("data.file.damaged"), Text.of("data.file.damaged.remedy"));
        }
        Optional<SystemCause> cause = SystemCause.of(e);
        if (cause.isPresent()) {
            return new DataException(shown(), cause.get().problem(), cause.get().remedy());
        }
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new DataException(
                shown(), Text.of("data.file.unreadable", reason), Text.of("data.file.unreadable.remedy"));
    }

    @Override
    public String toString() {
        return shown().toString();
    }
}
