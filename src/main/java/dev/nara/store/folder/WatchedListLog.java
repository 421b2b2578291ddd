package dev.nara.store.folder;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.nara.algorithm.Recommender;
import dev.nara.data.AtomicFile;
import dev.nara.data.SealedJson;
import dev.nara.eval.CatalogueRanks;
import dev.nara.run.RunEvent;
import dev.nara.spec.PreparedRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The recommendation lists of a few watched users after every evaluated epoch, to show how they change during training. A file with one
 * line of JSON per epoch, each with its checksum; if a user and an epoch occur twice, after a crash, the last line counts.
 */
public final class WatchedListLog {
    private static final int LENGTH = 25;
    private static final Gson GSON = new Gson();
    private static final int[] NOTHING = {};

    private WatchedListLog() {}

    /** One epoch: users by index, for each a list of item indices, best first, and the ranks of the items to find. */
    private record Line(
            int epoch, double loss, List<Integer> users, List<List<Integer>> lists, List<List<Integer>> ranks) {
        Line without(int user) {
            int place = users.indexOf(user);
            List<Integer> otherUsers = new ArrayList<>(users);
            List<List<Integer>> otherLists = new ArrayList<>(lists);
            List<List<Integer>> otherRanks = new ArrayList<>(ranks);
            otherUsers.remove(place);
            otherLists.remove(place);
            otherRanks.remove(place);
            return new Line(epoch, loss, otherUsers, otherLists, otherRanks);
        }
    }

    /**
     * The list of a watched user after an epoch.
     *
     * @param loss of the epoch
     * @param list items, best first
     * @param ranks of the user's items to find, in ascending order of item, from 1
     */
    public record Moment(int epoch, double loss, List<Integer> list, List<Integer> ranks) {}

    /** Scores the watched users and adds the epoch to the file. */
    public static void add(
            Path file, PreparedRun preparedRun, int[] users, RunEvent.EpochDone epoch, Recommender recommender)
            throws IOException {
        List<List<Integer>> lists = new ArrayList<>();
        List<List<Integer>> ranks = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        boolean kept = preparedRun.candidates().seenKept();
        CatalogueRanks.Ranked[] ranked = CatalogueRanks.of(
                recommender,
                users,
                LENGTH,
                u -> kept ? NOTHING : preparedRun.split().known().distinctItems(u),
                preparedRun.split()::truth);
        for (int n = 0; n < users.length; n++) {
            ids.add(users[n]);
            lists.add(ranked[n].list());
            ranks.add(ranked[n].ranks());
        }
        StoredLines.append(
                file, SealedJson.seal(GSON.toJson(new Line(epoch.epoch(), epoch.loss(), ids, lists, ranks))));
    }

    /** All watched users of a run on data with so many items, each with its epochs in order, without lists of unknown items. */
    public static Map<Integer, List<Moment>> read(Path file, int items) throws IOException {
        Map<Integer, List<Moment>> watched = read(file);
        watched.replaceAll((user, moments) -> moments.stream()
                .filter(moment -> moment.list().stream().allMatch(item -> item < items))
                .toList());
        return watched;
    }

    /** The same on any data. */
    public static Map<Integer, List<Moment>> read(Path file) throws IOException {
        Map<Integer, List<Moment>> watched = new TreeMap<>();
        if (!Files.exists(file)) {
            return watched;
        }
        // Some users may be watched only from a later epoch on.
        Map<Integer, Map<Integer, Moment>> byUser = new TreeMap<>();
        boolean sealed = false;
        for (String text : StoredLines.read(file)) {
            Line line = parsed(text, sealed);
            sealed |= line != null && SealedJson.isSealed(text);
            for (int n = 0; line != null && n < line.users().size(); n++) {
                byUser.computeIfAbsent(line.users().get(n), u -> new TreeMap<>())
                        .put(
                                line.epoch(),
                                new Moment(
                                        line.epoch(),
                                        line.loss(),
                                        line.lists().get(n),
                                        line.ranks().get(n)));
            }
        }
        byUser.forEach((user, moments) -> watched.put(user, List.copyOf(moments.values())));
        return watched;
    }

    /** Removes a user's lists from a file. */
    public static void erase(Path file, int user) throws IOException {
        List<String> kept = new ArrayList<>();
        for (String text : StoredLines.read(file)) {
            Line line = parsed(text, false);
            kept.add(
                    line == null || !line.users().contains(user)
                            ? text
                            : SealedJson.seal(GSON.toJson(line.without(user))));
        }
        byte[] lines = (String.join("\n", kept) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(lines));
    }

    /** Keeps only the intact lines of a file; if there is none, a line without users. */
    public static void cut(Path file) throws IOException {
        StringBuilder whole = new StringBuilder();
        boolean sealed = false;
        for (String text : Files.exists(file) ? StoredLines.read(file) : List.<String>of()) {
            if (parsed(text, sealed) != null) {
                sealed |= SealedJson.isSealed(text);
                whole.append(text).append('\n');
            }
        }
        if (whole.isEmpty()) {
            whole.append(SealedJson.seal(GSON.toJson(new Line(0, 0, List.of(), List.of(), List.of()))))
                    .append('\n');
        }
        AtomicFile.write(file, out -> out.write(whole.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** The number of damaged lines of a file. */
    static int damagedLines(Path file) throws IOException {
        int damaged = 0;
        boolean sealed = false;
        for (String text : StoredLines.read(file)) {
            damaged += parsed(text, sealed) == null ? 1 : 0;
            sealed |= SealedJson.isSealed(text);
        }
        // An incomplete last line, as left by a killed process, is not counted.
        return StoredLines.endsInHalf(file) ? Math.max(0, damaged - 1) : damaged;
    }

    /** Parses a line; null if it is damaged or incomplete. Lines of earlier versions have no checksum. */
    private static @Nullable Line parsed(String text, boolean sealed) {
        try {
            boolean earlier = !sealed && !SealedJson.isSealed(text);
            Line line = GSON.fromJson(earlier ? text : SealedJson.open(text), Line.class);
            boolean whole = line != null
                    && line.users() != null
                    && line.lists() != null
                    && line.ranks() != null
                    && line.lists().size() == line.users().size()
                    && line.ranks().size() == line.users().size()
                    && !line.users().contains(null)
                    && !line.lists().contains(null)
                    && !line.ranks().contains(null)
                    && line.epoch() >= 0
                    && line.users().stream().allMatch(user -> user >= 0)
                    && line.lists().stream().allMatch(WatchedListLog::areIndices)
                    && line.ranks().stream().allMatch(WatchedListLog::areIndices);
            return whole ? line : null;
        } catch (IOException | JsonParseException | NumberFormatException e) {
            return null;
        }
    }

    private static boolean areIndices(List<Integer> numbers) {
        return numbers.stream().allMatch(number -> number != null && number >= 0);
    }
}
