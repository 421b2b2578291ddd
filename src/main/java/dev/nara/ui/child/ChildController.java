package dev.nara.ui.child;

import dev.nara.algorithm.Reason;
import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.LogTime;
import dev.nara.data.Role;
import dev.nara.explain.Counterfactual;
import dev.nara.explain.Explainer;
import dev.nara.explain.Recommendations;
import dev.nara.explain.Recommendations.Entry;
import dev.nara.spec.PreparedRun;
import dev.nara.split.Split;
import dev.nara.store.RunStore;
import dev.nara.store.Safetensors;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.store.WatchedListLog;
import dev.nara.text.Text;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.child.ChildModel.HeldOut;
import dev.nara.ui.child.ChildModel.Near;
import dev.nara.ui.child.ChildModel.Part;
import dev.nara.ui.child.ChildModel.Place;
import dev.nara.ui.child.ChildModel.Viewing;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.WhenVisible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One child at a time: who it is, what it watched, and what the model on screen would recommend, after every epoch. */
public final class ChildController {
    private static final int LENGTH = 25;
    private static final int ASKED = 5;
    private static final long SESSION_GAP = 30;

    private final Session session;
    private final Jobs jobs;
    private final Texts texts;
    private final ChildModel model = new ChildModel();
    private final ChildView view;
    private final AtomicInteger listRequest = new AtomicInteger();
    private final AtomicInteger whyRequest = new AtomicInteger();
    private @Nullable HistoryOf shownHistory;

    private final RunStore store;
    private final Pseudonymiser masks;
    private final BesidePane beside;
    private long canariesOf;
    /** When somebody looks: thousands of children to lay out would hold up the data's own first picture. */
    private final WhenVisible childList;
    /** What changed while nobody looked, whose work would only slow a training down. */
    private final WhenVisible catchingUp;

    /** The children are being listed; then the one wanted is shown. */
    private boolean listing;

    private int wanted;

    /** For the window's workspace and session. */
    public ChildController(
            Services services,
            RunStore store,
            Session session,
            Jobs jobs,
            Texts texts,
            ObjectProperty<Theme> theme,
            Pseudonymiser masks) {
        this.store = store;
        this.session = session;
        this.jobs = jobs;
        this.texts = texts;
        this.masks = masks;
        this.beside = new BesidePane(model, session, services, store, jobs, texts);
        ChildView.Pages pages = new ChildView.Pages(
                new LearningPane(model, texts, theme),
                new WhatIfPane(model, session, jobs, texts),
                beside,
                new AlbumPane(model, session, jobs, texts, masks));
        this.view = new ChildView(model, texts, masks, new Requests(), pages);
        session.modelProperty().addListener((o, was, is) -> readCanaries(is));
        childList = new WhenVisible(
                view.root().visibleProperty(),
                () -> showChildren(session.openedProperty().get()));
        catchingUp = new WhenVisible(view.root().visibleProperty(), () -> {
            readCanaries(session.modelProperty().get());
            refreshAll();
        });
        model.momentProperty().addListener((o, was, is) -> showMoment());
        jobs.run(() -> store.watchedUsers().chosen(), model.watchedProperty()::set);
        session.openedProperty().addListener((o, was, is) -> childList.due());
        session.modelProperty().addListener((o, was, is) -> refresh());
        model.chosenProperty().addListener((o, was, is) -> {
            model.explainedProperty().set(null);
            showMoments(true);
            refreshAll();
        });
        texts.localeProperty().addListener((o, was, is) -> refresh());
        model.explainedProperty().addListener((o, was, is) -> explain());
    }

    /** The workspace. */
    public Region view() {
        return view.root();
    }

    /** All runs of the workspace. */
    public void runs(List<StoredRun> all) {
        beside.runs(all);
    }

    /** What people ask for in the view. */
    private final class Requests implements ChildView.Requests {
        private final Random random = new Random();

        @Override
        public void watch(boolean watched) {
            Child child = model.chosenProperty().get();
            if (child != null) {
                jobs.run(
                        () -> {
                            store.watchedUsers().choose(child.id(), watched);
                            return store.watchedUsers().chosen();
                        },
                        model.watchedProperty()::set);
            }
        }

        @Override
        public void random() {
            if (!model.children().isEmpty()) {
                model.chosenProperty()
                        .set(model.children()
                                .get(random.nextInt(model.children().size())));
            }
        }

