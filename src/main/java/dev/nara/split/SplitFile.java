package dev.nara.split;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.DataInUse;
import dev.nara.data.Dataset;
import dev.nara.data.InputFile;
import dev.nara.data.Interactions;
import dev.nara.data.OwnPlaces;
import dev.nara.data.SealedJson;
import dev.nara.text.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A split frozen to a file, {@code file:PATH}, so that all compared runs use the same one. One JSON object per line: first the origin of
 * the split, then one line per user (the positions of its rows, in order of time from 0, that are trained on and that are held out for
 * validation; the ids of held-out items of the test part and of the validation part; the ids of the negatives of each), last the SHA-256 of
 * all lines before. The same split gives the same file.
 */
public final class SplitFile implements Splitter {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final String NAME = "file";
    /** The version of files without a validation part; the next one is that of files with one. */
    private static final int VERSION = 1;

    private static final int WITH_VALIDATION = 2;
    /** More bytes than the last line has. */
    private static final int TAIL_BYTES = 200;

    private record Head(
            int naraSplit,
            String split,
            long seed,
            String data,
            String fingerprint,
            String candidates,
            @Nullable String validation) {}

    private record User(
            String user,
            String train,
            List<String> find,
            @Nullable List<String> among,
            @Nullable String validation,
            @Nullable List<String> choose,
            @Nullable List<String> chooseAmong) {}

    private record Tail(String sha256) {}

    /** How the split in a file is written as a setting. */
    public static String spec(Path file) {
        return NAME + ":" + file;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Argument argument() {
        return Argument.of(":PATH", written -> Optional.of(written).filter(path -> !path.isEmpty()));
    }

    @Override
    public List<String> examples() {
        return List.of();
    }

    @Override
    public boolean holdsOutOne() {
        return true;
    }

    /**
     * Writes a split to a file, completely or not at all.
     *
     * @param candidates how the negatives were drawn, as in {@code --candidates}
     * @param negatives to rank held-out items among, shape [users][negatives]; null for the whole catalogue
     * @return the SHA-256 in the last line of the file
     */
    public static String write(
            AtomicFile.Target to,
            Dataset dataset,
            Split split,
            long seed,
            String candidates,
            int @Nullable [][] negatives)
            throws IOException {
        MessageDigest digest = sha256();
        String[] hash = new String[1];
        Split part = split.validation().orElse(null);
        to.write(out -> {
            Split.Origin origin = split.origin();
            DigestOutputStream digested = new DigestOutputStream(out, digest);
            digested.write(line(new Head(
                    part == null ? VERSION : WITH_VALIDATION,
                    origin.spec(),
                    origin.seed().orElse(seed),
                    dataset.name(),
                    dataset.rowsFingerprint(),
                    bringsAll(split, negatives) && !origin.candidates().isEmpty() ? origin.candidates() : candidates,
                    part == null ? null : part.origin().spec())));
            SplitLines users = new SplitLines(dataset, split, digested);
            for (int u = 0; u < dataset.users().size(); u++) {
                users.write(u, negatives == null ? null : negatives[u]);
            }
            users.flush();
            hash[0] = HexFormat.of().formatHex(digest.digest());
            out.write((SealedJson.seal(GSON.toJson(new Tail(hash[0]))) + "\n").getBytes(StandardCharsets.UTF_8));
        });
        return hash[0];
    }

    /** Whether these negatives are the ones that the split brings. */
    private static boolean bringsAll(Split split, int @Nullable [][] negatives) {
        return split.hasNegatives()
                && negatives != null
                && IntStream.range(0, negatives.length).allMatch(u -> Arrays.equals(negatives[u], split.negatives(u)));
    }

    /** The SHA-256 in the last line of a file; "" if there is no such file or no such line. */
    public static String hash(Path file) throws IOException {
        if (!Files.isRegularFile(file) || OwnPlaces.link(file).isPresent()) {
            return "";
        }
        try (RandomAccessFile lines = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(TAIL_BYTES, lines.length())];
            lines.seek(lines.length() - end.length);
            lines.readFully(end);
            String text = new String(end, StandardCharsets.UTF_8).strip();
            return stated(text.substring(text.lastIndexOf('\n') + 1));
        }
    }

    /** The SHA-256 in a last line, which has a checksum of its own, but for files of earlier versions. */
    private static String stated(String last) {
        try {
            Tail tail = GSON.fromJson(SealedJson.plain(last), Tail.class);
            return tail == null || tail.sha256() == null ? "" : tail.sha256();
        } catch (JsonParseException | IOException e) {
            return "";
        }
    }

    /**
     * Checks that a file was not changed.
     *
     * @throws IOException if it was, or cannot be read
     */
    public static void check(Path file) throws IOException {
        OwnPlaces.checkNoLink(file);
        MessageDigest digest = sha256();
        try {
            lines(file, digest);
        } catch (DataException e) {
            // Callers name the file as users know it, which may be an archive.
            throw new IOException("checksum");
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(hash(file))) {
            throw new IOException("checksum");
        }
    }

