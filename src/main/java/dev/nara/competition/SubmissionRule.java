package dev.nara.competition;

import dev.nara.text.Text;
import java.util.Set;

/** The rules for submissions; every violation that a check finds belongs to one of these. */
public enum SubmissionRule {
    /** A list for every required profile, and for no other. */
    LISTS("check.profile.unknown", "check.profile.twice", "check.profiles.missing"),
    /** The required number of albums in each list. */
    LENGTH("check.length"),
    /** No album twice in a list. */
    ONCE("check.item.twice"),
    /** Only albums of the catalogue. */
    CATALOGUE("check.item.unknown", "check.integer"),
    /** Children in ascending order. */
    ORDER("check.order"),
    /** The required columns. */
    COLUMNS("check.header", "check.row", "check.quotes", "check.list"),
    /** UTF-8 without a byte-order mark, lines that end in LF. */
    ENCODING("check.bom", "check.encoding", "check.crlf");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable.
    private final Set<String> breaches;

    SubmissionRule(String... breaches) {
        this.breaches = Set.of(breaches);
    }

    /** Whether a problem violates this rule. */
    public boolean brokenBy(Text problem) {
        return breaches.contains(problem.key());
    }
}
