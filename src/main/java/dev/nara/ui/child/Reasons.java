package dev.nara.ui.child;

import dev.nara.algorithm.Reason;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.explain.Counterfactual;
import dev.nara.explain.Explainer;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.child.WhyModel.Near;
import dev.nara.ui.child.WhyModel.Part;
import dev.nara.ui.child.WhyModel.Without;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Explains the chosen place of the list. */
final class Reasons {
    private final ChildModel model;
    private final Session session;
    private final Texts texts;
    private final Pseudonymiser pseudonymiser;
    private final Latest explaining;
    private final Latest leavingOut;

    Reasons(ChildModel model, Session session, Jobs jobs, Texts texts, Pseudonymiser pseudonymiser) {
        this.model = model;
        this.session = session;
        this.texts = texts;
        this.pseudonymiser = pseudonymiser;
        this.explaining = new Latest(jobs);
        this.leavingOut = new Latest(jobs);
        model.why().explainedProperty().addListener((o, was, is) -> explain());
    }

    private void explain() {
        Session.Model current = session.modelProperty().get();
        Child child = model.chosenProperty().get();
        ListPlace place = model.why().explainedProperty().get();
        explaining.cancel();
        leavingOut.cancel();
        model.why().without().clear();
        if (current == null || child == null || place == null) {
            model.why().titleProperty().set("");
            model.why().parts().clear();
            model.why().nearest().clear();
            return;
        }
        explaining.run(
                () -> new Explainer(current.preparedRun(), current.recommender())
                        .of(child.user(), place.entry().item()),
                explanation -> show(explanation, current.preparedRun().dataset(), place));
    }

    /** Works out what happens to the explained album without single ones of the history. */
    void leaveOut() {
        Session.Model current = session.modelProperty().get();
        Child child = model.chosenProperty().get();
        ListPlace place = model.why().explainedProperty().get();
        if (current != null && child != null && place != null) {
            leavingOut.run(
                    () -> without(current, child.user(), place.entry().item()),
                    model.why().without()::setAll);
        }
    }

    private static List<Without> without(Session.Model current, int user, int item) throws DataException {
        Dataset dataset = current.preparedRun().dataset();
        List<Integer> causes = new Explainer(current.preparedRun(), current.recommender()).likelyCauses(user, item);
        return new Counterfactual(current.preparedRun(), current.recommender())
                .without(user, item, causes).stream()
                        .map(c -> new Without(
                                dataset.title(c.removed()), c.without() - c.score(), c.rank(), c.rankWithout()))
                        .toList();
    }

    private void show(Explainer.Explanation explanation, Dataset dataset, ListPlace place) {
        model.why()
                .titleProperty()
                .set(texts.get(
                        "child.why.title",
                        place.album().title(),
                        String.format(Locale.ROOT, "%.4f", explanation.score()),
                        sums(explanation) + features(explanation),
                        explanation.viewers(),
                        explanation.popularityRank()));
        model.why()
                .parts()
                .setAll(explanation.reasons().stream()
                        .map(r -> new Part(texts.get("reason." + r.kind()), name(dataset, r), r.amount()))
                        .toList());
        model.why()
                .nearest()
                .setAll(explanation.nearest().stream()
                        .map(n -> new Near(dataset.title(n.item()), n.cosine()))
                        .toList());
    }

    private String sums(Explainer.Explanation explanation) {
        return Arrays.stream(Reason.Kind.values())
                .filter(kind -> explanation.reasons().stream().anyMatch(r -> r.kind() == kind))
                .map(kind -> texts.get("reason." + kind) + String.format(Locale.ROOT, " %+.4f", explanation.sum(kind)))
                .collect(Collectors.joining("   "));
    }

    /** What each side feature adds, against its average; "" where the model has none. */
    private static String features(Explainer.Explanation explanation) {
        return explanation.features().isEmpty()
                ? ""
                : "   ("
                        + explanation.features().entrySet().stream()
                                .map(f -> f.getKey() + String.format(Locale.ROOT, " %+.4f", f.getValue()))
                                .collect(Collectors.joining("   "))
                        + ")";
    }

    /** An album's title, a child's id, or the number of a dimension. */
    private String name(Dataset dataset, Reason reason) {
        return switch (reason.kind()) {
            case OWN_ITEM, OWN_VIEWS -> dataset.title(reason.index());
            case NEAR_USER -> pseudonymiser.user(dataset.users().id(reason.index()));
            case GMF, MLP, FACTOR -> Integer.toString(reason.index() + 1);
            default -> "";
        };
    }
}
