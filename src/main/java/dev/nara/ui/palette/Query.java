package dev.nara.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The typed text, and what it would be on the other keyboard layout.
 *
 * @param only the group given by a prefix
 * @param ways the text as typed, and then for the other layout; empty if nothing was typed
 */
public record Query(Optional<Group> only, String words, List<String> ways) {
    /** Parses the text of the field. */
    public static Query of(String typed) {
        Optional<Group> only = Group.of(typed);
        String words = typed.substring(
                        only.map(group -> group.prefix().length()).orElse(0))
                .strip();
        List<String> ways = new ArrayList<>();
        if (!words.isEmpty()) {
            ways.add(words);
            String korean = HangulKeys.typed(words);
            if (korean.chars().anyMatch(letter -> HangulKeys.isSyllable((char) letter)) && !korean.equals(words)) {
                ways.add(korean);
            }
            String latin = HangulKeys.keys(words);
            if (!latin.equals(words)) {
                ways.add(latin);
            }
        }
        return new Query(only, words, List.copyOf(ways));
    }

    /** Whether the query includes a group. */
    boolean wants(Group group) {
        return only.map(group::equals).orElse(true);
    }
}