    private static byte[] line(Object json) {
        return (GSON.toJson(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Split split(Dataset dataset, String argument, long seed) throws DataException {
        int at = argument.lastIndexOf('@');
        boolean pinned = at > 0 && argument.substring(at + 1).matches("[0-9a-f]{8}");
        Path file = path(pinned ? argument.substring(0, at) : argument);
        MessageDigest digest = sha256();
        List<String> lines = lines(file, digest);
        String hash = HexFormat.of().formatHex(digest.digest());
        try {
            return read(file, dataset, lines, hash, pinned ? argument.substring(at + 1) : "");
        } catch (JsonParseException | IllegalArgumentException | NullPointerException | IndexOutOfBoundsException e) {
            throw broken(file);
        }
    }

    private static Path path(String text) throws DataException {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new DataException(Text.of("split.file.path", text), Text.of("split.file.path.remedy"));
        }
    }

    private static List<String> lines(Path file, MessageDigest digest) throws DataException {
        InputFile.checkRegular(file);
        DataInUse.add(file);
        List<String> lines = new ArrayList<>();
        Optional<DataException> link = OwnPlaces.link(file);
        if (link.isPresent()) {
            throw link.get();
        }
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            while (line != null) {
                String next = reader.readLine();
                if (next != null) {
                    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
                }
                lines.add(line);
                line = next;
            }
        } catch (CharacterCodingException e) {
            throw broken(file);
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
        return lines;
    }

    private static DataException broken(Path file) {
        return new DataException(file, Text.of("split.file.broken"), Text.of("split.file.broken.remedy"));
    }

    private Split read(Path file, Dataset dataset, List<String> lines, String hash, String pinned)
            throws DataException {
        if (lines.size() < 2) {
            throw broken(file);
        }
        Head head = GSON.fromJson(lines.get(0), Head.class);
        Tail tail = GSON.fromJson(lines.get(lines.size() - 1), Tail.class);
        if ((head.naraSplit() != VERSION && head.naraSplit() != WITH_VALIDATION) || !hash.equals(tail.sha256())) {
            throw broken(file);
        }
        if (!pinned.isEmpty() && !hash.startsWith(pinned)) {
            throw new DataException(file, Text.of("split.file.changed", pinned), Text.of("split.file.changed.remedy"));
        }
        if (!head.fingerprint().equals(dataset.rowsFingerprint())
                || lines.size() - 2 != dataset.users().size()) {
            throw new DataException(file, Text.of("split.file.other", head.data()), Text.of("split.file.other.remedy"));
        }
        List<User> users = lines.subList(1, lines.size() - 1).stream()
                .map(line -> GSON.fromJson(line, User.class))
                .toList();
        String spec = name() + ":" + file + "@" + hash.substring(0, 8);
        Split.Origin origin = new Split.Origin(head.split(), OptionalLong.of(head.seed()), head.candidates());
        Split split = new Split(
                        spec,
                        rows(dataset, users, user -> List.of(user.train(), validation(user))),
                        truth(dataset, users, User::find))
                .madeBy(origin);
        Split judged = among(dataset, split, users, User::among);
        if (head.validation() == null) {
            return judged;
        }
        Split part = new Split(
                        GivenSplit.NAME,
                        rows(dataset, users, user -> List.of(user.train())),
                        truth(dataset, users, user -> Objects.requireNonNull(user.choose())))
                .madeBy(new Split.Origin(head.validation(), origin.seed(), ""));
        return judged.validatedOn(among(dataset, part, users, User::chooseAmong));
    }

    private static String validation(User user) {
        return Objects.requireNonNullElse(user.validation(), "");
    }

    /** The rows of users at these positions, each written as "0-35,38". */
    private static Interactions rows(Dataset dataset, List<User> users, Function<User, List<String>> places) {
        Interactions all = dataset.interactions();
        boolean[] kept = new boolean[all.size()];
        for (int u = 0; u < users.size(); u++) {
            for (String ranges : places.apply(users.get(u))) {
                RowPlaces.mark(kept, all.start(u), all.end(u), ranges);
            }
        }
        return all.filter((user, row) -> kept[row]);
    }

    private static int[][] truth(Dataset dataset, List<User> users, Function<User, List<String>> ids) {
        int[][] truth = new int[users.size()][];
        Arrays.setAll(truth, u -> indices(dataset, ids.apply(users.get(u))));
        Arrays.stream(truth).forEach(Arrays::sort);
        return truth;
    }

    /** A copy with the users' negatives, if the file has any. */
    private static Split among(
            Dataset dataset, Split split, List<User> users, Function<User, @Nullable List<String>> ids) {
        if (users.stream().allMatch(user -> ids.apply(user) == null)) {
            return split;
        }
        int[][] negatives = new int[users.size()][];
        Arrays.setAll(negatives, u -> indices(dataset, Objects.requireNonNullElse(ids.apply(users.get(u)), List.of())));
        return split.among(negatives);
    }

    private static int[] indices(Dataset dataset, List<String> ids) {
        int[] indices = ids.stream().mapToInt(dataset.items()::indexOf).toArray();
        if (Arrays.stream(indices).anyMatch(i -> i < 0)) {
            throw new IllegalArgumentException("an unknown item");
        }
        return indices;
    }
}
