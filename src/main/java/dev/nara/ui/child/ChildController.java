package dev.nara.ui.child;

import dev.nara.algorithm.Reason;
import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.LogTime;
import dev.nara.run.Recommendations;
import dev.nara.run.Recommendations.Entry;
import dev.nara.run.Why;
import dev.nara.split.Split;
import dev.nara.text.Text;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.child.ChildModel.HeldOut;
import dev.nara.ui.child.ChildModel.Near;
import dev.nara.ui.child.ChildModel.Part;
import dev.nara.ui.child.ChildModel.Place;
import dev.nara.ui.child.ChildModel.Viewing;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One child at a time: who it is, what it watched, and what the model on screen would recommend, after every epoch. */
public final class ChildController {
    private static final int LENGTH = 25;

    private final Session session;
    private final Jobs jobs;
    private final Texts texts;
    private final ChildModel model = new ChildModel();
    private final ChildView view;
    private final AtomicInteger listRequest = new AtomicInteger();
    private final AtomicInteger whyRequest = new AtomicInteger();
    private @Nullable HistoryOf shownHistory;

    /** For the window's session. */
    public ChildController(Session session, Jobs jobs, Texts texts) {
        this.session = session;
        this.jobs = jobs;
        this.texts = texts;
        this.view = new ChildView(model, texts);
        session.openedProperty().addListener((o, was, is) -> showChildren(is));
        session.modelProperty().addListener((o, was, is) -> refreshAll());
        model.chosenProperty().addListener((o, was, is) -> refreshAll());
        texts.localeProperty().addListener((o, was, is) -> refreshAll());
        model.explainedProperty().addListener((o, was, is) -> explain());
    }

    /** The workspace. */
    public Region view() {
        return view.root();
    }

    /** Shows a child by its index. */
    public void show(int user) {
        model.children().stream()
                .filter(child -> child.user() == user)
                .findFirst()
                .ifPresent(model.chosenProperty()::set);
    }

    private void showChildren(Session.@Nullable Opened opened) {
        model.chosenProperty().set(null);
        if (opened == null) {
            model.children().clear();
            return;
        }
        jobs.run(() -> children(opened.dataset()), children -> {
            model.children().setAll(children);
            model.chosenProperty().set(children.isEmpty() ? null : children.get(0));
        });
    }

    private static List<Child> children(Dataset dataset) {
        Attributes attributes = dataset.userAttributes();
        List<Child> children = new ArrayList<>();
        for (int u = 0; u < dataset.users().size(); u++) {
            String words = attributes.words(u);
            children.add(new Child(
                    u, dataset.users().id(u), words, dataset.interactions().count(u)));
        }
        return children;
    }

    private void refreshAll() {
        Session.@Nullable Opened opened = session.openedProperty().get();
        @Nullable Child child = model.chosenProperty().get();
        if (opened == null || child == null) {
            shownHistory = null;
            model.history().clear();
            model.list().clear();
            model.heldOut().clear();
            model.summaryProperty().set("");
            model.listTitleProperty().set("");
            return;
        }
        Session.@Nullable Model current = session.modelProperty().get();
        model.summaryProperty().set(summary(opened.dataset(), child));
        int mine = listRequest.incrementAndGet();
        @Nullable Split split = current == null ? null : current.experiment().split();
        refreshHistory(opened.dataset(), split, child);
        if (current == null) {
            model.list().clear();
            model.heldOut().clear();
            model.listTitleProperty().set("");
            return;
        }
        jobs.run(() -> mine == listRequest.get() ? listed(current, child.user()) : null, listed -> {
            if (listed != null && mine == listRequest.get()) {
                List<Place> places = listed.places;
                model.list().setAll(places);
                model.heldOut().setAll(listed.heldOut);
                long hits = places.stream().filter(p -> p.entry().heldOut()).count();
                int truth = current.experiment().split().truth(child.user()).length;
                model.listTitleProperty()
                        .set(texts.get("child.list.title", current.run(), current.epoch(), hits, truth));
            }
        });
    }

    /** A child's list and where its held-out albums stand. */
    private record Listed(List<Place> places, List<HeldOut> heldOut) {}

    private Listed listed(Session.Model current, int user) {
        Dataset dataset = current.experiment().dataset();
        List<HeldOut> heldOut = new Why(current.experiment(), current.recommender())
                .heldOut(user).stream()
                        .map(h -> new HeldOut(
                                h.rank(),
                                dataset.items().id(h.item()),
                                dataset.title(h.item()),
                                dataset.itemAttributes().text("genre_mid", h.item())))
                        .toList();
        return new Listed(places(current, user), heldOut);
    }

    /** Explains the chosen place of the list. */
    private void explain() {
        Session.@Nullable Model current = session.modelProperty().get();
        @Nullable Child child = model.chosenProperty().get();
        @Nullable Place place = model.explainedProperty().get();
        int mine = whyRequest.incrementAndGet();
        if (current == null || child == null || place == null) {
            model.whyTitleProperty().set("");
            model.parts().clear();
            model.nearest().clear();
            return;
        }
        jobs.run(
                () -> new Why(current.experiment(), current.recommender())
                        .of(child.user(), place.entry().item()),
                why -> {
                    if (mine == whyRequest.get()) {
                        show(why, current.experiment().dataset(), place);
                    }
                });
    }

