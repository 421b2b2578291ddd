package dev.nara.competition;

import dev.nara.data.InputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A submission.
 *
 * @param sha256 of the file; names the submission
 * @param file path to which it was written
 * @param written the day it was entered, as ISO 8601 has it
 * @param recipe of composed lists; null for other submissions
 * @param runs the stored runs it was made of, none for foreign files
 * @param local its Score here by protocol
 * @param submitted the day it was submitted, "" if it was not
 * @param publicScore on the leaderboard; null if unknown
 * @param privateScore the same
 * @param pick whether it is one of those that count in the end
 * @param fits of the runs on all rows, which its lists were made with; none where the runs themselves were
 * @param data the name of the data; "" if unknown
 * @param kept the SHA-256 of the ledger's own copy if users were removed from it, {@value #CHANGED} if it was not intact before; else ""
 */
public record LedgerEntry(
        String sha256,
        String file,
        String written,
        @Nullable ComposeRecipe recipe,
        List<Long> runs,
        Map<String, Double> local,
        String submitted,
        @Nullable Double publicScore,
        @Nullable Double privateScore,
        boolean pick,
        List<Long> fits,
        String data,
        String kept) {
    /** In place of a SHA-256: users were removed from a copy that something else had changed, too. */
    static final String CHANGED = "changed";

    /** Omitted members are unknown. */
    public LedgerEntry {
        runs = runs == null ? List.of() : runs;
        local = local == null ? Map.of() : local;
        fits = fits == null ? List.of() : fits;
        submitted = Objects.requireNonNullElse(submitted, "");
        data = Objects.requireNonNullElse(data, "");
        kept = Objects.requireNonNullElse(kept, "");
    }

    /** An entry for composed lists. */
    public static LedgerEntry composed(Path file, ComposeRecipe recipe, List<Long> fits, Map<String, Double> local)
            throws IOException {
        Set<Long> runs = new LinkedHashSet<>();
        recipe.blocks().forEach(block -> block.runs().keySet().forEach(id -> runs.add(Long.parseLong(id))));
        return made(file, recipe, List.copyOf(runs), fits, local);
    }

    /** An entry for one run, or for its fit if it has one. */
    public static LedgerEntry ofRun(Path file, long run, List<Long> fit, Map<String, Double> local) throws IOException {
        return made(file, null, List.of(run), fit, local);
    }

    /** An entry for a file made by another program. */
    public static LedgerEntry foreign(Path file, Map<String, Double> local) throws IOException {
        return made(file, null, List.of(), List.of(), local);
    }

    private static LedgerEntry made(
            Path file, @Nullable ComposeRecipe recipe, List<Long> runs, List<Long> fits, Map<String, Double> local)
            throws IOException {
        return new LedgerEntry(
                hash(file),
                file.toAbsolutePath().normalize().toString(),
                today(),
                recipe,
                runs,
                new TreeMap<>(local),
                "",
                null,
                null,
                false,
                fits,
                "",
                "");
    }

    /** What may become known about a submission later. */
    private static final class Known {
        private @Nullable ComposeRecipe recipe;
        private List<Long> runs;
        private Map<String, Double> local;
        private String submitted;
        private @Nullable Double publicScore;
        private @Nullable Double privateScore;
        private boolean pick;
        private List<Long> fits;
        private String data;
        private String kept;

        private Known(LedgerEntry of) {
            recipe = of.recipe;
            runs = of.runs;
            local = of.local;
            submitted = of.submitted;
            publicScore = of.publicScore;
            privateScore = of.privateScore;
            pick = of.pick;
            fits = of.fits;
            data = of.data;
            kept = of.kept;
        }
    }

    private LedgerEntry with(Known known) {
        return new LedgerEntry(
                sha256,
                file,
                written,
                known.recipe,
                known.runs,
                known.local,
                known.submitted,
                known.publicScore,
                known.privateScore,
                known.pick,
                known.fits,
                known.data,
                known.kept);
    }

    private LedgerEntry but(Consumer<Known> change) {
        Known known = new Known(this);
        change.accept(known);
        return with(known);
    }

    /** A copy with leaderboard scores; the first score also sets the day of submission. */
    public LedgerEntry scored(@Nullable Double ofPublic, @Nullable Double ofPrivate) {
        boolean first = submitted.isEmpty() && (ofPublic != null || ofPrivate != null);
        return but(known -> {
            known.submitted = first ? today() : submitted;
            known.publicScore = ofPublic;
            known.privateScore = ofPrivate;
        });
    }

    /** A copy with the name of the data. */
    public LedgerEntry on(String name) {
        return but(known -> known.data = name);
    }

    /** A copy submitted on that day, "" for not submitted. */
    public LedgerEntry handedIn(String day) {
        return but(known -> known.submitted = day);
    }

    /** A copy that is one of the final picks, or no longer. */
    public LedgerEntry picked(boolean chosen) {
        return but(known -> known.pick = chosen);
    }

    /** A copy with further local scores. */
    public LedgerEntry with(Map<String, Double> more) {
        Map<String, Double> all = new TreeMap<>(local);
        all.putAll(more);
        return but(known -> known.local = all);
    }

    /** A copy with what was recorded when the file was first entered. */
    LedgerEntry keeping(LedgerEntry before) {
        boolean foreign = recipe == null && runs.isEmpty();
        LedgerEntry merged = before.with(local);
        Known known = new Known(merged);
        if (!foreign) {
            known.recipe = recipe;
            known.runs = runs;
            known.fits = fits;
        }
        known.data = data.isEmpty() ? merged.data : data;
        return with(known);
    }

    /** A copy with the SHA-256 of its changed copy in the ledger. */
    LedgerEntry kept(String hash) {
        return but(known -> known.kept = hash);
    }

    /** The local score under a protocol, for any split; NaN if unknown. */
    public double score(String protocol) {
        return local.entrySet().stream()
                .filter(e -> e.getKey().endsWith(" " + protocol))
                .mapToDouble(Map.Entry::getValue)
                .findFirst()
                .orElse(Double.NaN);
    }

    static String today() {
        return LocalDate.now(ZoneId.systemDefault()).toString();
    }

    /** The SHA-256 of a file, which identifies its entry. */
    public static String hash(Path file) throws IOException {
        return hash(InputFile.keptBytes(file));
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
