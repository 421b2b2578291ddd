package dev.nara.explain;

import dev.nara.algorithm.Reason;
import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.data.Interactions;
import dev.nara.spec.PreparedRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Attributes an item's score and rank in a user's list to its causes, as far as the model allows.
 *
 * @param way how it was computed
 * @param logOdds whether the score is a log-odds
 * @param parts the items of the history, largest contribution first, then everything else
 * @param rank in the user's list, from 1, computed like {@code without}; 0 if nothing can be left out
 * @param without the rank without single items of the history
 */
public record Attribution(Way way, boolean logOdds, List<Part> parts, int rank, List<Without> without) {
    private static final int CAUSES = 5;
    private static final int LEFT_OUT = 3;

    /** How the attribution was computed. */
    public enum Way {
        /** The parts are those of the score and add up to it. */
        SUM,
        /** Each part is the change of the score when it is left out and the user is refitted; such parts overlap. */
        LEFT_OUT,
        /** The user cannot be refitted: only the model's own parts are known, which add up to the score. */
        MODEL
    }

    /** The cause of a part. */
    public enum Source {
        /** An item of the history. */
        ITEM,
        /** All other items of the history together. */
        OTHER_ITEMS,
        /** Similar users who have the item. */
        NEAR_USERS,
        /** The item's popularity, overall or in the user's group. */
        POPULARITY,
        /** An attribute, relative to its average. */
        ATTRIBUTE,
        /** The model's bias for the item, the same for all users. */
        BIAS,
        /** The sum over dimensions of GMF. */
        GMF,
        /** The sum over units of the MLP's last layer. */
        MLP,
        /** The sum over factors. */
        FACTORS
    }

    /**
     * A part of the score.
     *
     * @param item of the history; -1 for other causes
     * @param attribute its name; "" for other causes
     * @param count the number of rows of the history, or of similar users, behind it; 0 for other causes
     * @param amount its contribution, in the unit of the score
     */
    public record Part(Source source, int item, String attribute, int count, double amount) {}

    /** The rank, from 1, if the user had never had an item of the history. */
    public record Without(int item, int rank) {}

    /** Refits the user without each item in turn; {@code check} is called before each, and may throw to stop. */
    public static Attribution of(
            PreparedRun preparedRun, Recommender recommender, Explainer explainer, int user, int item, Runnable check)
            throws DataException {
        List<Reason> reasons = recommender.why(user, item);
        Interactions train = preparedRun.split().train();
        Counterfactual counterfactual = new Counterfactual(preparedRun, recommender);
        boolean foldsIn = counterfactual.foldsIn(user);
        if (!foldsIn && preparedRun.ownHistoryCounts()) {
            List<Part> parts = parts(train, user, reasons);
            List<Integer> causes = strongest(parts);
            return with(Way.SUM, reasons, parts, counterfactual.without(user, item, causes, check));
        }
        if (!foldsIn) {
            return with(Way.MODEL, reasons, parts(train, user, reasons), List.of());
        }
        List<Integer> causes = explainer.likelyCauses(user, item);
        List<Counterfactual.Removal> removals = counterfactual.without(user, item, causes, check);
        List<Part> parts = new ArrayList<>();
        for (Counterfactual.Removal removal : removals) {
            int of = removal.removed();
            parts.add(new Part(Source.ITEM, of, "", rows(train, user, of), removal.score() - removal.without()));
        }
        parts.sort(Comparator.comparingDouble((Part part) -> -part.amount()));
        addOthers(parts, counterfactual, train, user, item, causes);
        recommender
                .featureEffects(user, item)
                .forEach((name, amount) -> parts.add(new Part(Source.ATTRIBUTE, -1, name, 0, amount)));
        if (reasons.stream().anyMatch(reason -> reason.kind() == Reason.Kind.FACTOR)) {
            sums(reasons).forEach((source, sum) -> {
                if (source == Source.BIAS) {
                    parts.add(new Part(source, -1, "", 0, sum));
                }
            });
        }
        return with(Way.LEFT_OUT, reasons, parts, removals);
    }

