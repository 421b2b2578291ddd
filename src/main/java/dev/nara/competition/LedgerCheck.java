package dev.nara.competition;

import dev.nara.data.DataException;
import dev.nara.store.check.WorkspaceFinding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Says what of the ledger of a workspace is not what the program wrote. None of it can be mended but by whoever has the files. */
public final class LedgerCheck {
    private LedgerCheck() {}

    /** The ledger, or copies of submissions; nothing where all are whole. */
    public static List<WorkspaceFinding> of(Path workspace) {
        Ledger ledger = Ledger.in(workspace);
        List<WorkspaceFinding> findings = new ArrayList<>();
        try {
            for (LedgerEntry entry : ledger.entries()) {
                try {
                    ledger.copy(entry);
                } catch (DataException e) {
                    findings.add(found("submissions/" + entry.sha256() + ".csv", e));
                }
            }
        } catch (DataException e) {
            findings.add(found("ledger.json", e));
        }
        return findings;
    }

    private static WorkspaceFinding found(String what, DataException e) {
        return new WorkspaceFinding(WorkspaceFinding.Kind.FILE, 0, what, e.problem(), e.remedy(), false);
    }
}
