package dev.nara.split;

import java.util.List;

/** Something that is chosen by writing its name, or its name, a colon and an argument: a split or a rule of candidates. */
public interface Notation {
    /** The word before the colon. */
    String name();

    /** What may follow the colon. */
    default Argument argument() {
        return Argument.NONE;
    }

    /** Ways to write it that forms offer: its name alone, unless it says otherwise; none where that depends on a file. */
    default List<String> examples() {
        return List.of(name());
    }
}