    private void show(Why.Explanation why, Dataset dataset, Place place) {
        String sum = Arrays.stream(Reason.Kind.values())
                .filter(kind -> why.reasons().stream().anyMatch(r -> r.kind() == kind))
                .map(kind -> texts.get("reason." + kind) + String.format(Locale.ROOT, " %+.4f", why.sum(kind)))
                .collect(Collectors.joining("   "));
        model.whyTitleProperty()
                .set(texts.get(
                        "child.why.title",
                        place.title(),
                        String.format(Locale.ROOT, "%.4f", why.score()),
                        sum,
                        why.viewers(),
                        why.popularityRank()));
        model.parts()
                .setAll(why.reasons().stream()
                        .map(r -> new Part(texts.get("reason." + r.kind()), name(dataset, r), r.amount()))
                        .toList());
        model.nearest()
                .setAll(why.nearest().stream()
                        .map(n -> new Near(dataset.items().id(n.item()), dataset.title(n.item()), n.cosine()))
                        .toList());
    }

    /** An album's title, a child's id, or the number of a dimension. */
    private static String name(Dataset dataset, Reason reason) {
        return switch (reason.kind()) {
            case OWN_ITEM, OWN_VIEWS -> dataset.title(reason.index());
            case NEAR_USER -> dataset.users().id(reason.index());
            case GMF, MLP, FACTOR -> Integer.toString(reason.index() + 1);
            default -> "";
        };
    }

    /** What a history on screen was made from. */
    private record HistoryOf(Dataset dataset, @Nullable Split split, Child child, Locale locale) {}

    /** Left alone after an epoch, for somebody may be reading it. */
    private void refreshHistory(Dataset dataset, @Nullable Split split, Child child) {
        HistoryOf wanted = new HistoryOf(dataset, split, child, texts.locale());
        if (!wanted.equals(shownHistory)) {
            shownHistory = wanted;
            jobs.run(() -> history(dataset, split, child.user()), rows -> {
                if (wanted.equals(shownHistory)) {
                    model.history().setAll(rows);
                }
            });
        }
    }

    private String summary(Dataset dataset, Child child) {
        Attributes attributes = dataset.userAttributes();
        return attributes.names().stream()
                .filter(name -> !attributes.text(name, child.user()).isEmpty())
                .map(name -> label(name) + " " + coded(attributes.text(name, child.user())))
                .collect(Collectors.joining("   "));
    }

    /** The attribute's name in words where it has some. */
    private String label(String name) {
        String key = "attribute." + name;
        return Text.exists(key, texts.locale()) ? texts.get(key) : name;
    }

    /** A code of the service, with its meaning. */
    private String coded(String value) {
        String key = "code." + value;
        return value.matches("[PK]\\d\\d") && Text.exists(key, texts.locale()) ? texts.get(key) : value;
    }

    private static List<Place> places(Session.Model current, int user) {
        Dataset dataset = current.experiment().dataset();
        List<Place> places = new ArrayList<>();
        for (Entry entry : new Recommendations(current.recommender(), current.experiment()).top(user, LENGTH)) {
            Attributes items = dataset.itemAttributes();
            places.add(new Place(
                    entry,
                    dataset.items().id(entry.item()),
                    dataset.title(entry.item()),
                    items.text("series", entry.item()),
                    items.text("genre_mid", entry.item())));
        }
        return places;
    }

    private static List<Viewing> history(Dataset dataset, @Nullable Split split, int user) {
        Interactions rows = dataset.interactions();
        int[] truth = split == null ? new int[0] : split.truth(user);
        Map<Integer, Integer> earlier = new HashMap<>();
        List<Viewing> history = new ArrayList<>();
        Interactions train = split == null ? rows : split.train();
        int trained = train.start(user);
        for (int r = rows.start(user); r < rows.end(user); r++) {
            int item = rows.item(r);
            int repeat = earlier.merge(item, 1, Integer::sum) - 1;
            // Training rows keep their order, so walking along both tells which were left out.
            boolean inTraining =
                    trained < train.end(user) && train.item(trained) == item && train.time(trained) == rows.time(r);
            trained += inTraining ? 1 : 0;
            boolean heldOut = !inTraining && Arrays.binarySearch(truth, item) >= 0;
            String time = dataset.clock()
                    ? LogTime.toDateTime(rows.time(r)).toString().replace('T', ' ')
                    : Long.toString(rows.time(r));
            history.add(new Viewing(
                    time,
                    dataset.items().id(item),
                    dataset.title(item),
                    dataset.itemAttributes().text("genre_mid", item),
                    repeat,
                    heldOut));
        }
        Collections.reverse(history);
        return history;
    }
}
