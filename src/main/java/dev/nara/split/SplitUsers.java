package dev.nara.split;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.nara.data.AtomicFile;
import dev.nara.data.InputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The users of a {@link SplitFile} in file order, and a way to write the file without one of them. */
public final class SplitUsers {
    /** What was read is no split, or one that was changed. */
    public static final class Damaged extends IOException {
        private static final long serialVersionUID = 1;

        Damaged(Path file, @Nullable Throwable cause) {
            super(file + " is no split", cause);
        }
    }

    private final Path file;
    private final List<String> lines;
    private final List<JsonObject> users;

    private SplitUsers(Path file, List<String> lines, List<JsonObject> users) {
        this.file = file;
        this.lines = lines;
        this.users = users;
    }

    /**
     * Reads a file.
     *
     * @throws Damaged if it is no split, or was changed
     * @throws IOException if it cannot be read, which says nothing of what is in it
     */
    public static SplitUsers read(Path file) throws IOException {
        List<String> lines = new String(InputFile.keptBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
        int last = lines.size() - 1;
        try {
            if (last < 1 || !json(lines.get(last)).get("sha256").getAsString().equals(sha256(lines.subList(0, last)))) {
                throw new Damaged(file, null);
            }
            List<JsonObject> users = new ArrayList<>();
            for (String line : lines.subList(1, last)) {
                users.add(json(line));
            }
            return new SplitUsers(file, lines, users);
        } catch (JsonParseException | IllegalStateException | NullPointerException | UnsupportedOperationException e) {
            throw new Damaged(file, e);
        }
    }

    private static JsonObject json(String line) {
        return JsonParser.parseString(line).getAsJsonObject();
    }

    private static String sha256(List<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number of users. */
    public int size() {
        return users.size();
    }

    /** The position of a user, from 0; -1 if the file does not contain the user. */
    public int indexOf(String user) {
        return IntStream.range(0, users.size())
                .filter(u -> users.get(u).get("user").getAsString().equals(user))
                .findFirst()
                .orElse(-1);
    }

    /** The positions of users with held-out items; with {@code trained} only of those who also have training rows. */
    public int[] evaluated(boolean trained) {
        return IntStream.range(0, users.size())
                .filter(u -> !users.get(u).getAsJsonArray("find").isEmpty()
                        && !(trained && users.get(u).get("train").getAsString().isEmpty()))
                .toArray();
    }

    /** Rewrites the file without a user; readers then see that it does not cover all users of its data. */
    public void writeWithout(String user) throws IOException {
        List<String> kept = new ArrayList<>(lines.subList(0, lines.size() - 1));
        int place = indexOf(user);
        if (place >= 0) {
            kept.remove(1 + place);
        }
        JsonObject tail = new JsonObject();
        tail.addProperty("sha256", sha256(kept));
        kept.add(tail.toString());
        byte[] bytes = (String.join("\n", kept) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
    }
}
