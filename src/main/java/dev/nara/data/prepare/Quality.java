package dev.nara.data.prepare;

import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.Findings;
import dev.nara.data.Interactions;
import dev.nara.data.Preparation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Findings about a dataset that users should know before training. */
public final class Quality {
    private Quality() {}

    /** All findings about the rows as read: first those of the reader, then general ones. Reads everything; not for the window's thread. */
    public static List<Finding> of(Dataset raw) {
        List<Finding> findings = new ArrayList<>(raw.findings());
        for (Repair repair : Repair.ALL) {
            Flaw flaw = repair.look().apply(raw);
            if (flaw != null) {
                findings.add(flaw.finding());
            }
        }
        findings.addAll(Extremes.of(raw));
        findings.addAll(IdSpellings.of(raw));
        idleUsers(raw, findings);
        return List.copyOf(findings);
    }

    /** The findings about prepared data, without those that the preparation has resolved. */
    public static List<Finding> of(Prepared prepared) {
        Preparation preparation = prepared.recipe().preparation();
        List<String> asked = Conditions.columns(preparation.where());
        boolean weighed = preparation.positive() != null;
        Interactions rows = prepared.raw().interactions();
        boolean events = weighed || rows.wordColumns().stream().anyMatch(asked::contains);
        boolean rated = rows.columns().stream().anyMatch(asked::contains);
        return of(prepared.raw()).stream()
                .filter(finding -> !(events && finding.id().equals("mixed-events")))
                .filter(finding -> !(rated && finding.id().equals("implicit-zeros")))
                .toList();
    }

    /** Users without a training row who have attributes or are to be evaluated. */
    private static void idleUsers(Dataset raw, List<Finding> findings) {
        Findings idle = new Findings();
        for (int u = 0; u < raw.users().size(); u++) {
            if (raw.interactions().count(u) == 0) {
                String id = raw.users().id(u);
                idle.add("users-without-rows", () -> id);
            }
        }
        findings.addAll(idle.list());
    }

    /** The findings in display order: those that can be repaired first. */
    public static List<Finding> repairableFirst(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(f -> f.repair().isEmpty()))
                .toList();
    }

    /** The ids of all repairs. */
    public static List<String> repairs() {
        return Repair.ALL.stream().map(Repair::id).toList();
    }

    /** The ids in a preparation's list, with "default" replaced by the default ones. */
    public static List<String> applied(Preparation preparation) {
        return Repair.ALL.stream()
                .filter(r -> preparation.repairs().contains(r.id())
                        || (r.usual() && preparation.repairs().contains(Preparation.DEFAULT)))
                .map(Repair::id)
                .toList();
    }
}