    private static Attribution with(
            Way way, List<Reason> reasons, List<Part> parts, List<Counterfactual.Removal> removals) {
        boolean logOdds = reasons.stream().anyMatch(r -> r.kind() == Reason.Kind.GMF || r.kind() == Reason.Kind.MLP);
        List<Without> without = removals.stream()
                .sorted(Comparator.comparingDouble((Counterfactual.Removal r) -> r.without() - r.score()))
                .limit(LEFT_OUT)
                .map(removal -> new Without(removal.removed(), removal.rankWithout()))
                .toList();
        return new Attribution(
                way,
                logOdds,
                List.copyOf(parts),
                removals.isEmpty() ? 0 : removals.get(0).rank(),
                without);
    }

    /** Items of the history one by one, the rest of them together, and one sum for every other kind. */
    private static List<Part> parts(Interactions train, int user, List<Reason> reasons) {
        List<Part> items = new ArrayList<>();
        for (Reason reason : reasons) {
            if (reason.kind() == Reason.Kind.OWN_ITEM || reason.kind() == Reason.Kind.OWN_VIEWS) {
                int of = reason.index();
                items.add(new Part(Source.ITEM, of, "", rows(train, user, of), reason.amount()));
            }
        }
        items.sort(Comparator.comparingDouble((Part part) -> -Math.abs(part.amount())));
        List<Part> parts = new ArrayList<>(items.subList(0, Math.min(CAUSES, items.size())));
        parts.sort(Comparator.comparingDouble((Part part) -> -part.amount()));
        List<Part> rest = items.subList(Math.min(CAUSES, items.size()), items.size());
        if (!rest.isEmpty()) {
            int count = rest.stream().mapToInt(Part::count).sum();
            double sum = rest.stream().mapToDouble(Part::amount).sum();
            parts.add(new Part(Source.OTHER_ITEMS, -1, "", count, sum));
        }
        int near = (int) reasons.stream()
                .filter(reason -> reason.kind() == Reason.Kind.NEAR_USER)
                .count();
        sums(reasons)
                .forEach((source, sum) ->
                        parts.add(new Part(source, -1, "", source == Source.NEAR_USERS ? near : 0, sum)));
        return parts;
    }

    private static Map<Source, Double> sums(List<Reason> reasons) {
        Map<Source, Double> sums = new EnumMap<>(Source.class);
        for (Reason reason : reasons) {
            Source source =
                    switch (reason.kind()) {
                        case GMF -> Source.GMF;
                        case MLP -> Source.MLP;
                        case FACTOR -> Source.FACTORS;
                        case BIAS -> Source.BIAS;
                        case NEAR_USER -> Source.NEAR_USERS;
                        case POPULARITY -> Source.POPULARITY;
                        case OWN_ITEM, OWN_VIEWS -> Source.ITEM;
                    };
            if (source != Source.ITEM) {
                sums.merge(source, reason.amount(), Double::sum);
            }
        }
        return sums;
    }

    private static List<Integer> strongest(List<Part> parts) {
        return parts.stream()
                .filter(part -> part.source() == Source.ITEM && part.amount() > 0)
                .limit(LEFT_OUT)
                .map(Part::item)
                .toList();
    }

    /** The sum of everything except the causes: the change if the user had nothing but these. */
    private static void addOthers(
            List<Part> parts, Counterfactual counterfactual, Interactions train, int user, int item, List<Integer> kept)
            throws DataException {
        int[] history = train.distinctItems(user);
        if (history.length > kept.size() && !parts.isEmpty()) {
            int[] only = Arrays.stream(history).filter(kept::contains).toArray();
            double amount = counterfactual.score(user, item, history) - counterfactual.score(user, item, only);
            int count = train.count(user) - parts.stream().mapToInt(Part::count).sum();
            parts.add(new Part(Source.OTHER_ITEMS, -1, "", count, amount));
        }
    }

    private static int rows(Interactions train, int user, int item) {
        int rows = 0;
        for (int r = train.start(user); r < train.end(user); r++) {
            rows += train.item(r) == item ? 1 : 0;
        }
        return rows;
    }
}