        @Override
        public void without() {
            Session.Model current = session.modelProperty().get();
            Child child = model.chosenProperty().get();
            Place place = model.explainedProperty().get();
            int mine = whyRequest.get();
            if (current == null || child == null || place == null) {
                return;
            }
            jobs.run(() -> ask(current, child.user(), place.entry().item()), found -> {
                if (mine == whyRequest.get()) {
                    model.without().setAll(found);
                }
            });
        }
    }

    /** What becomes of an album without each of the nearest of the history, or of the latest where nothing is near. */
    private static List<ChildModel.Without> ask(Session.Model current, int user, int item) throws DataException {
        Dataset dataset = current.preparedRun().dataset();
        List<Integer> candidates = new Explainer(current.preparedRun(), current.recommender())
                .of(user, item).nearest().stream().map(Explainer.Near::item).toList();
        if (candidates.isEmpty()) {
            Interactions train = current.preparedRun().split().train();
            candidates = IntStream.range(train.start(user), train.end(user))
                    .map(r -> train.item(train.end(user) - 1 - (r - train.start(user))))
                    .distinct()
                    .limit(ASKED)
                    .boxed()
                    .toList();
        }
        return new Counterfactual(current.preparedRun(), current.recommender())
                .without(user, item, candidates).stream()
                        .map(c -> new ChildModel.Without(
                                dataset.title(c.removed()), c.without() - c.score(), c.rank(), c.rankWithout()))
                        .toList();
    }

    /** Reads the lists of the watched children, and every child's figure, of the run on screen. */
    private void readCanaries(Session.@Nullable Model current) {
        if (current == null) {
            model.canariesProperty().set(Map.of());
            model.figuresProperty().set(Map.of());
            showMoments(true);
            return;
        }
        if (!seen()) {
            return;
        }
        boolean other = canariesOf != current.run();
        canariesOf = current.run();
        jobs.run(() -> WatchedListLog.read(store.files().watchedLists(current.run())), canaries -> {
            if (canariesOf == current.run()) {
                model.canariesProperty().set(canaries);
                showMoments(other);
            }
        });
        jobs.run(() -> figures(current), figures -> {
            if (canariesOf == current.run()) {
                model.figuresProperty().set(figures);
            }
        });
    }

    private Map<Integer, Double> figures(Session.Model current) throws IOException {
        Path file = store.files().userFigures(current.run());
        Map<Integer, Double> figures = new HashMap<>();
        if (Files.exists(file)) {
            float[] users = Safetensors.read(file)
                    .get(current.preparedRun().evaluator().metrics().get(0).name());
            int[] evaluated = current.preparedRun().evaluator().users();
            for (int n = 0; users != null && users.length == evaluated.length && n < evaluated.length; n++) {
                figures.put(evaluated[n], (double) users[n]);
            }
        }
        return figures;
    }

    /** The chosen child's moments; the slider stays at the end, where it was or where it is told to go. */
    private void showMoments(boolean toTheEnd) {
        Child child = model.chosenProperty().get();
        List<WatchedListLog.Moment> before = model.momentsProperty().get();
        boolean atEnd = toTheEnd || model.momentProperty().get() >= before.size() - 1;
        List<WatchedListLog.Moment> now =
                child == null ? List.of() : model.canariesProperty().get().getOrDefault(child.user(), List.of());
        int place = atEnd ? Math.max(0, now.size() - 1) : model.momentProperty().get();
        model.momentsProperty().set(now);
        boolean moves = model.momentProperty().get() != place;
        model.momentProperty().set(place);
        if (!moves) {
            refresh();
        }
    }

