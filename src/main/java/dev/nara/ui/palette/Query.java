package dev.nara.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was typed, and what it would have been on the other keyboard.
 *
 * @param only the group that a sign at the beginning asks for
 * @param ways the words as typed first; none where nothing was typed
 */
public record Query(Optional<Group> only, String words, List<String> ways) {
    /** What was typed in the field. */
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

    /** Whether it asks for things of that group. */
    boolean wants(Group group) {
        return only.map(group::equals).orElse(true);
    }
}
