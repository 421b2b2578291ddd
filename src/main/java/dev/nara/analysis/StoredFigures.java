package dev.nara.analysis;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.eval.CutoffMetric;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.RunFiles;
import dev.nara.text.Text;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the stored figures of every evaluated user at a run's best epoch. */
final class StoredFigures {
    private StoredFigures() {}

    /** Every evaluated user's figure in a metric: shape [users]. Refuses a run without stored figures. */
    static double[] of(RunStore store, StoredRun run, String metric) throws DataException {
        Optional<Weights> stored = store.models().userFigures(run.id());
        if (stored.isEmpty()) {
            throw new DataException(
                    store.files().folder(run.id()),
                    Text.of("compare.no.figures", run.id()),
                    Text.of("compare.no.figures.remedy"));
        }
        Weights figures = stored.get();
        for (String name : figures.names()) {
            float[] users = Objects.requireNonNull(figures.get(name));
            if (run.spec().metric(name).equalsIgnoreCase(metric) && users.length > 0) {
                double[] wide = new double[users.length];
                for (int u = 0; u < wide.length; u++) {
                    wide[u] = users[u];
                }
                return wide;
            }
        }
        throw new DataException(
                Text.of("compare.no.metric", run.id(), metric), Text.of("compare.no.metric.remedy", has(run)));
    }

    /** Whether two runs' figures are of the same users; assumed for runs of earlier versions, which do not record it. */
    static boolean sameUsers(RunStore store, StoredRun run, StoredRun other) {
        String users = users(store, run);
        String others = users(store, other);
        return users.isEmpty() || others.isEmpty() || users.equals(others);
    }

    private static String users(RunStore store, StoredRun run) {
        try {
            return store.models()
                    .userFigures(run.id())
                    .map(figures -> figures.notes().getOrDefault(RunFiles.USERS, ""))
                    .orElse("");
        } catch (DataException e) {
            return "";
        }
    }

    /** The metrics of a run that have a figure per user. */
    private static String has(StoredRun run) {
        try {
            return CutoffMetric.parse(run.spec().metrics()).stream()
                    .filter(m -> !m.ofAllLists())
                    .map(CutoffMetric::name)
                    .collect(Collectors.joining(", "));
        } catch (DataException e) {
            return run.spec().metrics();
        }
    }
}