    /** The list as it was after an earlier epoch, or as it is now at the slider's end. */
    private void showMoment() {
        Session.Model current = session.modelProperty().get();
        Child child = model.chosenProperty().get();
        List<WatchedListLog.Moment> moments = model.momentsProperty().get();
        int at = model.momentProperty().get();
        if (current == null || child == null || moments.isEmpty()) {
            return;
        }
        if (at >= moments.size() - 1) {
            refreshAll();
            return;
        }
        listRequest.incrementAndGet();
        WatchedListLog.Moment moment = moments.get(at);
        PreparedRun preparedRun = current.preparedRun();
        int[] seen = preparedRun.split().train().distinctItems(child.user());
        int[] truth = preparedRun.split().truth(child.user());
        List<Integer> earlier = at == 0 ? List.of() : moments.get(at - 1).list();
        List<Place> places = new ArrayList<>();
        for (int r = 0; r < moment.list().size(); r++) {
            int item = moment.list().get(r);
            Entry entry = new Entry(
                    r + 1,
                    item,
                    Float.NaN,
                    Arrays.binarySearch(seen, item) >= 0,
                    Arrays.binarySearch(truth, item) >= 0);
            places.add(place(preparedRun.dataset(), entry, at == 0 ? "" : moved(earlier, item, r + 1)));
        }
        model.list().setAll(places);
        List<HeldOut> heldOut = new ArrayList<>();
        for (int n = 0; n < Math.min(truth.length, moment.ranks().size()); n++) {
            heldOut.add(heldOut(preparedRun.dataset(), truth[n], moment.ranks().get(n)));
        }
        heldOut.sort(Comparator.comparingInt(HeldOut::rank));
        model.heldOut().setAll(heldOut);
        long hits = places.stream().filter(p -> p.entry().heldOut()).count();
        model.listTitleProperty()
                .set(texts.get("child.list.moment", current.run(), moment.epoch(), hits, truth.length));
    }

    private static String moved(List<Integer> earlier, int item, int rank) {
        return ChildModel.moved(earlier.indexOf(item) + 1, rank);
    }

    private static HeldOut heldOut(Dataset dataset, int item, int rank) {
        return new HeldOut(rank, dataset.items().id(item), dataset.title(item), dataset.genre(item));
    }

    private static Place place(Dataset dataset, Entry entry, String moved) {
        Attributes items = dataset.itemAttributes();
        return new Place(
                entry,
                dataset.items().id(entry.item()),
                dataset.title(entry.item()),
                items.text(Role.SERIES, entry.item()),
                dataset.genre(entry.item()),
                moved);
    }

    /** Shows a child by its index. */
    public void show(int user) {
        wanted = user;
        if (!listing) {
            chooseWanted();
        }
    }

    private void chooseWanted() {
        model.children().stream()
                .filter(child -> child.user() == wanted)
                .findFirst()
                .ifPresent(model.chosenProperty()::set);
    }

