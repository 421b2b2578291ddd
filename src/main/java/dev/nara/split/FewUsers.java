package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.text.Text;
import java.util.Optional;

/** Warns when so few users are evaluated that figures are mostly chance. */
public final class FewUsers {
    /** Below this many users the standard error of a share exceeds .05 in the worst case, more than most epochs and models differ by. */
    public static final int FEWEST = 100;

    private FewUsers() {}

    /**
     * The warning about a split that evaluates some users, but too few; it suggests another split if that evaluates enough.
     *
     * @param coldCounted whether users without training rows are evaluated with all others
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
