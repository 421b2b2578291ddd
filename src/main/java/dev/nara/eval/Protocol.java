package dev.nara.eval;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.split.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to evaluate a model of one training part: held-out items and candidates. A protocol is written as candidates, such as
 * {@code all:masked} or {@code popular:99}, and {@code @near} or {@code @far} for the first or second half of the held-out period.
 *
 * @param spec as it is written
 */
public record Protocol(String spec, Split split, Candidates candidates) {
    /**
     * Parses a protocol.
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

    /** The protocols that a dataset and its split allow, largest candidate set first. */
    public static List<String> usual(Dataset dataset, Split split) {
        List<String> all = new ArrayList<>(CandidateRules.usual(split));
        if (Period.halves(dataset, split)) {
            String widest = all.get(0);
            all.addAll(List.of(widest + Period.NEAR.suffix(), widest + Period.FAR.suffix()));
        }
        return all;
    }

    /** Whether figures depend on sampled negatives. */
    public boolean sampled() {
        return !candidates.full();
    }

    /** Whether another seed gives other candidates. */
    public boolean drawn() {
        return CandidateRules.draws(spec);
    }
}
