package dev.nara.competition;

import dev.nara.data.DataException;
import dev.nara.store.check.WorkspaceFinding;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks whether the ledger of a workspace is as the program wrote it. It cannot repair anything. */
public final class LedgerCheck {
    private LedgerCheck() {}

    /** The damaged ledger or copies of submissions; empty if all are intact. */
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
            if (ledger.isLost()) {
                findings.add(
                        found("ledger.json", new DataException(Text.of("ledger.lost"), Text.of("ledger.lost.remedy"))));
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
