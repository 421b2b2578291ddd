package dev.nara.ui.child;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.explain.Attribution;
import dev.nara.explain.Explainer;
import dev.nara.spec.PreparedRun;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.common.Album;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Explains the selected place of the list. */
final class WhyFinder {
    private static final int SIMILAR = 5;
    private static final String OF_USER = "user.";
    private static final String OF_ITEM = "item.";

    private final ChildModel model;
    private final Session session;
    private final Texts texts;
    private final ChildWords words;
    private final Latest finding;
    private @Nullable Explained explained;

    /** The explainer of a model, kept because it caches its counts. */
    private record Explained(Session.Model of, Explainer explainer) {}

    WhyFinder(ChildModel model, Session session, Jobs jobs, Texts texts, ChildWords words) {
        this.model = model;
        this.session = session;
        this.texts = texts;
        this.words = words;
        this.finding = new Latest(jobs);
        model.explainedProperty().addListener((o, was, is) -> {
            // The same item at another place is only explained again on request.
            if (was == null || is == null || was.entry().item() != is.entry().item()) {
                find();
            }
        });
    }

    /** Computes the explanation again; the previous one remains until then. */
    void find() {
        Session.Model current = session.modelProperty().get();
        Child child = model.chosenProperty().get();
        ListPlace place = model.explainedProperty().get();
        if (current == null || child == null || place == null) {
            finding.cancel();
            model.explainingProperty().set(false);
            model.whyProperty().set(null);
            return;
        }
        Explained known = explained;
        Explained with = known != null && known.of.equals(current)
                ? known
                : new Explained(current, new Explainer(current.preparedRun(), current.recommender()));
        explained = with;
        model.explainingProperty().set(true);
        finding.run(
                request -> why(with, child, place, request::check),
                why -> {
                    model.explainingProperty().set(false);
                    model.whyProperty().set(why);
                },
                error -> model.explainingProperty().set(false));
    }

    private Why why(Explained with, Child child, ListPlace place, Runnable check) throws DataException {
        PreparedRun run = with.of.preparedRun();
        Explainer explainer = with.explainer;
        Dataset dataset = run.dataset();
        int item = place.entry().item();
        Attribution attribution = Attribution.of(run, with.of.recommender(), explainer, child.user(), item, check);
        check.run();
        Map<Integer, Album> albums = new HashMap<>();
        Map<String, String> attributes = new HashMap<>();
        for (Attribution.Part part : attribution.parts()) {
            if (part.item() >= 0) {
                albums.put(part.item(), Album.of(dataset, part.item()));
            }
            if (!part.attribute().isEmpty()) {
                attributes.put(part.attribute(), attribute(dataset, child, item, part.attribute()));
            }
        }
        Explainer.Known known = explainer.known(item);
        return new Why(
                place,
                with.of.epoch(),
                attribution,
                albums,
                attributes,
                explainer.similar(child.user(), item, SIMILAR),
                new Why.Popularity(
                        known.viewers(),
                        known.rank(),
                        dataset.items().size(),
                        dataset.users().size()));
    }

    /** The label of a feature's column with its value; in presentation mode without values of the child. */
    private String attribute(Dataset dataset, Child child, int item, String feature) {
        boolean ofUser = feature.startsWith(OF_USER);
        String column = feature.replaceFirst("^(" + OF_USER + "|" + OF_ITEM + ")", "");
        Attributes attributes = ofUser ? dataset.userAttributes() : dataset.itemAttributes();
        String name = ChildWords.label(column, texts.locale());
        if (ofUser && words.masked()) {
            return name;
        }
        String value = attributes.text(column, ofUser ? child.user() : item);
        return value.isEmpty() ? name : name + " " + value;
    }
}
