package dev.nara.search.picture;

import dev.nara.analysis.SettingWords;
import dev.nara.chart.StudyMark;
import dev.nara.search.study.Origin;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.search.study.TrialState;
import dev.nara.text.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names of parameters, values and trials in a study's charts. */
public final class PictureWords {
    private PictureWords() {}

    /** The name of a parameter, or of several, separated by commas. */
    public static String parameter(String names, Locale locale) {
        return Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .map(name -> Text.exists("parameter." + name, locale)
                        ? Text.of("parameter." + name).in(locale)
                        : name)
                .collect(Collectors.joining(", "));
    }

    /** The name within a sentence, in lower case unless it is an abbreviation. */
    static String inSentence(String names, Locale locale) {
        String name = parameter(names, locale);
        boolean word = name.length() > 1 && Character.isLowerCase(name.charAt(1));
        return word ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) : name;
    }

    /** A value in words or short, or those of several parameters, separated by commas as these are. */
    public static String value(String names, String values, Locale locale) {
        String[] each = names.split(", ", -1);
        String[] their = values.split(", ", -1);
        return each.length == 1 || each.length != their.length
                ? one(names, values, locale)
                : IntStream.range(0, each.length)
                        .mapToObj(n -> one(each[n], their[n], locale))
                        .collect(Collectors.joining(", "));
    }

    /** An empty value, as for layers, is shown as none. */
    private static String one(String name, String value, Locale locale) {
        return value.isEmpty() || value.equals("none")
                ? Text.of("study.value.none").in(locale)
                : SettingWords.value(name, value, locale);
    }

    /** The reference of the study: the preset by its name, or the default values. */
    public static String preset(StudySnapshot study, Locale locale) {
        String preset = study.spec().preset();
        if (preset.isEmpty()) {
            return Text.of("preset.usual").in(locale);
        }
        String key = "preset." + preset;
        return Text.of(
                        "study.preset.named",
                        Text.exists(key, locale) ? Text.of(key).in(locale) : preset)
                .in(locale);
    }

    /** The symbol of a trial. */
    public static StudyMark mark(Trial trial) {
        if (trial.state().broken()) {
            return StudyMark.FAILED;
        }
        if (trial.state() == TrialState.DROPPED) {
            return StudyMark.DROPPED;
        }
        if (trial.finished() && !trial.withinLimits()) {
            return StudyMark.OUT_OF_LIMIT;
        }
        if (trial.origin() == Origin.PERSON) {
            return StudyMark.YOURS;
        }
        return trial.finished() ? StudyMark.FINISHED : StudyMark.ALIVE;
    }
}
