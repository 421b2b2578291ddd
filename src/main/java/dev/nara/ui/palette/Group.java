package dev.nara.ui.palette;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of things that are found, in the order in which they stand. */
public enum Group {
    /** What can be done. */
    ACTIONS(">"),
    /** The fields of a form. */
    SETTINGS(""),
    /** What the user prefers. */
    PREFERENCES(""),
    /** Stored runs. */
    RUNS("#"),
    /** The users of the open data. */
    CHILDREN("@"),
    /** Pages of the guide. */
    HELP("?");

    private final String prefix;

    Group(String prefix) {
        this.prefix = prefix;
    }

    /** What is typed to see this group alone; "" for none. */
    String prefix() {
        return prefix;
    }

    static Optional<Group> of(String typed) {
        return Arrays.stream(values())
                .filter(group -> !group.prefix.isEmpty() && typed.startsWith(group.prefix))
                .findFirst();
    }
}
