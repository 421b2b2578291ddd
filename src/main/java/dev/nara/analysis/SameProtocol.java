package dev.nara.analysis;

import dev.nara.data.DataException;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;

/** Whether figures of two runs are comparable. */
final class SameProtocol {
    private SameProtocol() {}

    /** Refuses runs that were evaluated differently. */
    static void check(StoredRun first, StoredRun run) throws DataException {
        if (!comparable(first.spec(), run.spec())) {
            throw apart(first, run);
        }
        checkValidation(first, run);
    }

    /** Whether runs have the same held-out items, candidates and known rows. */
    private static boolean comparable(RunSpec first, RunSpec spec) {
        return spec.sameTest(first) && spec.candidates().equals(first.candidates());
    }

    static DataException apart(StoredRun run, StoredRun other) {
        return new DataException(Text.of("compare.apart", run.id(), other.id()), Text.of("compare.apart.remedy"));
    }

    /** Figures on which an epoch may have been chosen are not comparable with final figures on a separate test part. */
    private static void checkValidation(StoredRun first, StoredRun run) throws DataException {
        if (first.spec().chosenOnTest() != run.spec().chosenOnTest()) {
            StoredRun without = first.spec().chosenOnTest() ? first : run;
            StoredRun with = first.spec().chosenOnTest() ? run : first;
            throw new DataException(
                    Text.of("compare.validation", with.id(), without.id()), Text.of("compare.validation.remedy"));
        }
    }
}
