package dev.nara.interchange;

import dev.nara.analysis.Gains;
import dev.nara.analysis.GroupGaps;
import dev.nara.analysis.ProtocolClaim;
import java.util.List;
import java.util.Optional;

/**
 * Further results for a comparison's report.
 *
 * @param pair the numbers of the runs of the verdict; empty for the reference and the next
 * @param groups groups of users in which the two settings differ
 * @param gains who gains and loses; empty if unknown
 * @param children those with the largest losses first; empty for none
 * @param protocols a table of figures under several protocols, header first; empty for none
 * @param claims which claims hold under which protocols
 */
public record ReportDetails(
        List<Long> pair,
        List<GroupGaps.Gap> groups,
        Optional<Gains> gains,
        List<Child> children,
        List<List<String>> protocols,
        List<ProtocolClaim> claims) {
    /** A user under the two settings of the verdict, by a name allowed in reports. */
    public record Child(String name, double first, double second) {}

    /** Only groups. */
    public static ReportDetails of(List<GroupGaps.Gap> groups) {
        return new ReportDetails(List.of(), groups, Optional.empty(), List.of(), List.of(), List.of());
    }
}
