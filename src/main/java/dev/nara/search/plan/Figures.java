package dev.nara.search.plan;

import dev.nara.data.DataException;
import dev.nara.eval.Significance;
import dev.nara.run.RunEvent;
import dev.nara.search.outcome.UserHalves;
import dev.nara.search.study.StudySpec;
import dev.nara.search.study.TrialFigures;
import java.util.LinkedHashMap;
import java.util.Map;

/** Users' figures of a study's runs, higher is better; those read last are cached. Not thread-safe. */
public final class Figures {
    /** The maximum number of cached figures: 64 MiB. */
    private static final int REMEMBERED = 1 << 23;

    private final StudySpec spec;
    private final TrialFigures kept;
    private final Map<String, double[]> read = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, double[]> eldest) {
            return (long) size() * eldest.getValue().length > REMEMBERED;
        }
    };

    public Figures(StudySpec spec, TrialFigures kept) {
        this.spec = spec;
        this.kept = kept;
    }

    /** Figures of all users after an epoch of a run; empty if they are not stored, or if the goal is a metric over all lists together. */
    double[] all(long run, int epoch) throws DataException {
        String key = run + " " + epoch;
        double[] known = read.get(key);
        if (known == null) {
            known = turned(kept.users(run, epoch));
            if (known.length > 0) {
                read.put(key, known);
            }
        }
        return known;
    }

    /** Of all users on the test part. */
    double[] test(long run) throws DataException {
        return turned(kept.testUsers(run));
    }

    private double[] turned(double[] figures) {
        double[] turned = figures.clone();
        for (int u = 0; u < turned.length; u++) {
            turned[u] = spec.worth(turned[u]);
        }
        return turned;
    }

    /** Figures of the search half of the users. */
    public double[] searched(long run, int epoch) throws DataException {
        return UserHalves.searched(all(run, epoch));
    }

    /** The figure that a trial is credited with: the metric over the search half of the users. */
    public double figure(long run, RunEvent.EpochDone done) throws DataException {
        double[] users = searched(run, done.epoch());
        return users.length == 0
                ? done.metrics().getOrDefault(spec.goal(), Double.NaN)
                : spec.worth(Significance.mean(users));
    }
}
