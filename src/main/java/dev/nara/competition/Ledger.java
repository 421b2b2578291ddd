package dev.nara.competition;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.eval.Significance;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The submissions of a workspace, in a file of JSON: what each was made of, what it is worth here, what the leaderboard said. */
public final class Ledger {
    /** Submissions a day that the competition takes. */
    public static final int A_DAY = 5;

    /** Submissions that count in the end. */
    public static final int PICKS = 2;

    private static final String FILE = "ledger.json";
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** Whoever reads to write is alone in this program. */
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
     * A submission.
     *
     * @param sha256 of the file; names the submission
     * @param file where it was written
     * @param written the day it was entered, as ISO 8601 has it
     * @param recipe of composed lists; null for others
     * @param runs the stored runs it was made of, none for foreign files
     * @param local its Score here by protocol
     * @param submitted the day it was handed in, "" if it was not
     * @param publicScore on the leaderboard; null while it is not known
     * @param privateScore the same
     * @param pick whether it is one of those that count in the end
     */
    public record Entry(
            String sha256,
            String file,
            String written,
            @Nullable ComposeRecipe recipe,
            List<Long> runs,
            Map<String, Double> local,
            String submitted,
            @Nullable Double publicScore,
            @Nullable Double privateScore,
            boolean pick) {
        /** What is left out is not known. */
        public Entry {
            runs = runs == null ? List.of() : runs;
            local = local == null ? Map.of() : local;
            submitted = Objects.requireNonNullElse(submitted, "");
        }

        /** Of composed lists. */
        public static Entry composed(Path file, ComposeRecipe recipe, Map<String, Double> local) throws IOException {
            Set<Long> runs = new LinkedHashSet<>();
            recipe.blocks().forEach(block -> block.runs().keySet().forEach(id -> runs.add(Long.parseLong(id))));
            return made(file, recipe, List.copyOf(runs), local);
        }

        /** Of one run. */
        public static Entry ofRun(Path file, long run, Map<String, Double> local) throws IOException {
            return made(file, null, List.of(run), local);
        }

        /** Of a file that was made elsewhere. */
        public static Entry foreign(Path file, Map<String, Double> local) throws IOException {
            return made(file, null, List.of(), local);
        }

        private static Entry made(Path file, @Nullable ComposeRecipe recipe, List<Long> runs, Map<String, Double> local)
                throws IOException {
            return new Entry(
                    hash(file),
                    file.toAbsolutePath().normalize().toString(),
                    today(),
                    recipe,
                    runs,
                    new TreeMap<>(local),
                    "",
                    null,
                    null,
                    false);
        }

        /** The same with what the leaderboard said; a first score is also the day it was handed in. */
        public Entry scored(@Nullable Double ofPublic, @Nullable Double ofPrivate) {
            boolean first = submitted.isEmpty() && (ofPublic != null || ofPrivate != null);
            return new Entry(
                    sha256, file, written, recipe, runs, local, first ? today() : submitted, ofPublic, ofPrivate, pick);
        }

        /** The same as handed in that day, "" for not. */
        public Entry handedIn(String day) {
            return new Entry(sha256, file, written, recipe, runs, local, day, publicScore, privateScore, pick);
        }

        /** The same as one of the final picks, or no longer. */
        public Entry picked(boolean chosen) {
            return new Entry(sha256, file, written, recipe, runs, local, submitted, publicScore, privateScore, chosen);
        }

        /** The same with further local scores. */
        public Entry with(Map<String, Double> more) {
            Map<String, Double> all = new TreeMap<>(local);
            all.putAll(more);
            return new Entry(sha256, file, written, recipe, runs, all, submitted, publicScore, privateScore, pick);
        }

        /** What is known of a file from when it was entered first, which a file from elsewhere does not tell. */
        private Entry keeping(Entry known) {
            boolean foreign = recipe == null && runs.isEmpty();
            return new Entry(
                    sha256,
                    file,
                    written,
                    foreign ? known.recipe() : recipe,
                    foreign ? known.runs() : runs,
                    known.with(local).local(),
                    known.submitted(),
                    known.publicScore(),
                    known.privateScore(),
                    known.pick());
        }

        /** The local score of a protocol, of whatever split; NaN where it is not known. */
        public double score(String protocol) {
            return local.entrySet().stream()
                    .filter(e -> e.getKey().endsWith(" " + protocol))
                    .mapToDouble(Map.Entry::getValue)
                    .findFirst()
                    .orElse(Double.NaN);
        }

        /** What it was made of, in a few words. */
        public String made() {
            if (recipe != null) {
                List<String> names =
                        recipe.blocks().stream().map(ComposeRecipe.Block::name).toList();
                return String.join(" + ", names);
            }
            return runs.isEmpty() ? "" : "run " + runs.get(0);
        }
    }

