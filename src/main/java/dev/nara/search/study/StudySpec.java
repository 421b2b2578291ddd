package dev.nara.search.study;

import dev.nara.data.DataException;
import dev.nara.eval.CutoffMetric;
import dev.nara.spec.RunSpec;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;

/**
 * What a study is asked to do. People may narrow, extend and so on later, see {@link StudyEvent.Steering}; this stays.
 *
 * @param name for people, may be ""
 * @param base data, split, validation, candidates, users without rows, metrics, epochs at most, patience and engine of every
 *     trial; its algorithm and values are those of the first part
 * @param preset the name of the preset that the study starts from and is held against; "" for the usual values
 * @param parts one an algorithm
 * @param goal the metric that decides, the first of the base
 * @param limits within which a setting must stay to be chosen
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
    /** Trials are dropped where they are hopeless. */
    public static final String RACE = "on";
    /** Of the trials at a rung the better half goes on. */
    public static final String HALVING = "halving";
    /** Every trial goes to its end. */
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

    /** What a figure of the goal is worth: the higher, the better. */
    public double worth(double figure) {
        return CutoffMetric.worth(goal, figure);
    }

    /** The settings of a trial's run: all of the base, evaluated on the validation part after every epoch. */
    public RunSpec run(StudyPart part, Map<String, String> settings, long trainingSeed) {
        return base.change()
                .algorithm(part.algorithm())
                .values(part.with(settings))
                .seed(trainingSeed)
                .spec();
    }

    /**
     * Makes sure that it can be begun, as far as that is known without the data.
     *
     * @throws DataException naming what is not right
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
