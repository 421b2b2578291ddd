package dev.nara.cli;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Parameter;
import dev.nara.search.space.SpaceText;
import dev.nara.search.space.Spaces;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The help for the parameters of {@code --set}, from the same list as the form in the window. */
final class ParameterHelp {
    private ParameterHelp() {}

    /**
     * One line per parameter with its default, its range and values worth trying; if these differ between algorithms, one line for each
     * variant, with its algorithms.
     */
    static List<String> lines(List<Algorithm> algorithms, Locale locale) {
        Map<String, Map<String, List<String>>> byName = new LinkedHashMap<>();
        for (Algorithm algorithm : algorithms) {
            for (Parameter parameter : algorithm.parameters()) {
                byName.computeIfAbsent(parameter.name(), name -> new LinkedHashMap<>())
                        .computeIfAbsent(words(parameter, locale), words -> new ArrayList<>())
                        .add(algorithm.id());
            }
        }
        List<String> lines = new ArrayList<>();
        byName.forEach((name, kinds) -> {
            kinds.forEach((words, ids) -> lines.add(words + (kinds.size() > 1 ? ": " + String.join(", ", ids) : "")));
            lines.add("      " + Text.of("parameter." + name + ".help").in(locale));
        });
        return lines;
    }

    private static String words(Parameter parameter, Locale locale) {
        String tried = Spaces.declared(parameter)
                .map(dimension -> "; "
                        + Text.of(
                                        "cli.parameters.search",
                                        SpaceText.of(dimension)
                                                .substring(dimension.name().length() + 1))
                                .in(locale))
                .orElse("");
        return "  " + parameter.name() + "=" + parameter.defaultValue() + "  ("
                + parameter.range().in(locale) + tried + ")";
    }
}
