package dev.nara.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces users' ids and attributes by other names, for screens that others see. A workspace always gives the same names; without its key,
 * a file of random digits and their checksum, they cannot be traced back, not even by trying all ids.
 */
public final class Pseudonyms {
    /** The number of animals after which users are named. */
    public static final int ANIMALS = 64;

    /** The file of the key, in the workspace. */
    public static final String FILE = "pseudonyms.key";

    private static final int FEW = 99;
    private static final int MANY = 100_000;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final Pattern KEY = Pattern.compile("([0-9a-f]{64})(?: ([0-9a-f]{8}))?");

    private final Mac mac;

    private Pseudonyms(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The pseudonyms of a workspace, which gets a key if it has none.
     *
     * @throws DamagedKeyException if its key is damaged: another key would give the children other names
     * @throws IOException if its key cannot be read or written
     */
    public static Pseudonyms of(Path workspace) throws IOException {
        Path file = workspace.resolve(FILE);
        if (!Files.exists(file)) {
            byte[] made = new byte[BYTES];
            new SecureRandom().nextBytes(made);
            String hex = HexFormat.of().formatHex(made);
            AtomicFile.write(
                    file, out -> out.write((hex + " " + SealedJson.sum(hex)).getBytes(StandardCharsets.US_ASCII)));
        }
        String text = new String(InputFile.keptBytes(file), StandardCharsets.ISO_8859_1);
        Matcher key = KEY.matcher(text);
        if (!key.matches() || (key.group(2) != null && !key.group(2).equals(SealedJson.sum(key.group(1))))) {
            throw new DamagedKeyException(file);
        }
        return new Pseudonyms(key.group(1).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Sets a damaged key aside, so that the workspace gets a new one, and its users new names.
     *
     * @return its new path
     */
    public static Path setAside(Path workspace) throws IOException {
        Path aside = workspace.resolve("damaged-" + FILE);
        return Files.move(workspace.resolve(FILE), aside, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The key is invalid, or was changed. */
    public static final class DamagedKeyException extends IOException {
        private static final long serialVersionUID = 1;

        DamagedKeyException(Path file) {
            super(file + " is damaged");
        }
    }

    /** A user's name: an animal, below {@link #ANIMALS}, and a number, from 1. */
    public record Name(int animal, int number) {}

    /** The names of all users of a dataset, all different. */
    public Map<String, Name> names(IdIndex ids) {
        long numbers = Math.max(FEW, 2L * ids.size() / ANIMALS + 1);
        record Hashed(long hash, String id) {}
        List<Hashed> order = IntStream.range(0, ids.size())
                .mapToObj(ids::id)
                .map(id -> new Hashed(hash(id), id))
                .sorted(Comparator.comparingLong(Hashed::hash).thenComparing(Hashed::id))
                .toList();
        Map<String, Name> names = new HashMap<>();
        Set<Long> taken = new HashSet<>();
        for (Hashed user : order) {
            long place = Math.floorMod(user.hash, ANIMALS * numbers);
            while (!taken.add(place)) {
                place = (place + 1) % (ANIMALS * numbers);
            }
            names.put(user.id, new Name((int) (place % ANIMALS), (int) (place / ANIMALS) + 1));
        }
        return names;
    }

    /** The name of a user who is not in the dataset. */
    public Name stranger(String id) {
        long hash = hash(id);
        return new Name(Math.floorMod(hash, ANIMALS), MANY + Math.floorMod(hash / ANIMALS, MANY));
    }

    private long hash(String id) {
        return ByteBuffer.wrap(bytes("user " + id)).getLong();
    }

    /** The replacement of a column's value: equal values get equal replacements. */
    public String value(String column, String value) {
        return "~" + digits(column + " " + value, 6);
    }

    private String digits(String text, int count) {
        return HexFormat.of().formatHex(bytes(text)).substring(0, count);
    }

    private synchronized byte[] bytes(String text) {
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
