package dev.nara.cli.tune;

import dev.nara.cli.terminal.RunSettingOptions;
import dev.nara.cli.train.TrainingOptions;
import dev.nara.data.DataException;
import dev.nara.data.prepare.Prepared;
import dev.nara.search.study.Budget;
import dev.nara.search.study.Limit;
import dev.nara.search.study.StudyDraft;
import dev.nara.search.study.StudySpec;
import dev.nara.spec.RunSettings;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import dev.nara.text.Text;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a new study. */
final class TuneOptions {
    /** Settings of a run that a study sets itself, or that trials must not have. */
    private static final Set<String> OWN = Set.of("seed", "metrics_every");

    private final RunSettingOptions run = new RunSettingOptions(RunSettings.ALL.stream()
            .filter(setting -> !OWN.contains(setting.name()))
            .toList());

    @Option(names = "--algorithm", paramLabel = "A", descriptionKey = "cli.algorithm")
    private @Nullable String algorithm;

    @Option(names = "--algorithms", paramLabel = "LIST", split = ",", descriptionKey = "cli.tune.algorithms")
    private List<String> algorithms = List.of();

    @Option(names = "--preset", paramLabel = "NAME", descriptionKey = "cli.tune.preset")
    private String preset = "";

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "cli.tune.set")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--space", paramLabel = "SPACE", descriptionKey = "cli.tune.space")
    private String space = "";

    @Option(names = "--minutes", paramLabel = "N", descriptionKey = "cli.tune.minutes")
    private @Nullable Double minutes;

    @Option(names = "--finish-by", paramLabel = "TIME", descriptionKey = "cli.tune.finish-by")
    private @Nullable String finishBy;

    @Option(names = "--trials", paramLabel = "N", descriptionKey = "cli.tune.trials")
    private @Nullable Integer trials;

    @Option(names = "--goal", paramLabel = "METRIC", descriptionKey = "cli.tune.goal")
    private String goal = "";

    @Option(names = "--limit", paramLabel = "METRIC>=VALUE", descriptionKey = "cli.tune.limit")
    private List<String> limits = List.of();

    @Option(names = "--sampler", paramLabel = "NAME", descriptionKey = "cli.tune.sampler")
    private @Nullable String sampler;

    @Option(names = "--race", paramLabel = "on|halving|off", descriptionKey = "cli.tune.race")
    private String race = StudySpec.RACE;

    @Option(names = "--seeds", paramLabel = "N", descriptionKey = "cli.tune.seeds")
    private int seeds = 3;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.tune.seed")
    private long seed = 1;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.tune.name")
    private String name = "";

    /** The options for the settings of the runs. */
    RunSettingOptions run() {
        return run;
    }

    /** The specification of the study on some data. */
    StudySpec spec(Services services, Prepared data, Clock clock) throws DataException {
        RunSpec base = RunSpec.draft().on(data).run(run.given()).spec();
        List<String> searched = algorithms();
        StudyDraft draft = new StudyDraft(services, data.dataset(), base)
                .name(name)
                .preset(preset)
                .set(settings)
                .space(space)
                .goal(goal)
                .limits(limits())
                .budget(budget(clock))
                .race(race)
                .seeds(seeds)
                .seed(seed);
        if (!searched.isEmpty()) {
            draft.algorithms(searched);
        }
        if (sampler != null) {
            draft.sampler(sampler);
        }
        return draft.spec();
    }

    /** The given algorithms; empty for the default one. */
    private List<String> algorithms() throws DataException {
        if (algorithm != null && !algorithms.isEmpty()) {
            throw new DataException(Text.of("wrong.exclusive"), Text.of("cli.tune.algorithms.remedy"));
        }
        return algorithm == null ? algorithms.stream().map(String::strip).toList() : List.of(algorithm);
    }

    private List<Limit> limits() throws DataException {
        List<Limit> all = new ArrayList<>();
        for (String limit : limits) {
            all.add(Limit.of(limit));
        }
        return all;
    }

    /** The given budget, of one of three kinds; thirty minutes by default. */
    private Budget budget(Clock clock) throws DataException {
        TrainingOptions.atLeast("--trials", trials, 1);
        int named = (minutes == null ? 0 : 1) + (finishBy == null ? 0 : 1) + (trials == null ? 0 : 1);
        if (named > 1) {
            throw new DataException(Text.of("wrong.exclusive"), Text.of("study.budget.remedy"));
        }
        if (minutes != null && !(minutes > 0 && minutes < 1e6)) {
            throw new DataException(Text.of("wrong.value", "--minutes", minutes), Text.of("study.budget.remedy"));
        }
        if (finishBy != null) {
            return Budget.until(moment(finishBy, clock));
        }
        return trials != null
                ? Budget.ofTrials(trials)
                : Budget.ofMinutes(minutes == null ? StudyDraft.USUAL_MINUTES : minutes);
    }

    /** Parses a time of today or, if that is past, of tomorrow; or a date and time with offset. */
    static Instant moment(String written, Clock clock) throws DataException {
        try {
            if (written.contains("T")) {
                Instant moment = OffsetDateTime.parse(written).toInstant();
                if (!moment.isAfter(clock.instant())) {
                    throw new DataException(
                            Text.of("cli.tune.moment.past", written), Text.of("cli.tune.moment.remedy"));
                }
                return moment;
            }
            ZonedDateTime now = ZonedDateTime.now(clock);
            ZonedDateTime then = now.with(LocalTime.parse(written));
            return (then.isAfter(now) ? then : then.plusDays(1)).toInstant();
        } catch (DateTimeParseException e) {
            throw new DataException(Text.of("cli.tune.moment", written), Text.of("cli.tune.moment.remedy"));
        }
    }
}
