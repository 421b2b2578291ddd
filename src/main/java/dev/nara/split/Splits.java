package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.LogTime;
import dev.nara.text.Text;
import java.util.List;
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
