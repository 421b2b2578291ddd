package dev.nara.data.prepare;

import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.Preparation;
import java.util.ArrayList;
import java.util.List;

/** What is to be known about a dataset before anybody trains on it. */
public final class Quality {
    private Quality() {}

    /**
     * All findings about the rows as they were read: the reader's own, then those that can be found in any dataset. Goes
     * over everything; not for the window's thread.
     */
    public static List<Finding> of(Dataset raw) {
        List<Finding> findings = new ArrayList<>(raw.findings());
        for (Repair repair : Repair.ALL) {
            Finding finding = repair.check().apply(raw);
            if (finding != null) {
                findings.add(finding);
            }
        }
        return List.copyOf(findings);
    }

    /** The ids of all repairs there are. */
    public static List<String> repairs() {
        return Repair.ALL.stream().map(Repair::id).toList();
    }

    /** The ids that a preparation's list stands for, with the default ones spelled out. */
    public static List<String> applied(Preparation preparation) {
        return Repair.ALL.stream()
                .filter(r -> preparation.repairs().contains(r.id())
                        || (r.usual() && preparation.repairs().contains(Preparation.DEFAULT)))
                .map(Repair::id)
                .toList();
    }
}
