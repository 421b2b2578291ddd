package dev.nara.competition;

import dev.nara.run.RunEvent;
import dev.nara.spec.PreparedRun;
import dev.nara.split.FewUsers;
import dev.nara.split.Split;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How many epochs the fit of a run trains: as many as the best one of the run. Where that was chosen on a single day or on few
 * users it is a matter of chance, often a very early one, and the fit takes all epochs that the run trained.
 *
 * @param epochs at least 1
 * @param users on which the best epoch was chosen
 * @param part how those were held out, as in {@code --split}
 * @param byChance whether it was chosen among several on too little
 */
record FitEpochs(int epochs, int users, String part, boolean byChance) {
    private static final String BY_DATE = "time:";

    /** Of a run that has ended and has a best epoch. */
    static FitEpochs of(StoredRun run, PreparedRun own) {
        Split split = own.validation().split();
        int users = split.evaluatedUsers();
        int best = run.best().map(RunEvent.EpochDone::epoch).orElse(1);
        int last = run.last().map(RunEvent.EpochDone::epoch).orElse(best);
        // Of a single epoch nothing was chosen.
        boolean byChance = last > 1 && (users < FewUsers.FEWEST || isOneDay(own, split));
        return new FitEpochs(byChance ? Math.max(best, last) : best, users, split.spec(), byChance);
    }

    private static boolean isOneDay(PreparedRun own, Split split) {
        if (!split.spec().startsWith(BY_DATE)) {
            return false;
        }
        // What is held out for validation is the end of what is known before the test part.
        long last = own.chosenOnTest()
                ? own.dataset().interactions().lastTime()
                : own.split().known().lastTime();
        return LocalDate.parse(split.spec().substring(BY_DATE.length()))
                .equals(own.dataset().calendar().date(last));
    }

    /** What to know of the number; empty where it is that of the best epoch. */
    Optional<Text> note() {
        return byChance ? Optional.of(Text.of("fit.by.chance", users, part, epochs)) : Optional.empty();
    }
}
