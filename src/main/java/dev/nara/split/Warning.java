package dev.nara.split;

import dev.nara.text.Text;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What to know before a figure is believed, and what can be done about it.
 *
 * @param what there is to know
 * @param remedy the settings of a run, by the name of their parameter, that do away with it; none where nothing does
 */
public record Warning(Text what, Map<String, String> remedy) {
    /** The remedy in one order. */
    public Warning {
        remedy = new TreeMap<>(remedy);
    }

    /** Something that nothing can be done about. */
    public Warning(Text what) {
        this(what, Map.of());
    }

    /** Something that another split does away with. */
    static Warning split(Text what, String split) {
        return new Warning(what, Map.of("split", split));
    }

    /** The remedy as options of the command line; "" where there is none. */
    public String options() {
        return remedy.entrySet().stream()
                .map(one -> "--" + one.getKey().replace('_', '-') + " " + one.getValue())
                .collect(Collectors.joining(" "));
    }

    /** All of it in one text. */
    public Text text() {
        return remedy.isEmpty() ? what : Text.of("warning.remedy", what, options());
    }
}
