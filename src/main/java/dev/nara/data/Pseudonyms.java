package dev.nara.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names in place of users' ids and attributes, for screens that others see. The same workspace gives the same names; without
 * its key, a file of random bytes, nobody can find out whose they are, not even by trying all ids.
 */
public final class Pseudonyms {
    private static final String FILE = "pseudonyms.key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final byte[] key;

    private Pseudonyms(byte[] key) {
        this.key = key;
    }

    /** Those of a workspace, which gets a key when it has none. */
    public static Pseudonyms of(Path workspace) throws IOException {
        Path file = workspace.resolve(FILE);
        if (!Files.exists(file)) {
            byte[] made = new byte[BYTES];
            new SecureRandom().nextBytes(made);
            byte[] text = HexFormat.of().formatHex(made).getBytes(StandardCharsets.US_ASCII);
            AtomicFile.write(file, out -> out.write(text));
        }
        return new Pseudonyms(Files.readAllBytes(file));
    }

    /** The name of a user. */
    public String user(String id) {
        return "#" + digits("user " + id, 10);
    }

    /** What stands for a value of a column: equal values look equal. */
    public String value(String column, String value) {
        return "~" + digits(column + " " + value, 6);
    }

    private String digits(String text, int count) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, count);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
