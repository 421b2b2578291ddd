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
 * The number of epochs for the fit of a run: that of the run's best epoch. If the best epoch was chosen on a single day or on few users, it
 * is a matter of chance and often very early, and the fit takes all epochs of the run.
 *
 * @param epochs at least 1
 * @param users on which the best epoch was chosen
 * @param part how those were held out, as in {@code --split}
 * @param byChance whether it was chosen among several on too little data
 */
record FitEpochs(int epochs, int users, String part, boolean byChance) {
    private static final String BY_DATE = "time:";

    /** For a run that has ended and has a best epoch. */
    static FitEpochs of(StoredRun run, PreparedRun own) {
        Split split = own.validation().split();
        int users = split.evaluatedUsers();
        int best = run.best().map(RunEvent.EpochDone::epoch).orElse(1);
        int last = run.last().map(RunEvent.EpochDone::epoch).orElse(best);
        // With a single epoch there was no choice.
        boolean byChance = last > 1 && (users < FewUsers.FEWEST || isOneDay(own, split));
        return new FitEpochs(byChance ? Math.max(best, last) : best, users, split.spec(), byChance);
    }

    private static boolean isOneDay(PreparedRun own, Split split) {
        if (!split.spec().startsWith(BY_DATE)) {
            return false;
        }
        // The validation part is the end of the rows known before the test part.
        long last = own.chosenOnTest()
                ? own.dataset().interactions().lastTime()
                : own.split().known().lastTime();
        return LocalDate.parse(split.spec().substring(BY_DATE.length()))
                .equals(own.dataset().calendar().date(last));
    }

    /** A note on the number; empty if it is that of the best epoch. */
    Optional<Text> note() {
        return byChance ? Optional.of(Text.of("fit.by.chance", users, part, epochs)) : Optional.empty();
    }
}
