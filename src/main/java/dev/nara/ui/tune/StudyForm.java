package dev.nara.ui.tune;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.SearchRange;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.search.study.Budget;
import dev.nara.search.study.Limit;
import dev.nara.search.study.StudyDraft;
import dev.nara.search.study.StudySpec;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import dev.nara.text.Text;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The choices for a study that has not started.
 *
 * @param algorithm its id; {@link #ALL} for all algorithms, with equal time
 * @param preset its name; "" for the values of the Train form, or for the defaults
 * @param budget minutes, or the time of day at which it must end
 * @param goal the deciding metric; "" for the first of the Train form
 * @param limits as text, separated by commas
 * @param seeds the number of seeds of the confirmation
 */
record StudyForm(String algorithm, String preset, String budget, String goal, String limits, int seeds) {
    /** All algorithms that can be searched. */
    static final String ALL = "*";

    /** Whether an algorithm is available and has parameters that are searched by default. */
    static boolean searchable(Algorithm algorithm) {
        return algorithm.unavailable().isEmpty()
                && algorithm.parameters().stream()
                        .anyMatch(p -> p.search().map(SearchRange::usual).orElse(false));
    }

    /**
     * The specification of the study.
     *
     * @param base the settings of the Train form
     * @param space the space of the Train form; "" for none
     * @throws DataException names an invalid choice
     */
    StudySpec spec(Services services, Dataset dataset, RunSpec base, String space, Clock clock) throws DataException {
        StudyDraft draft = new StudyDraft(services, dataset, base)
                .preset(preset)
                .budget(budget(clock))
                .goal(goal)
                .limits(written())
                .seeds(seeds);
        if (algorithm.equals(base.algorithm()) && preset.isEmpty()) {
            draft.space(space);
        }
        List<String> algorithms = algorithm.equals(ALL)
                ? services.algorithms().all().stream()
                        .filter(StudyForm::searchable)
                        .map(Algorithm::id)
                        .toList()
                : List.of(algorithm);
        return draft.algorithms(algorithms).spec();
    }

    private List<Limit> written() throws DataException {
        List<Limit> all = new ArrayList<>();
        for (String each : limits.split(",", -1)) {
            if (!each.isBlank()) {
                all.add(Limit.of(each));
            }
        }
        return all;
    }

    private Budget budget(Clock clock) throws DataException {
        try {
            if (budget.contains(":")) {
                LocalTime end = LocalTime.parse(budget.strip().length() == 4 ? "0" + budget.strip() : budget.strip());
                ZonedDateTime now = ZonedDateTime.now(clock);
                ZonedDateTime today = now.with(end);
                return Budget.until((today.isAfter(now) ? today : today.plusDays(1)).toInstant());
            }
            double minutes = Double.parseDouble(budget.strip());
            if (minutes > 0 && Double.isFinite(minutes)) {
                return Budget.ofMinutes(minutes);
            }
        } catch (NumberFormatException | DateTimeException wrong) {
            // Reported below.
        }
        throw new DataException(Text.of("tune.form.budget", budget), Text.of("tune.form.budget.remedy"));
    }
}
