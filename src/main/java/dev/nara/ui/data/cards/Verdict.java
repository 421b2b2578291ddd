package dev.nara.ui.data.cards;

import dev.nara.data.Finding;
import dev.nara.spec.SplitParts;
import dev.nara.split.Split;
import dev.nara.text.Numbers;
import dev.nara.ui.data.figures.DataWords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on the open data.
 *
 * @param state whether the data can be trained on as they are
 * @param sentence the verdict as a sentence
 * @param detail a summary in one line
 */
public record Verdict(State state, String sentence, String detail) {
    private static final String BETWEEN = " · ";

    /** Whether the data can be trained on. */
    public enum State {
        /** The result of the split is not known yet. */
        COUNTING,
        /** The data are ready. */
        READY,
        /** Something needs attention first. */
        LOOK
    }

    /**
     * The facts about the open data.
     *
     * @param rows the number of rows that remain to be split
     * @param users the number of users with such rows
     * @param problem why the split on screen cannot be made, "" if it can
     */
    public record Known(long rows, long users, List<Finding> findings, List<String> repairs, String problem) {}

    /** The verdict; {@code parts} are null until they are computed. */
    public static Verdict of(Known known, @Nullable SplitParts parts, DataWords words) {
        String first = obstacle(known, parts, words);
        if (!first.isEmpty()) {
            return new Verdict(State.LOOK, words.texts().get("data.verdict.look"), first);
        }
        return new Verdict(
                parts == null ? State.COUNTING : State.READY,
                words.texts()
                        .get(
                                parts == null ? "data.verdict.counting" : "data.verdict.ready",
                                Numbers.grouped(known.rows()),
                                words.users(known.users())),
                detail(known, parts, words));
    }

    /** What needs attention before training, "" for nothing. */
    private static String obstacle(Known known, @Nullable SplitParts parts, DataWords words) {
        if (!known.problem().isEmpty()) {
            return known.problem();
        }
        if (parts == null) {
            return "";
        }
        if (leaks(parts)) {
            return words.texts().get("data.verdict.leak", Numbers.percent(parts.known(), 0));
        }
        boolean nobody = parts.test().users() > 0
                && parts.test().untrained() == parts.test().users();
        return nobody || parts.test().pairs() == 0 ? words.texts().get("data.verdict.nobody") : "";
    }

    /** Whether a random split of repeated interactions puts pairs to be found into the training part. */
    static boolean leaks(SplitParts parts) {
        return parts.flattery() == Split.Flattery.RANDOM && parts.known() > 0;
    }

    /** Whether anything on the page is marked for attention, even if it need not be changed. */
    private static boolean amber(long open, SplitParts parts) {
        return open > 0
                || parts.flattery() != Split.Flattery.NONE
                || parts.test().untrained() > 0
                || parts.validation().filter(held -> held.untrained() > 0).isPresent();
    }

    private static String read(Known known, DataWords words) {
        return known.findings().stream()
                .filter(finding -> finding.id().equals("skipped-rows"))
                .findFirst()
                .map(finding -> words.texts().get("data.verdict.skipped", finding.count()))
                .orElseGet(() -> words.texts().get("data.verdict.read"));
    }

    private static String detail(Known known, @Nullable SplitParts parts, DataWords words) {
        long made = FindingOrder.made(known.findings(), known.repairs());
        long open = FindingOrder.open(known.findings(), known.repairs());
        List<String> said = new ArrayList<>(List.of(read(known, words)));
        if (made > 0) {
            said.add(words.texts().get(made == 1 ? "data.verdict.mended.one" : "data.verdict.mended", made));
        }
        if (open > 0) {
            said.add(words.texts().get(open == 1 ? "data.verdict.open.one" : "data.verdict.open", open));
        }
        if (parts == null) {
            said.add(words.texts().get("data.verdict.counting.detail"));
        } else {
            parts.test()
                    .days()
                    .ifPresent(days -> said.add(words.texts().get("data.verdict.time", words.day(days.first()))));
            if (parts.flattery() == Split.Flattery.NONE) {
                said.add(words.texts().get("data.verdict.leak.none"));
            }
            said.add(words.texts().get(amber(open, parts) ? "data.verdict.amber" : "data.verdict.nothing"));
        }
        return String.join(BETWEEN, said);
    }
}
