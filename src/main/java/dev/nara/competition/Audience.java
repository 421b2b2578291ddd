package dev.nara.competition;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Role;
import dev.nara.text.Text;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The users that a block is for. */
final class Audience {
    private final @Nullable BitSet users;

    private Audience(@Nullable BitSet users) {
        this.users = users;
    }

    /**
     * Users of some ages.
     *
     * @param ages such as "3-5" or "4"; "" for all users
     * @throws DataException if ages are given and the data has none
     */
    static Audience of(String ages, Attributes users) throws DataException {
        if (ages.isEmpty()) {
            return new Audience(null);
        }
        String column = users.column(Role.AGE)
                .filter(users::isNumeric)
                .orElseThrow(() -> new DataException(Text.of("compose.no.ages"), Text.of("compose.no.ages.remedy")));
        String[] ends = ages.split("-", -1);
        int low = Integer.parseInt(ends[0]);
        int high = Integer.parseInt(ends[ends.length - 1]);
        double[] known = users.numbers(column);
        BitSet audience = new BitSet(known.length);
        for (int u = 0; u < known.length; u++) {
            audience.set(u, known[u] >= low && known[u] <= high);
        }
        return new Audience(audience);
    }

    boolean has(int user) {
        return users == null || users.get(user);
    }
}
