package dev.nara.ui.child;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.explain.Explainer;
import dev.nara.explain.PastLists;
import dev.nara.explain.Recommendations;
import dev.nara.explain.Recommendations.Entry;
import dev.nara.split.Split;
import dev.nara.store.folder.WatchedListLog.Moment;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.child.ChildModel.HeldOut;
import dev.nara.ui.common.Album;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The selected child's list and held-out items after the epoch on screen: from the model, or as kept. */
final class ShownList {
    static final int LENGTH = 25;

    private final ChildModel model;
    private final Session session;
    private final Latest listing;
    private final BiConsumer<Child, Moment> keep;
    private @Nullable Source shown;

    /** {@code keep} gets what the model on screen recommends to a child. */
    ShownList(ChildModel model, Session session, Jobs jobs, BiConsumer<Child, Moment> keep) {
        this.model = model;
        this.session = session;
        this.listing = new Latest(jobs);
        this.keep = keep;
    }

    /** What determines the list on screen. */
    private record Source(Child child, Session.Model current, int epoch, List<Integer> earlier) {}

    /** A child's list and the ranks of its held-out items. */
    private record Listed(List<ListPlace> places, List<HeldOut> heldOut, Moment moment) {}

    void show() {
        Child child = model.chosenProperty().get();
        Session.Model current = session.modelProperty().get();
        if (session.openedProperty().get() == null || child == null || current == null) {
            listing.cancel();
            shown = null;
            model.list().clear();
            model.heldOut().clear();
            return;
        }
        int epoch = model.epochs().shownProperty().get();
        PastLists past = new PastLists(
                current.preparedRun().everybody(),
                child.user(),
                model.epochs().momentsProperty().get());
        List<Integer> earlier = past.before(epoch);
        Source wanted = new Source(child, current, epoch, earlier);
        if (wanted.equals(shown)) {
            return;
        }
        Source before = shown;
        shown = wanted;
        if (epoch == current.epoch() || model.epochs().moment(epoch).isEmpty()) {
            if (before == null || before.child.user() != child.user()) {
                // The list of one child must not appear under the name of another.
                model.heldOut().clear();
                model.list().clear();
            }
            listing.run(() -> list(current, child.user(), earlier), listed -> {
                show(listed);
                keep.accept(child, listed.moment);
            });
        } else {
            listing.cancel();
            show(past(current, child.user(), epoch, past, earlier));
        }
    }

    private void show(Listed listed) {
        model.heldOut().setAll(listed.heldOut);
        model.list().setAll(listed.places);
    }

    private Listed past(Session.Model current, int user, int epoch, PastLists past, List<Integer> earlier) {
        List<Moment> moments = model.epochs().momentsProperty().get();
        int at = 0;
        while (moments.get(at).epoch() != epoch) {
            at++;
        }
        return listed(current, user, past.list(at), past.heldOut(at), earlier, moments.get(at));
    }

    private static Listed list(Session.Model current, int user, List<Integer> earlier) {
        List<Entry> list = new Recommendations(current.recommender(), current.preparedRun()).top(user, LENGTH);
        List<Explainer.HeldOut> heldOut = new Explainer(current.preparedRun(), current.recommender()).heldOut(user);
        List<Integer> ranks = heldOut.stream()
                .sorted(Comparator.comparingInt(Explainer.HeldOut::item))
                .map(Explainer.HeldOut::rank)
                .toList();
        Moment moment = new Moment(
                current.epoch(), Double.NaN, list.stream().map(Entry::item).toList(), ranks);
        return listed(current, user, list, heldOut, earlier, moment);
    }

    private static Listed listed(
            Session.Model current,
            int user,
            List<Entry> list,
            List<Explainer.HeldOut> heldOut,
            List<Integer> earlier,
            Moment moment) {
        Dataset dataset = current.preparedRun().dataset();
        return new Listed(
                places(dataset, current.preparedRun().split(), user, list, earlier),
                heldOut.stream()
                        .map(held -> new HeldOut(held.rank(), Album.of(dataset, held.item())))
                        .toList(),
                moment);
    }

    /** A list compared with an earlier one, given as items; an empty one is none. */
    static List<ListPlace> places(Dataset dataset, Split split, int user, List<Entry> list, List<Integer> earlier) {
        Interactions train = split.train();
        List<ListPlace> places = new ArrayList<>();
        for (Entry entry : list) {
            int times = 0;
            for (int r = train.start(user); r < train.end(user); r++) {
                times += train.item(r) == entry.item() ? 1 : 0;
            }
            int before = earlier.isEmpty() ? ListPlace.UNKNOWN : earlier.indexOf(entry.item()) + 1;
            places.add(new ListPlace(entry, Album.of(dataset, entry.item()), before, times));
        }
        return places;
    }
}