    private static String today() {
        return LocalDate.now(ZoneId.systemDefault()).toString();
    }

    private static String hash(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * All submissions, the latest first.
     *
     * @throws DataException if the file cannot be read; it is left as it is
     */
    public List<Entry> entries() throws DataException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Entry> entries = GSON.fromJson(Files.readString(file), new TypeToken<List<Entry>>() {}.getType());
            if (entries == null || entries.stream().anyMatch(e -> e == null || e.sha256() == null)) {
                throw new JsonParseException(FILE);
            }
            return entries;
        } catch (JsonParseException e) {
            throw new DataException(file, Text.of("ledger.broken"), Text.of("ledger.broken.remedy"));
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    /** The ledger's own copy of a submission, which stays when the file is written anew. */
    public Path copy(Entry entry) {
        return file.resolveSibling("submissions").resolve(entry.sha256() + ".csv");
    }

    /** Enters a submission; the same file again keeps what is known of it. */
    public void add(Entry entry) throws DataException, IOException {
        alone(() -> enter(entry));
    }

    private interface Change {
        void make() throws DataException, IOException;
    }

    /** One change at a time, of whichever thread and program: else one of two would be lost. */
    private void alone(Change change) throws DataException, IOException {
        synchronized (LOCK) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    file.resolveSibling("ledger.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // Given back with the channel.
                channel.lock();
                change.make();
            }
        }
    }

    private void enter(Entry entry) throws DataException, IOException {
        List<Entry> all = new ArrayList<>(entries());
        Entry known = all.stream()
                .filter(e -> e.sha256().equals(entry.sha256()))
                .findFirst()
                .orElse(null);
        Entry kept = known == null ? entry : entry.keeping(known);
        Path copy = copy(entry);
        if (!Files.exists(copy)) {
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
    public void change(Entry entry) throws DataException, IOException {
        alone(() -> replace(entry));
    }

    private void replace(Entry entry) throws DataException, IOException {
        List<Entry> all = new ArrayList<>(entries());
        all.replaceAll(e -> e.sha256().equals(entry.sha256()) ? entry : e);
        if (all.stream().filter(Entry::pick).count() > PICKS) {
            throw new DataException(Text.of("ledger.picks", PICKS), Text.of("ledger.picks.remedy"));
        }
        write(all);
    }

    private void write(List<Entry> all) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] bytes = (GSON.toJson(all) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
    }

    /** How many of a day's submissions are left. */
    public static int leftToday(List<Entry> entries) {
        String today = today();
        return Math.max(
                0,
                A_DAY
                        - (int) entries.stream()
                                .filter(e -> e.submitted().equals(today))
                                .count());
    }

    /**
     * Which local protocol has put the submissions into the leaderboard's order: Kendall's tau between the two, -1 … 1, by
     * protocol, the best first; only of protocols that three or more scored submissions know.
     *
     * @param score what the leaderboard said, such as {@link Entry#publicScore}
     */
    public static Map<String, Double> predictors(List<Entry> entries, Function<Entry, @Nullable Double> score) {
        Map<String, Double> taus = new TreeMap<>();
        Set<String> protocols = new LinkedHashSet<>();
        entries.forEach(e -> protocols.addAll(e.local().keySet()));
        for (String protocol : protocols) {
            List<double[]> pairs = new ArrayList<>();
            for (Entry entry : entries) {
                Double local = entry.local().get(protocol);
                Double told = score.apply(entry);
                if (local != null && told != null) {
                    pairs.add(new double[] {local, told});
                }
            }
            if (pairs.size() > 2) {
                taus.put(
                        protocol,
                        Significance.kendall(
                                pairs.stream().mapToDouble(p -> p[0]).toArray(),
                                pairs.stream().mapToDouble(p -> p[1]).toArray()));
            }
        }
        Map<String, Double> sorted = new LinkedHashMap<>();
        taus.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }
}
