package dev.nara.store.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The names and kinds of the files in a run's folder. */
public final class FolderNames {
    /** The names in earlier versions of weights and figures of the best epoch, and of an epoch about to become the best. */
    static final String EARLIER_WEIGHTS = "best.safetensors";

    static final String EARLIER_USER_FIGURES = "best-users.safetensors";
    static final String EARLIER_NEXT_WEIGHTS = "next-best.safetensors";
    static final String EARLIER_NEXT_USER_FIGURES = "next-best-users.safetensors";

    private static final Pattern OF_EPOCH = Pattern.compile("best-(\\d{1,9})(?:-users)?\\.safetensors");
    static final String VALIDATION_FIGURES = "validation-users.safetensors";
    static final String CHECKPOINT = "last.safetensors";
    static final String BATCHES = "batches.bin";
    static final String LOG = "run.log";
    static final String SPLIT = "split.jsonl";
    static final String WATCHED = "canaries.jsonl";

    /** The name of initial weights, numbered from 1. */
    public static String start(int place) {
        return "start-" + place + ".safetensors";
    }

    private static final Set<String> CARRIED = Set.of(
            EARLIER_WEIGHTS,
            EARLIER_USER_FIGURES,
            EARLIER_NEXT_WEIGHTS,
            EARLIER_NEXT_USER_FIGURES,
            VALIDATION_FIGURES,
            CHECKPOINT,
            BATCHES,
            LOG,
            SPLIT,
            WATCHED,
            start(1),
            start(2),
            "curves.csv",
            "curves.png");

    private FolderNames() {}

    /** The name of the weights after an epoch; 0 for the name in earlier versions, which has the best epoch. */
    static String weights(int epoch) {
        return epoch == 0 ? EARLIER_WEIGHTS : "best-" + epoch + ".safetensors";
    }

    /** Whether a folder has weights after an epoch, by their name of today or of earlier versions. */
    public static boolean haveWeights(Path folder, int epoch) {
        return Files.exists(folder.resolve(weights(epoch))) || Files.exists(folder.resolve(EARLIER_WEIGHTS));
    }

    /** Whether a folder has all of so many initial weights, or a checkpoint, with which they are not needed. */
    public static boolean haveStarts(Path folder, int count) {
        return Files.exists(folder.resolve(CHECKPOINT))
                || IntStream.rangeClosed(1, count).allMatch(place -> Files.exists(folder.resolve(start(place))));
    }

    /** The name of users' figures on the test part after an epoch; 0 as for {@link #weights}. */
    static String userFigures(int epoch) {
        return epoch == 0 ? EARLIER_USER_FIGURES : "best-" + epoch + "-users.safetensors";
    }

    /** The epoch in the name of weights or users' figures; empty if there is none. */
    static OptionalInt epoch(Path file) {
        Matcher name = OF_EPOCH.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? OptionalInt.of(Integer.parseInt(name.group(1))) : OptionalInt.empty();
    }

    /** Whether a file of that name is exported and copied with its run. */
    public static boolean isCarried(String name) {
        return CARRIED.contains(name) || OF_EPOCH.matcher(name).matches();
    }

    /** The kind of a file. */
    public enum Kind {
        /** Weights or users' figures, with notes of their run and epoch. */
        MODEL,
        CHECKPOINT,
        /** Other arrays. */
        ARRAYS,
        BATCHES,
        WATCHED,
        LOG,
        SPLIT,
        OTHER
    }

    /** The kind of a file by its name. */
    public static Kind kind(Path file) {
        String name = file.getFileName().toString();
        return switch (name) {
            case EARLIER_WEIGHTS, EARLIER_USER_FIGURES, EARLIER_NEXT_WEIGHTS, EARLIER_NEXT_USER_FIGURES -> Kind.MODEL;
            case CHECKPOINT -> Kind.CHECKPOINT;
            case BATCHES -> Kind.BATCHES;
            case WATCHED -> Kind.WATCHED;
            case LOG -> Kind.LOG;
            case SPLIT -> Kind.SPLIT;
            default ->
                OF_EPOCH.matcher(name).matches()
                        ? Kind.MODEL
                        : name.endsWith(".safetensors") ? Kind.ARRAYS : Kind.OTHER;
        };
    }
}
