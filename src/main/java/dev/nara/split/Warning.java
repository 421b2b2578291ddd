package dev.nara.split;

import dev.nara.text.Text;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What to know before trusting a figure, and what can be done about it.
 *
 * @param what the warning
 * @param remedy run settings, by parameter name, that avoid the problem; empty if none do
 */
public record Warning(Text what, Map<String, String> remedy) {
    /** Keeps the remedy in a fixed order. */
    public Warning {
        remedy = new TreeMap<>(remedy);
    }

    /** A warning without a remedy. */
    public Warning(Text what) {
        this(what, Map.of());
    }

    /** A warning that another split avoids. */
    static Warning split(Text what, String split) {
        return new Warning(what, Map.of("split", split));
    }

    /** The remedy as command-line options; "" if there is none. */
    public String options() {
        return remedy.entrySet().stream()
                .map(one -> "--" + one.getKey().replace('_', '-') + " " + one.getValue())
                .collect(Collectors.joining(" "));
    }

    /** The warning with its remedy as one text. */
    public Text text() {
        return remedy.isEmpty() ? what : Text.of("warning.remedy", what, options());
    }
}
