package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.text.Text;
import java.util.Optional;

/** Whether so few users are evaluated that their figures are left to chance. */
public final class FewUsers {
    /** The standard error of a share among fewer users is up to .05, more than epochs and models mostly differ by. */
    public static final int FEWEST = 100;

    private FewUsers() {}

    /**
     * What to say of a split that evaluates some users, but too few; with another split where that evaluates enough.
     *
     * @param coldCounted whether users without rows to train on are evaluated with all others
     */
    public static Optional<Warning> warning(Dataset dataset, Split split, boolean coldCounted) {
        int users = evaluated(split, coldCounted);
        if (users == 0 || users >= FEWEST) {
            return Optional.empty();
        }
        Text what = Text.of("split.warning.few", users, FEWEST);
        return Optional.of(Usual.byUser(dataset)
                .filter(other -> enough(dataset, other, coldCounted))
                .map(other -> Warning.split(what, other))
                .orElse(new Warning(what)));
    }

    private static int evaluated(Split split, boolean coldCounted) {
        return split.evaluatedUsers() - (coldCounted ? 0 : split.summary().unseenUsers());
    }

    private static boolean enough(Dataset dataset, String other, boolean coldCounted) {
        try {
            return evaluated(Splits.split(dataset, other, 1), coldCounted) >= FEWEST;
        } catch (DataException e) {
            return false;
        }
    }
}
