package dev.nara.competition;

import dev.nara.text.Text;
import java.util.Set;

/** What a submission must hold; every breach that a check finds is of one of these. */
public enum SubmissionRule {
    /** A list for every child that is to have one, and for no other. */
    LISTS("check.profile.unknown", "check.profile.twice", "check.profiles.missing"),
    /** As many albums in each as are asked for. */
    LENGTH("check.length"),
    /** No album twice in a list. */
    ONCE("check.item.twice"),
    /** Only albums of the catalogue. */
    CATALOGUE("check.item.unknown", "check.integer"),
    /** Children in ascending order. */
    ORDER("check.order"),
    /** The columns as they are asked for. */
    COLUMNS("check.header", "check.row", "check.quotes", "check.list"),
    /** UTF-8 without a byte-order mark, lines that end in LF. */
    ENCODING("check.bom", "check.encoding", "check.crlf");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable.
    private final Set<String> breaches;

    SubmissionRule(String... breaches) {
        this.breaches = Set.of(breaches);
    }

    /** Whether that problem is a breach of it. */
    public boolean brokenBy(Text problem) {
        return breaches.contains(problem.key());
    }
}
