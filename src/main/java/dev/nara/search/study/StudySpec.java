package dev.nara.search.study;

import dev.nara.data.DataException;
import dev.nara.eval.CutoffMetric;
import dev.nara.spec.RunSpec;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;

/**
 * The specification of a study. Requests may narrow, extend and otherwise change the study later, see {@link StudyEvent.Steering}, but not
 * this.
 *
 * @param name for users, may be ""
 * @param base data, split, validation, candidates, users without training rows, metrics, maximum epochs, patience and engine of every
 *     trial; its algorithm and values are those of the first part
 * @param preset the name of the preset that the study starts from and compares with; "" for default values
 * @param parts one per algorithm
 * @param goal the metric that decides, the first of the base
 * @param limits that a setting must satisfy to be chosen
 * @param sampler by its name, such as auto
 * @param race on, halving or off
 * @param seeds of the confirmation, the first one included
 * @param seed of the sampler, and the first one of trainings
 */
public record StudySpec(
        String name,
        RunSpec base,
        String preset,
        List<StudyPart> parts,
        String goal,
        List<Limit> limits,
        Budget budget,
        String sampler,
        String race,
        int seeds,
        long seed) {
    /** Hopeless trials are stopped early. */
    public static final String RACE = "on";
    /** At each rung the better half of trials continues. */
    public static final String HALVING = "halving";
    /** Every trial trains to its end. */
    public static final String NO_RACE = "off";

    /** Copies the lists. */
    public StudySpec {
        parts = List.copyOf(parts);
        limits = List.copyOf(limits);
    }

    /** The part of an algorithm. */
    public StudyPart part(String algorithm) {
        return parts.stream()
                .filter(part -> part.algorithm().equals(algorithm))
                .findFirst()
                .orElseThrow();
    }

    /** A figure of the goal with its sign flipped if lower is better. */
    public double worth(double figure) {
        return CutoffMetric.worth(goal, figure);
    }

    /** The spec of a trial's run: that of the base, evaluated on the validation part after every epoch. */
    public RunSpec run(StudyPart part, Map<String, String> settings, long trainingSeed) {
        return base.change()
                .algorithm(part.algorithm())
                .values(part.with(settings))
                .seed(trainingSeed)
                .spec();
    }

    /**
     * Checks what can be checked without the data.
     *
     * @throws DataException naming what is invalid
     */
    public void check() throws DataException {
        CutoffMetric.deciding(goal);
        if (parts.isEmpty() || seeds < 1 || !List.of(RACE, HALVING, NO_RACE).contains(race)) {
            throw new DataException(Text.of("study.spec"), Text.of("study.spec.remedy"));
        }
        if (budget.minutes() <= 0 && budget.until().isEmpty() && budget.trials() <= 0) {
            throw new DataException(Text.of("study.budget"), Text.of("study.budget.remedy"));
        }
    }
}
