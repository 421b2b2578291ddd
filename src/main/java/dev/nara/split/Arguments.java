package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.text.Text;

/** What follows the colon of a split, read. */
final class Arguments {
    private Arguments() {}

    static DataException wrong(String split, String argument) {
        return new DataException(Text.of("split.argument", split, argument), Text.of("split." + split + ".remedy"));
    }

    static void none(String split, String argument) throws DataException {
        if (!argument.isEmpty()) {
            throw new DataException(Text.of("split.argument", split, argument), Text.of("split.plain.remedy", split));
        }
    }

    /** A share strictly between 0 and 1; .8 for nothing. */
    static double share(String split, String argument) throws DataException {
        try {
            double share = argument.isEmpty() ? 0.8 : Double.parseDouble(argument);
            if (share > 0 && share < 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message for every unusable share.
        }
        throw wrong(split, argument);
    }

    /** A whole number of at least 1. */
    static int count(String split, String argument) throws DataException {
        if (!argument.matches("[1-9]\\d{0,5}")) {
            throw wrong(split, argument);
        }
        return Integer.parseInt(argument);
    }

    static void clock(Dataset dataset) throws DataException {
        if (!dataset.clock() || dataset.interactions().size() == 0) {
            throw new DataException(Text.of("split.no.clock"), Text.of("split.no.clock.remedy"));
        }
    }
}