    private void showChildren(Session.@Nullable Opened opened) {
        model.chosenProperty().set(null);
        if (opened == null) {
            model.children().clear();
            return;
        }
        listing = true;
        wanted = 0;
        jobs.run(() -> children(opened.dataset()), children -> {
            listing = false;
            model.children().setAll(children);
            chooseWanted();
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

    /** Whether somebody looks; if not, it is done when somebody does. */
    private boolean seen() {
        boolean seen = view.root().isVisible();
        if (!seen) {
            catchingUp.due();
        }
        return seen;
    }

    /** Shows what is known now; a list of an earlier epoch that somebody looks at stays. */
    private void refresh() {
        if (!seen()) {
            return;
        }
        List<WatchedListLog.Moment> moments = model.momentsProperty().get();
        if (!moments.isEmpty() && model.momentProperty().get() < moments.size() - 1) {
            showMoment();
        } else {
            refreshAll();
        }
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
        @Nullable Split split = current == null ? null : current.preparedRun().split();
        refreshHistory(opened.dataset(), split, child);
        if (current == null) {
            model.list().clear();
            model.heldOut().clear();
            model.listTitleProperty().set("");
            return;
        }
        List<Integer> earlier = earlierList(current);
        jobs.run(() -> mine == listRequest.get() ? listed(current, child.user(), earlier) : null, listed -> {
            if (listed != null && mine == listRequest.get()) {
                List<Place> places = listed.places;
                model.list().setAll(places);
                model.heldOut().setAll(listed.heldOut);
                long hits = places.stream().filter(p -> p.entry().heldOut()).count();
                int truth = current.preparedRun().split().truth(child.user()).length;
                model.listTitleProperty()
                        .set(texts.get("child.list.title", current.run(), current.epoch(), hits, truth));
            }
        });
    }

    /** A child's list and where its held-out albums stand. */
    private record Listed(List<Place> places, List<HeldOut> heldOut) {}

    private Listed listed(Session.Model current, int user, List<Integer> earlier) {
        Dataset dataset = current.preparedRun().dataset();
        List<HeldOut> heldOut = new Explainer(current.preparedRun(), current.recommender())
                .heldOut(user).stream()
                        .map(h -> heldOut(dataset, h.item(), h.rank()))
                        .toList();
        return new Listed(places(current, user, earlier), heldOut);
    }

    /** Explains the chosen place of the list. */
    private void explain() {
        Session.@Nullable Model current = session.modelProperty().get();
        @Nullable Child child = model.chosenProperty().get();
        @Nullable Place place = model.explainedProperty().get();
        int mine = whyRequest.incrementAndGet();
        model.without().clear();
        if (current == null || child == null || place == null) {
            model.whyTitleProperty().set("");
            model.parts().clear();
            model.nearest().clear();
            return;
        }
        jobs.run(
                () -> new Explainer(current.preparedRun(), current.recommender())
                        .of(child.user(), place.entry().item()),
                why -> {
                    if (mine == whyRequest.get()) {
                        show(why, current.preparedRun().dataset(), place);
                    }
                });
    }

    private void show(Explainer.Explanation why, Dataset dataset, Place place) {
        String sum = Arrays.stream(Reason.Kind.values())
                .filter(kind -> why.reasons().stream().anyMatch(r -> r.kind() == kind))
                .map(kind -> texts.get("reason." + kind) + String.format(Locale.ROOT, " %+.4f", why.sum(kind)))
                .collect(Collectors.joining("   "));
        model.whyTitleProperty()
                .set(texts.get(
                        "child.why.title",
                        place.title(),
                        String.format(Locale.ROOT, "%.4f", why.score()),
                        sum + features(why),
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

    /** What each side feature adds, against its average; "" where the model has none. */
    private String features(Explainer.Explanation why) {
        return why.features().isEmpty()
                ? ""
                : "   ("
                        + why.features().entrySet().stream()
                                .map(f -> f.getKey() + String.format(Locale.ROOT, " %+.4f", f.getValue()))
                                .collect(Collectors.joining("   "))
                        + ")";
    }

    /** An album's title, a child's id, or the number of a dimension. */
    private String name(Dataset dataset, Reason reason) {
        return switch (reason.kind()) {
            case OWN_ITEM, OWN_VIEWS -> dataset.title(reason.index());
            case NEAR_USER -> masks.user(dataset.users().id(reason.index()));
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
        return attributes.telling(child.user()).stream()
                .map(name -> label(name) + " " + shown(name, attributes.text(name, child.user())))
                .collect(Collectors.joining("   "));
    }

    private String shown(String name, String value) {
        return masks.onProperty().get() ? masks.value(name, value) : coded(name, value);
    }

    /** The attribute's name in words where it has some. */
    private String label(String name) {
        String key = "attribute." + name;
        return Text.exists(key, texts.locale()) ? texts.get(key) : name;
    }

    /** A code of the service, with its meaning. */
    private String coded(String name, String value) {
        String key = "code." + value;
        return session.openedProperty().get().dataset().userAttributes().isCoded(name)
                        && Text.exists(key, texts.locale())
                ? texts.get(key)
                : value;
    }

    /** The chosen child's list after the evaluated epoch before the one on screen; empty where it is not known. */
    private List<Integer> earlierList(Session.Model current) {
        List<Integer> earlier = List.of();
        for (WatchedListLog.Moment moment : model.momentsProperty().get()) {
            earlier = moment.epoch() < current.epoch() ? moment.list() : earlier;
        }
        return earlier;
    }

    private static List<Place> places(Session.Model current, int user, List<Integer> earlier) {
        Dataset dataset = current.preparedRun().dataset();
        List<Place> places = new ArrayList<>();
        for (Entry entry : new Recommendations(current.recommender(), current.preparedRun()).top(user, LENGTH)) {
            places.add(place(dataset, entry, earlier.isEmpty() ? "" : moved(earlier, entry.item(), entry.rank())));
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
        int session = 0;
        long last = Long.MIN_VALUE;
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
            if (dataset.clock()) {
                long minute = LogTime.minute(rows.time(r));
                session += last == Long.MIN_VALUE || minute - last > SESSION_GAP ? 1 : 0;
                last = minute;
            }
            history.add(new Viewing(
                    time,
                    session,
                    dataset.items().id(item),
                    dataset.title(item),
                    dataset.itemAttributes().text(Role.SERIES, item),
                    dataset.genre(item),
                    rows.number(Interactions.WATCHED_SHARE, r),
                    repeat,
                    inTraining,
                    heldOut));
        }
        Collections.reverse(history);
        return history;
    }
}
