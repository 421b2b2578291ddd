package dev.nara.competition;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.reflect.TypeToken;
import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.InputFile;
import dev.nara.data.PrivateFiles;
import dev.nara.data.SealedJson;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The submissions of a workspace, in a JSON file with a checksum: their sources, their local scores and their leaderboard scores. */
public final class Ledger {
    /** The competition's limit of submissions per day. */
    public static final int A_DAY = 5;

    /** The number of submissions that count in the end. */
    public static final int PICKS = 2;

    private static final String FILE = "ledger.json";
    private static final String ENTRIES = "entries";
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** Held while the file is read and rewritten, against other threads of this process. */
    private static final Object LOCK = new Object();

    private final Path file;

    private final SubmissionCopies copies;

    private Ledger(Path file) {
        this.file = file;
        this.copies = new SubmissionCopies(file.resolveSibling("submissions"));
    }

    /** The ledger of a workspace, initially empty. */
    public static Ledger in(Path workspace) {
        return new Ledger(workspace.resolve(FILE));
    }

    /**
     * All submissions, latest first.
     *
     * @throws DataException if the file cannot be read; it is left unchanged
     */
    public List<LedgerEntry> entries() throws DataException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String text = InputFile.text(file);
            List<LedgerEntry> entries = entries(text);
            // Earlier versions wrote the list alone, without a checksum.
            return text.strip().startsWith("[") ? copies.adopt(entries) : entries;
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    private List<LedgerEntry> entries(String text) throws DataException {
        try {
            JsonElement stored = JsonParser.parseString(SealedJson.plain(text));
            JsonElement list = stored.isJsonObject() ? stored.getAsJsonObject().get(ENTRIES) : stored;
            List<LedgerEntry> entries = GSON.fromJson(list, new TypeToken<List<LedgerEntry>>() {}.getType());
            if (entries == null || entries.stream().anyMatch(e -> e == null || e.sha256() == null)) {
                throw new JsonParseException(FILE);
            }
            return entries;
        } catch (JsonParseException | NumberFormatException | IOException e) {
            throw new DataException(file, Text.of("ledger.broken"), Text.of("ledger.broken.remedy"));
        }
    }

    /**
     * The copy of a submission, which is kept when the original file is overwritten; erased users are not in it.
     *
     * @throws DataException if it is not what the ledger wrote
     */
    public Path copy(LedgerEntry entry) throws DataException {
        return copies.of(entry);
    }

    /** Whether there are copies of submissions, but no list of them. */
    boolean isLost() throws DataException {
        try {
            return !Files.exists(file) && copies.any();
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    /** Adds a submission; for a file that is already in the ledger, what is known is kept. */
    public void add(LedgerEntry entry) throws DataException, IOException {
        alone(() -> enter(entry));
    }

    private interface Change {
        void make() throws DataException, IOException;
    }

    /** Makes one change at a time across threads and processes, so that none is lost. */
    private void alone(Change change) throws DataException, IOException {
        synchronized (LOCK) {
            PrivateFiles.createFolderOf(file);
            PrivateFiles.create(file.resolveSibling("ledger.lock"));
            try (FileChannel channel =
                    PrivateFiles.open(file.resolveSibling("ledger.lock"), StandardOpenOption.WRITE)) {
                // The lock is released with the channel.
                channel.lock();
                change.make();
            }
        }
    }

    private void enter(LedgerEntry entry) throws DataException, IOException {
        List<LedgerEntry> all = new ArrayList<>(entries());
        LedgerEntry known = all.stream()
                .filter(e -> e.sha256().equals(entry.sha256()))
                .findFirst()
                .orElse(null);
        LedgerEntry kept = known == null ? entry : entry.keeping(known);
        copies.take(kept);
        all.removeIf(e -> e.sha256().equals(entry.sha256()));
        all.add(0, kept);
        write(all);
    }

    /**
     * Changes a submission's entry.
     *
     * @throws DataException if more were picked than may count
     */
    public void change(LedgerEntry entry) throws DataException, IOException {
        alone(() -> replace(entry));
    }

    private void replace(LedgerEntry entry) throws DataException, IOException {
        List<LedgerEntry> all = new ArrayList<>(entries());
        all.replaceAll(e -> e.sha256().equals(entry.sha256()) ? entry.kept(e.kept()) : e);
        if (all.stream().filter(LedgerEntry::pick).count() > PICKS) {
            throw new DataException(Text.of("ledger.picks", PICKS), Text.of("ledger.picks.remedy"));
        }
        write(all);
    }

    private void write(List<LedgerEntry> all) throws IOException {
        PrivateFiles.createFolderOf(file);
        String text = SealedJson.seal(GSON.toJson(Map.of(ENTRIES, all))) + "\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
    }

    /** The submissions whose copy has a list for a user. */
    public List<LedgerEntry> naming(String user) throws DataException, IOException {
        List<LedgerEntry> naming = new ArrayList<>();
        for (LedgerEntry entry : entries()) {
            if (copies.names(entry, user)) {
                naming.add(entry);
            }
        }
        return naming;
    }

    /** Copies of submissions that are not in the ledger, for instance because it was lost, and have a list for a user. */
    public List<Path> strays(String user) throws DataException, IOException {
        return copies.strays(entries(), user);
    }

    /** Removes a user's list from one of those copies. */
    public void forget(Path stray, String user) throws DataException, IOException {
        alone(() -> copies.forget(stray, user));
    }

    /** Removes a user's list from the copy of a submission, which keeps its name; the submitted file is unchanged. */
    public void forget(LedgerEntry entry, String user) throws DataException, IOException {
        alone(() -> {
            byte[] without = copies.without(entry, user);
            List<LedgerEntry> all = new ArrayList<>();
            for (LedgerEntry each : entries()) {
                all.add(each.sha256().equals(entry.sha256()) ? copies.erased(each, without) : each);
            }
            // If the process is killed between the two, repeating the call writes the same.
            write(all);
            copies.write(entry, without);
        });
    }

    /** The remaining number of submissions of a day. */
    public static int leftToday(List<LedgerEntry> entries) {
        String today = LedgerEntry.today();
        return Math.max(
                0,
                A_DAY
                        - (int) entries.stream()
                                .filter(e -> e.submitted().equals(today))
                                .count());
    }
}
