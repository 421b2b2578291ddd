package dev.nara.eval;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.split.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to evaluate a model of one training part: what it is to find, and among what. A protocol is written as candidates,
 * such as {@code all:masked} or {@code popular:99}, and {@code @near} or {@code @far} for the first or second half of the
 * period to be found.
 *
 * @param spec as it is written
 */
public record Protocol(String spec, Split split, Candidates candidates) {
    /**
     * Reads a protocol.
     *
     * @throws DataException if there is no such protocol, or the data does not allow it
     */
    public static Protocol of(Dataset dataset, Split split, String spec, long seed) throws DataException {
        Period period = Period.of(spec);
        String rule = CandidateRules.resolved(dataset, split, Period.without(spec));
        Split found = CandidateRules.finding(period.of(dataset, split), rule);
        Candidates candidates = CandidateRules.candidates(dataset, found, Period.without(spec), seed);
        return new Protocol(candidates.spec() + period.suffix(), found, candidates);
    }

    /** The protocols that a dataset and its split allow, the widest first. */
    public static List<String> usual(Dataset dataset, Split split) {
        List<String> all = new ArrayList<>(CandidateRules.usual(split));
        if (Period.halves(dataset, split)) {
            String widest = all.get(0);
            all.addAll(List.of(widest + Period.NEAR.suffix(), widest + Period.FAR.suffix()));
        }
        return all;
    }

    /** Whether a model's place depends on negatives that were drawn. */
    public boolean sampled() {
        return !candidates.full();
    }

    /** Whether another seed ranks the items to find among others. */
    public boolean drawn() {
        return CandidateRules.draws(spec);
    }
}
