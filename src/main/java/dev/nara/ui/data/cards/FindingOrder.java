package dev.nara.ui.data.cards;

import dev.nara.data.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which findings want a decision, and in which order they are shown. */
final class FindingOrder {
    /** Nothing in the program mends these, and yet figures may be wrong because of them. */
    private static final Set<String> SERIOUS = Set.of(
            "one-user",
            "users-with-one-item",
            "users-with-all-items",
            "trained-negatives",
            "attributes-differ-items",
            "attributes-differ-users",
            "times-one-instant",
            "times-are-numbers",
            "times-before-1900",
            "times-in-future",
            "times-too-small",
            "times-without-zone");

    private FindingOrder() {}

    /** Those that want a decision: mended ones first, then those to look at. */
    static List<Finding> decisions(List<Finding> findings, List<String> repairs) {
        return findings.stream()
                .filter(FindingOrder::wantsDecision)
                .sorted(Comparator.comparing((Finding finding) -> !isMended(finding, repairs)))
                .toList();
    }

    /** Those that only tell something. */
    static List<Finding> rest(List<Finding> findings) {
        return findings.stream().filter(finding -> !wantsDecision(finding)).toList();
    }

    private static boolean wantsDecision(Finding finding) {
        return !finding.repair().isEmpty() || SERIOUS.contains(finding.id());
    }

    /** Whether what was found is mended now. */
    static boolean isMended(Finding finding, List<String> repairs) {
        return finding.mended(repairs);
    }

    /** How many are mended. */
    static long made(List<Finding> findings, List<String> repairs) {
        return findings.stream().filter(finding -> isMended(finding, repairs)).count();
    }

    /** How many are to be looked at. */
    static long open(List<Finding> findings, List<String> repairs) {
        Stream<Finding> left =
                findings.stream().filter(finding -> wantsDecision(finding) && !isMended(finding, repairs));
        return left.count();
    }
}
