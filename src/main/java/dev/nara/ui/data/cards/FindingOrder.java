package dev.nara.ui.data.cards;

import dev.nara.data.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which findings need a decision, and their order. */
final class FindingOrder {
    /** Findings that the program cannot repair, although they may distort figures. */
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

    /** The findings that need a decision: repaired ones first, then open ones. */
    static List<Finding> decisions(List<Finding> findings, List<String> repairs) {
        return findings.stream()
                .filter(FindingOrder::wantsDecision)
                .sorted(Comparator.comparing((Finding finding) -> !isRepaired(finding, repairs)))
                .toList();
    }

    /** The findings that are only informative. */
    static List<Finding> rest(List<Finding> findings) {
        return findings.stream().filter(finding -> !wantsDecision(finding)).toList();
    }

    private static boolean wantsDecision(Finding finding) {
        return !finding.repair().isEmpty() || SERIOUS.contains(finding.id());
    }

    /** Whether the finding is repaired. */
    static boolean isRepaired(Finding finding, List<String> repairs) {
        return finding.repaired(repairs);
    }

    /** The number of repaired findings. */
    static long made(List<Finding> findings, List<String> repairs) {
        return findings.stream().filter(finding -> isRepaired(finding, repairs)).count();
    }

    /** The number of open findings. */
    static long open(List<Finding> findings, List<String> repairs) {
        Stream<Finding> left =
                findings.stream().filter(finding -> wantsDecision(finding) && !isRepaired(finding, repairs));
        return left.count();
    }
}
