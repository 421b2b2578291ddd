package dev.nara.competition;

import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.FileNames;
import dev.nara.data.InputFile;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ledger's own copies of submissions, which are kept when original files are overwritten; erased users are not in them. */
final class SubmissionCopies {
    private final Path folder;

    /** For a folder that need not exist. */
    SubmissionCopies(Path folder) {
        this.folder = folder;
    }

    private Path place(LedgerEntry entry) {
        return FileNames.within(folder, entry.sha256() + ".csv");
    }

    /** The copy of a submission; refused if it is not what the ledger wrote. */
    Path of(LedgerEntry entry) throws DataException {
        Path copy = place(entry);
        try {
            if (!isWhole(entry)) {
                String remedy = entry.kept().isEmpty() ? "ledger.copy.remedy" : "ledger.copy.erased";
                throw new DataException(copy, Text.of("ledger.copy"), Text.of(remedy));
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

    /** Earlier versions did not record which copies they had removed users from: every copy counts as they left it. */
    List<LedgerEntry> adopt(List<LedgerEntry> entries) throws IOException {
        List<LedgerEntry> adopted = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            boolean erased = Files.isRegularFile(place(entry)) && !isWhole(entry);
            adopted.add(erased ? entry.kept(LedgerEntry.hash(place(entry))) : entry);
        }
        return adopted;
    }

    /** Copies a file if there is no intact copy; never one that still has users who were removed from its copy. */
    void take(LedgerEntry entry) throws IOException {
        Path copy = place(entry);
        if (entry.kept().isEmpty() && (!Files.exists(copy) || !isWhole(entry))) {
            byte[] bytes = Files.readAllBytes(Path.of(entry.file()));
            AtomicFile.write(copy, out -> out.write(bytes));
        }
    }

    /** Whether there is a copy with a list for a user. */
    boolean names(LedgerEntry entry, String user) throws IOException {
        return Files.exists(place(entry)) && lines(place(entry)).stream().anyMatch(line -> isOf(line, user));
    }

    /** Whether there are any. */
    boolean any() throws IOException {
        return !all().isEmpty();
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Files in the folder that are no copy of these entries, for instance because the ledger was lost, and name a user. */
    List<Path> strays(List<LedgerEntry> entries, String user) throws IOException {
        Set<Path> known = entries.stream().map(this::place).collect(Collectors.toSet());
        List<Path> strays = new ArrayList<>();
        for (Path file : all()) {
            if (!known.contains(file) && lines(file).stream().anyMatch(line -> isOf(line, user))) {
                strays.add(file);
            }
        }
        return strays;
    }

    /** Removes a user's list from one of those files. */
    void forget(Path stray, String user) throws IOException {
        byte[] others = without(stray, user);
        AtomicFile.write(stray, out -> out.write(others));
    }

    /** The copy without a user's list. */
    byte[] without(LedgerEntry entry, String user) throws IOException {
        return without(place(entry), user);
    }

    private static byte[] without(Path file, String user) throws IOException {
        StringBuilder others = new StringBuilder();
        for (String line : lines(file)) {
            if (!isOf(line, user)) {
                others.append(line).append('\n');
            }
        }
        return others.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The entry after its copy has become that; a copy that was changed before does not count as intact afterwards. */
    LedgerEntry erased(LedgerEntry entry, byte[] without) throws IOException {
        if (isWhole(entry)) {
            return entry.kept(LedgerEntry.hash(without));
        }
        return entry.kept().isEmpty() ? entry.kept(LedgerEntry.CHANGED) : entry;
    }

    /** Replaces a copy. */
    void write(LedgerEntry entry, byte[] without) throws IOException {
        AtomicFile.write(place(entry), out -> out.write(without));
    }

    /** Works on bytes, because the file may come from another program in any encoding. */
    private static List<String> lines(Path file) throws IOException {
        return new String(InputFile.keptBytes(file), StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
    }

    private static boolean isOf(String line, String user) {
        String bytes = new String(user.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return line.startsWith(bytes + ",") || line.startsWith('"' + bytes.replace("\"", "\"\"") + "\",");
    }
}
