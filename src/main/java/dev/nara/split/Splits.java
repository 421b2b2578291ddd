package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.LogTime;
import dev.nara.text.Text;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All splits by name, and the one a dataset gets when none is asked for. */
public final class Splits {
    private final List<Splitter> splitters;

    /** The splitters of the program. */
    public Splits(List<Splitter> splitters) {
        this.splitters = List.copyOf(splitters);
    }

    /** Cuts the dataset as {@code name} or {@code name:argument} says; "" takes the dataset's default. */
    public Split split(Dataset dataset, String spec, long seed) throws DataException {
        String wanted = spec.isBlank() ? defaultFor(dataset) : spec.strip();
        int colon = wanted.indexOf(':');
        String name = colon < 0 ? wanted : wanted.substring(0, colon);
        for (Splitter splitter : splitters) {
            if (splitter.name().equals(name)) {
                return splitter.split(dataset, colon < 0 ? "" : wanted.substring(colon + 1), seed);
            }
        }
        String known = splitters.stream().map(Splitter::name).collect(Collectors.joining(", "));
        throw new DataException(Text.of("split.unknown", wanted), Text.of("split.unknown.remedy", known));
    }

    /**
     * How the training part of a split is cut once more, so that settings can be chosen without a look at what is to be
     * found in the end: as the split cut the whole. By time, the validation part is as long as the test part; where the
     * training part is too short for that, it is its last quarter. What the files gave is cut user by user.
     */
    public static String validation(Dataset dataset, Split split) {
        String made = split.origin().spec();
        Matcher window = Pattern.compile("(?:near|far):(\\d+)").matcher(made);
        Matcher date = Pattern.compile("time:(.+)").matcher(made);
        if (window.matches()) {
            return cutByTime(split, Long.parseLong(window.group(1)));
        }
        if (date.matches()) {
            LocalDate last = LogTime.toDate(dataset.interactions().lastTime());
            return cutByTime(split, ChronoUnit.DAYS.between(LocalDate.parse(date.group(1)), last) + 1);
        }
        return made.equals("given") ? (split.findsOne() ? "leave-one-out" : "ratio:0.8") : made;
    }

    private static String cutByTime(Split split, long days) {
        LocalDate first = LogTime.toDate(split.train().firstTime());
        LocalDate day = LogTime.toDate(split.train().lastTime()).minusDays(days - 1);
        return day.isAfter(first) ? "time:" + day : "time";
    }

    /** The files' own test part; else by time where there are dates of several days; else the latest of each user. */
    public static String defaultFor(Dataset dataset) {
        if (dataset.given() != null) {
            return "given";
        }
        Interactions rows = dataset.interactions();
        boolean severalDays = dataset.clock() && LogTime.day(rows.firstTime()) < LogTime.day(rows.lastTime());
        return severalDays ? "time" : "leave-one-out";
    }
}
