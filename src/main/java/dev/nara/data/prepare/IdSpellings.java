package dev.nara.data.prepare;

import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.Findings;
import dev.nara.data.IdIndex;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds ids that may be different spellings of the same: {@code 7}, {@code 007} and {@code 7.0}; upper and lower case; blanks within; full
 * and half width. They are counted but not changed, because in many datasets they are different ids.
 */
final class IdSpellings {
    private static final Pattern PLAIN = Pattern.compile("0|[1-9][0-9]*|[a-z_-][a-z0-9_-]*");
    private static final Pattern NUMBER = Pattern.compile("(?=[0-9])0*+([0-9]*+)(\\.0++)?");
    private static final Pattern ROUNDED = Pattern.compile("[1-9]([.,]\\d+)?E\\+?\\d{2}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private IdSpellings() {}

    /** All findings. */
    static List<Finding> of(Dataset dataset) {
        Findings findings = new Findings();
        look("id-spelling-users", dataset.users(), findings);
        look("id-spelling-items", dataset.items(), findings);
        count(dataset.users(), findings);
        count(dataset.items(), findings);
        return findings.list();
    }

    /** Counts ids that a program has written as rounded numbers. */
    private static void count(IdIndex ids, Findings findings) {
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.id(i);
            if (ROUNDED.matcher(id).matches()) {
                findings.add("rounded-ids", () -> id);
            }
        }
    }

    private static void look(String finding, IdIndex ids, Findings findings) {
        // Only ids with a simpler form are stored, so that ordinary ids cost little.
        Map<String, String> first = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.id(i);
            String plain = plain(id);
            if (!plain.equals(id)) {
                String other = ids.indexOf(plain) >= 0 ? plain : first.putIfAbsent(plain, id);
                if (other != null) {
                    findings.add(finding, () -> id + " / " + other);
                }
            }
        }
    }

    private static String plain(String id) {
        if (PLAIN.matcher(id).matches()) {
            return id;
        }
        String even = BLANKS.matcher(Normalizer.normalize(id, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
        var number = NUMBER.matcher(even);
        if (!number.matches()) {
            return even;
        }
        return number.group(1).isEmpty() ? "0" : number.group(1);
    }
}
