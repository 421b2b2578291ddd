package dev.nara.interchange;

import dev.nara.analysis.Gains;
import dev.nara.analysis.GroupGaps;
import dev.nara.analysis.ProtocolClaim;
import java.util.List;
import java.util.Optional;

/**
 * What a comparison found beside its verdicts.
 *
 * @param pair the numbers of the runs that the verdict is on; empty for the reference and the next
 * @param groups groups of users in which the two settings differ
 * @param gains who gains and who loses; empty where that is not known
 * @param children those who lost most first; empty for none
 * @param protocols a table of figures under several protocols, the first row its head; empty for none
 * @param claims what holds under which protocols
 */
public record ReportDetails(
        List<Long> pair,
        List<GroupGaps.Gap> groups,
        Optional<Gains> gains,
        List<Child> children,
        List<List<String>> protocols,
        List<ProtocolClaim> claims) {
    /** A user under the two settings of the verdict, by a name that may stand in a report. */
    public record Child(String name, double first, double second) {}

    /** Only groups. */
    public static ReportDetails of(List<GroupGaps.Gap> groups) {
        return new ReportDetails(List.of(), groups, Optional.empty(), List.of(), List.of(), List.of());
    }
}
