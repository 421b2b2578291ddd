package dev.nara.ui.child;

import dev.nara.data.Dataset;
import dev.nara.explain.Explainer;
import dev.nara.explain.PastLists;
import dev.nara.explain.Recommendations;
import dev.nara.explain.Recommendations.Entry;
import dev.nara.split.Split;
import dev.nara.store.WatchedListLog;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.child.ChildModel.HeldOut;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;

/** The chosen child's list and held-out ranks: those of the model on screen, or as they were after an earlier epoch. */
final class ShownList {
    private static final int LENGTH = 25;

    private final ChildModel model;
    private final Session session;
    private final Texts texts;
    private final Latest listing;

    ShownList(ChildModel model, Session session, Jobs jobs, Texts texts) {
        this.model = model;
        this.session = session;
        this.texts = texts;
        this.listing = new Latest(jobs);
    }

    /** A child's list and where its held-out albums stand. */
    private record Listed(List<ListPlace> places, List<HeldOut> heldOut) {}

    /** Whether the slider stands at an epoch before the last. */
    boolean isOfThePast() {
        return model.momentProperty().get() < model.momentsProperty().get().size() - 1;
    }

    /** The list that the model on screen makes now. */
    void showNow() {
        listing.cancel();
        Child child = model.chosenProperty().get();
        Session.Model current = session.modelProperty().get();
        if (session.openedProperty().get() == null || child == null || current == null) {
            model.list().clear();
            model.heldOut().clear();
            model.listTitleProperty().set("");
            return;
        }
        Split split = current.preparedRun().everybody();
        List<Integer> earlier = pastLists(split, child).before(current.epoch());
        listing.run(
                () -> list(current, child.user(), earlier),
                listed -> show(listed, "child.list.title", current.run(), current.epoch(), split.truth(child.user())));
    }

    /** The list as it was where the slider stands. */
    void showPast() {
        Child child = model.chosenProperty().get();
        Session.Model current = session.modelProperty().get();
        if (child == null || current == null) {
            return;
        }
        listing.cancel();
        List<WatchedListLog.Moment> moments = model.momentsProperty().get();
        int at = model.momentProperty().get();
        Dataset dataset = current.preparedRun().dataset();
        Split split = current.preparedRun().everybody();
        PastLists past = pastLists(split, child);
        List<Integer> earlier = at == 0 ? List.of() : moments.get(at - 1).list();
        Listed listed = new Listed(places(dataset, past.list(at), earlier, at > 0), heldOut(dataset, past.heldOut(at)));
        show(listed, "child.list.moment", current.run(), moments.get(at).epoch(), split.truth(child.user()));
    }

    private PastLists pastLists(Split split, Child child) {
        return new PastLists(split, child.user(), model.momentsProperty().get());
    }

    private void show(Listed listed, String title, long run, int epoch, int[] truth) {
        model.list().setAll(listed.places);
        model.heldOut().setAll(listed.heldOut);
        long hits =
                listed.places.stream().filter(place -> place.entry().heldOut()).count();
        model.listTitleProperty().set(texts.get(title, run, epoch, hits, truth.length));
    }

    private static Listed list(Session.Model current, int user, List<Integer> earlier) {
        Dataset dataset = current.preparedRun().dataset();
        List<Entry> list = new Recommendations(current.recommender(), current.preparedRun()).top(user, LENGTH);
        List<Explainer.HeldOut> heldOut = new Explainer(current.preparedRun(), current.recommender()).heldOut(user);
        return new Listed(places(dataset, list, earlier, !earlier.isEmpty()), heldOut(dataset, heldOut));
    }

    private static List<ListPlace> places(Dataset dataset, List<Entry> list, List<Integer> earlier, boolean known) {
        List<ListPlace> places = new ArrayList<>();
        for (Entry entry : list) {
            String moved = known ? Moves.moved(earlier.indexOf(entry.item()) + 1, entry.rank()) : "";
            places.add(new ListPlace(entry, Album.of(dataset, entry.item()), moved));
        }
        return places;
    }

    private static List<HeldOut> heldOut(Dataset dataset, List<Explainer.HeldOut> ranked) {
        return ranked.stream()
                .map(held -> new HeldOut(held.rank(), Album.of(dataset, held.item())))
                .toList();
    }
}
