package dev.nara.competition;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.reflect.TypeToken;
import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.FileNames;
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

/** The submissions of a workspace, in a file of JSON with its sum: what each was made of, what it is worth here, what the leaderboard said. */
public final class Ledger {
    /** Submissions a day that the competition takes. */
    public static final int A_DAY = 5;

    /** Submissions that count in the end. */
    public static final int PICKS = 2;

    private static final String FILE = "ledger.json";
    private static final String ENTRIES = "entries";
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** Held while the file is read and written anew, against other threads of this program. */
    private static final Object LOCK = new Object();

    private final Path file;

    private Ledger(Path file) {
        this.file = file;
    }

    /** The ledger of a workspace, empty at first. */
    public static Ledger in(Path workspace) {
        return new Ledger(workspace.resolve(FILE));
    }

    /**
     * All submissions, the latest first.
     *
     * @throws DataException if the file cannot be read; it is left as it is
     */
    public List<LedgerEntry> entries() throws DataException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return entries(InputFile.text(file));
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    private List<LedgerEntry> entries(String text) throws DataException {
        try {
            JsonElement stored = JsonParser.parseString(SealedJson.plain(text));
            // Earlier versions wrote the list alone, without a sum.
            JsonElement list = stored.isJsonObject() ? stored.getAsJsonObject().get(ENTRIES) : stored;
            List<LedgerEntry> entries = GSON.fromJson(list, new TypeToken<List<LedgerEntry>>() {}.getType());
            if (entries == null || entries.stream().anyMatch(e -> e == null || e.sha256() == null)) {
                throw new JsonParseException(FILE);
            }
            return entries;
        } catch (JsonParseException | IOException e) {
            throw new DataException(file, Text.of("ledger.broken"), Text.of("ledger.broken.remedy"));
        }
    }

    /**
     * The ledger's own copy of a submission, which stays when the file is written anew; erased users are not in it.
     *
     * @throws DataException if it is not what the ledger wrote
     */
    public Path copy(LedgerEntry entry) throws DataException {
        Path copy = place(entry);
        try {
            if (!isWhole(entry)) {
                throw new DataException(copy, Text.of("ledger.copy"), Text.of("ledger.copy.remedy"));
            }
            return copy;
        } catch (IOException e) {
            throw DataException.unreadable(copy, e);
        }
    }

    private boolean isWhole(LedgerEntry entry) throws IOException {
        String hash = LedgerEntry.hash(place(entry));
        return hash.equals(entry.sha256()) || hash.equals(entry.kept());
    }

    private Path place(LedgerEntry entry) {
        return FileNames.within(file.resolveSibling("submissions"), entry.sha256() + ".csv");
    }

    /** Enters a submission; when the same file is entered again, what is known of it stays. */
    public void add(LedgerEntry entry) throws DataException, IOException {
        alone(() -> enter(entry));
    }

    private interface Change {
        void make() throws DataException, IOException;
    }

    /** Makes one change after the other, whatever thread or program asks for it, so that none is lost. */
    private void alone(Change change) throws DataException, IOException {
        synchronized (LOCK) {
            PrivateFiles.createFolderOf(file);
            PrivateFiles.create(file.resolveSibling("ledger.lock"));
            try (FileChannel channel = FileChannel.open(file.resolveSibling("ledger.lock"), StandardOpenOption.WRITE)) {
                // Released with the channel.
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
        Path copy = place(kept);
        if (!Files.exists(copy) || !isWhole(kept)) {
            byte[] bytes = Files.readAllBytes(Path.of(entry.file()));
            AtomicFile.write(copy, out -> out.write(bytes));
        }
        all.removeIf(e -> e.sha256().equals(entry.sha256()));
        all.add(0, kept);
        write(all);
    }

    /**
     * Changes what is known of a submission.
     *
     * @throws DataException if more were picked than count
     */
    public void change(LedgerEntry entry) throws DataException, IOException {
        alone(() -> replace(entry));
    }

    private void replace(LedgerEntry entry) throws DataException, IOException {
        List<LedgerEntry> all = new ArrayList<>(entries());
        all.replaceAll(e -> e.sha256().equals(entry.sha256()) ? entry : e);
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

    /** The submissions whose copy lists something for a user. */
    public List<LedgerEntry> naming(String user) throws DataException, IOException {
        List<LedgerEntry> naming = new ArrayList<>();
        for (LedgerEntry entry : entries()) {
            if (Files.exists(place(entry)) && lines(entry).stream().anyMatch(line -> isOf(line, user))) {
                naming.add(entry);
            }
        }
        return naming;
    }

    /** Takes a user's list out of the copy of a submission, which keeps its name; what was handed in stays what it was. */
    public void forget(LedgerEntry entry, String user) throws DataException, IOException {
        alone(() -> {
            Path copy = place(entry);
            StringBuilder others = new StringBuilder();
            for (String line : lines(entry)) {
                if (!isOf(line, user)) {
                    others.append(line).append('\n');
                }
            }
            byte[] bytes = others.toString().getBytes(StandardCharsets.ISO_8859_1);
            String hash = LedgerEntry.hash(bytes);
            List<LedgerEntry> all = new ArrayList<>(entries());
            all.replaceAll(e -> e.sha256().equals(entry.sha256()) ? e.kept(hash) : e);
            // A program that is killed between the two is started again, and writes the same.
            write(all);
            AtomicFile.write(copy, out -> out.write(bytes));
        });
    }

    /** Byte by byte, for it may be a file from elsewhere, in whatever encoding. */
    private List<String> lines(LedgerEntry entry) throws IOException {
        return Files.readAllLines(place(entry), StandardCharsets.ISO_8859_1);
    }

    private static boolean isOf(String line, String user) {
        String bytes = new String(user.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return line.startsWith(bytes + ",") || line.startsWith('"' + bytes + "\",");
    }

    /** How many of a day's submissions are left. */
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
