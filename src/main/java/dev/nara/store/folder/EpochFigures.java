package dev.nara.store.folder;

import dev.nara.algorithm.Weights;
import dev.nara.eval.Evaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A file with each user's figure of the deciding metric on the validation part, at some epochs of a trial and at its best: one array per
 * epoch, of shape [evaluated users], in order of user index.
 */
public final class EpochFigures {
    private static final String BEST = "best";

    private EpochFigures() {}

    /**
     * Adds an epoch. The figures of the previous best epoch stay, because the event of the new one is not stored yet.
     *
     * @param kept the epochs that always stay
     */
    public static void add(
            Path file, int epoch, boolean best, Collection<Integer> kept, String metric, Evaluation evaluation)
            throws IOException {
        Weights old = Files.exists(file) ? Safetensors.read(file) : new Weights();
        String bestBefore = old.notes().getOrDefault(BEST, "");
        Set<String> stay = new HashSet<>(kept.stream().map(String::valueOf).toList());
        stay.add(bestBefore);
        Weights all = new Weights();
        for (String name : old.names()) {
            float[] figures = old.get(name);
            if (figures != null && stay.contains(name) && !name.equals(String.valueOf(epoch))) {
                all.put(name, figures, figures.length);
            }
        }
        double[] users = evaluation.perUser(metric);
        float[] figures = new float[users.length];
        for (int u = 0; u < users.length; u++) {
            figures[u] = (float) users[u];
        }
        all.put(String.valueOf(epoch), figures, figures.length);
        Safetensors.write(file, all.note(BEST, best ? String.valueOf(epoch) : bestBefore));
    }

    /** Stores the figures of the best epoch of a run that is not a trial. */
    public static void keep(Path file, int epoch, String metric, Evaluation evaluation) throws IOException {
        add(file, epoch, true, List.of(), metric, evaluation);
    }

    /** The figures after an epoch: shape [evaluated users]; empty if they were not stored. */
    public static double[] read(Path file, int epoch) throws IOException {
        Weights all = Files.exists(file) ? Safetensors.read(file) : new Weights();
        float[] figures = all.get(String.valueOf(epoch));
        if (figures == null) {
            return new double[0];
        }
        double[] users = new double[figures.length];
        for (int u = 0; u < users.length; u++) {
            users[u] = figures[u];
        }
        return users;
    }
}
