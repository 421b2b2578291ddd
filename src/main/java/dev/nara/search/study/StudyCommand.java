package dev.nara.search.study;

import dev.nara.data.DataException;
import dev.nara.search.space.SpaceText;
import dev.nara.spec.Algorithms;
import dev.nara.spec.CommandText;
import dev.nara.spec.RunSpec;
import dev.nara.text.ShellWords;
import dev.nara.text.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a study as the command line that starts the same one. */
public final class StudyCommand {
    private StudyCommand() {}

    /** The command; with several algorithms each uses its default space. */
    public static String of(StudySpec spec, Algorithms algorithms) throws DataException {
        StudyPart first = spec.parts().get(0);
        RunSpec start = spec.base()
                .change()
                .algorithm(first.algorithm())
                .values(first.values())
                .spec();
        List<String> words = new ArrayList<>(CommandText.words(start, algorithms.algorithm(first.algorithm())));
        words.set(1, "tune");
        drop(words, "--metrics-every");
        drop(words, "--seed");
        if (spec.parts().size() > 1) {
            drop(words, "--algorithm");
            add(
                    words,
                    "--algorithms",
                    String.join(
                            ",", spec.parts().stream().map(StudyPart::algorithm).toList()));
        } else {
            add(words, "--space", SpaceText.of(first.space()));
        }
        spec.limits().forEach(limit -> add(words, "--limit", limit.toString()));
        if (spec.budget().minutes() > 0) {
            add(words, "--minutes", Spelling.number(spec.budget().minutes()));
        }
        if (spec.budget().trials() > 0) {
            add(words, "--trials", Integer.toString(spec.budget().trials()));
        }
        add(words, "--sampler", spec.sampler());
        add(words, "--race", spec.race());
        add(words, "--seeds", Integer.toString(spec.seeds()));
        add(words, "--seed", Long.toString(spec.seed()));
        return ShellWords.line(words);
    }

    /** Settings as {@code learning_rate=0.003 negatives=8}; a dash if there are none. */
    public static String words(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(each -> each.getKey() + "=" + (each.getValue().isEmpty() ? "-" : each.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static void add(List<String> words, String option, String value) {
        words.add(option);
        words.add(value);
    }

    private static void drop(List<String> words, String option) {
        int at = words.indexOf(option);
        if (at >= 0) {
            words.subList(at, at + 2).clear();
        }
    }
}
