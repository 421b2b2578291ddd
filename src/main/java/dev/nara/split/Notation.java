package dev.nara.split;

import java.util.List;

/** Something selected by its name, or by its name, a colon and an argument: a split or a candidate rule. */
public interface Notation {
    /** The word before the colon. */
    String name();

    /** What may follow the colon; nothing by default. */
    default Argument argument() {
        return Argument.NONE;
    }

    /** Spellings that forms suggest; by default the name alone. Empty for those that need a file. */
    default List<String> examples() {
        return List.of(name());
    }
}
