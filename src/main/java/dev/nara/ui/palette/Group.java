package dev.nara.ui.palette;

import java.util.Arrays;
import java.util.Optional;

/** The groups of entries, in their order. */
public enum Group {
    /** Actions. */
    ACTIONS(">"),
    /** Fields of the form of the next run. */
    SETTINGS(""),
    /** Preferences. */
    PREFERENCES(""),
    /** Stored runs. */
    RUNS("#"),
    /** Users of the open data. */
    CHILDREN("@"),
    /** Pages of the guide. */
    HELP("?");

    private final String prefix;

    Group(String prefix) {
        this.prefix = prefix;
    }

    /** The prefix that restricts the search to this group; "" for none. */
    String prefix() {
        return prefix;
    }

    static Optional<Group> of(String typed) {
        return Arrays.stream(values())
                .filter(group -> !group.prefix.isEmpty() && typed.startsWith(group.prefix))
                .findFirst();
    }
}
