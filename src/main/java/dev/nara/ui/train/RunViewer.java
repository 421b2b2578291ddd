package dev.nara.ui.train;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.io.IOException;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what is on screen: a running run with its live events, a stored run, or a comparison of several. A run that starts is shown
 * unless the user has chosen something else.
 */
public final class RunViewer {
    private final RunStore store;
    private final Reading reading;
    private final Session session;
    private final Jobs jobs;
    private final Texts texts;
    private final TrainModel model;
    private final RunsOnScreen on;
    private final Latest showing;
    /** Whether the next run that starts is shown. */
    private boolean following = true;

    private List<StoredRun> listed = List.of();

    /** Reads the details of a run, off the JavaFX thread. */
    interface Reading {
        RunDetails of(long run) throws DataException, IOException;
    }

    /** The parts that draw a run, the runs beside it and several runs, and those that train. */
    record RunsOnScreen(RunOnScreen screen, BesideRun beside, Overlay overlay, LiveRuns live) {}

    RunViewer(
            RunStore store,
            Reading reading,
            Session session,
            Jobs jobs,
            Texts texts,
            TrainModel model,
            RunsOnScreen on) {
        this.store = store;
        this.reading = reading;
        this.session = session;
        this.jobs = jobs;
        this.texts = texts;
        this.model = model;
        this.on = on;
        this.showing = new Latest(jobs);
        texts.localeProperty().addListener((o, was, is) -> renameShown());
        session.namesProperty().addListener((o, was, is) -> renameShown());
    }

    /** Keeps the run on screen while further seeds of it train. */
    void stay() {
        following = false;
    }

    /** After the user has requested a run: shows it when it starts, unless one trains already. */
    void followNext() {
        following |= !model.runningProperty().get();
    }

    /** The same for resumed runs, unless they are in the comparison on screen. */
    void followNext(List<StoredRun> resumed) {
        if (!on.overlay.shows(resumed)) {
            followNext();
        }
    }

    /** A run starts, after events from earlier processes; returns whether it is now on screen. */
    boolean begin(StoredRun run, List<RunEvent> past) {
        boolean another = on.live.has(on.screen.run());
        on.live.begin(run, past);
        boolean shown = following && !another;
        if (shown) {
            on.overlay.leave();
            put(run, past);
            session.modelProperty().set(null);
        }
        return shown;
    }

    private void put(StoredRun run, List<RunEvent> events) {
        on.screen.show(run, headline(run), events);
        model.shownRunProperty().set(run);
        on.live.tell();
        readDetails();
    }

    private String headline(StoredRun run) {
        String name = texts.get(
                "train.headline", run.id(), session.namesProperty().get().of(run, texts.locale()));
        return run.fitOf().map(of -> name + " · " + texts.of(of.shortly())).orElse(name);
    }

    private void renameShown() {
        StoredRun shown = model.detailsProperty().get().run();
        if (shown != null && shown.id() == on.screen.run()) {
            model.headlineProperty().set(headline(shown));
        }
    }

    /** Shows a run, with its live events if it trains here; else as stored, and {@code shown} is called afterwards. */
    public void show(StoredRun run, Runnable shown) {
        on.overlay.leave();
        model.detailsProperty().set(RunDetails.NONE);
        following = on.live.has(run.id());
        if (following) {
            showing.cancel();
            put(run, on.live.events(run.id()));
            return;
        }
        showing.run(() -> store.replay(run.id()), events -> {
            put(run, events);
            session.modelProperty().set(null);
            shown.run();
        });
    }

    /** Compares several runs, and keeps the comparison up to date. */
    public void compare(List<StoredRun> runs) {
        showing.cancel();
        following = false;
        model.detailsProperty().set(RunDetails.NONE);
        model.shownRunProperty().set(null);
        on.overlay.show(runs);
    }

    /** Adds events of the run on screen. */
    void add(List<RunEvent> events) {
        on.screen.add(events);
        if (events.stream().anyMatch(event -> !event.passing())) {
            readDetails();
        }
    }

    /** Adds new events that another program has stored for the run on screen. */
    public void follow() {
        long run = on.screen.run();
        on.overlay.follow(on.live::has);
        if (run == 0 || on.live.has(run)) {
            return;
        }
        jobs.quietly(() -> store.events(run), events -> addStored(run, events), error -> {});
    }

    private void addStored(long run, List<RunEvent> events) {
        long known =
                on.screen.events().stream().filter(event -> !event.passing()).count();
        if (run == on.screen.run() && !on.live.has(run) && events.size() > known) {
            on.screen.add(events.subList((int) known, events.size()));
            readDetails();
        }
    }

    /** All runs were read: updates the labels and the comparison of the run on screen if they have changed. */
    public void labelled(List<StoredRun> all) {
        on.overlay.listed(all);
        on.beside.listed(all);
        RunDetails details = model.detailsProperty().get();
        StoredRun shown = details.run();
        boolean relabelled = shown != null
                && all.stream().anyMatch(r -> r.id() == shown.id() && !r.label().equals(shown.label()));
        boolean outdated = details.outdated(listed, all);
        listed = List.copyOf(all);
        if (relabelled || outdated) {
            readDetails();
        }
    }

    /** Reads the details of the run on screen again. */
    void readDetails() {
        ObjectProperty<RunDetails> details = model.detailsProperty();
        long run = on.screen.run();
        if (run == 0) {
            details.set(RunDetails.NONE);
            return;
        }
        jobs.run(() -> reading.of(run), read -> {
            StoredRun shown = read.run();
            if (run == on.screen.run()) {
                details.set(read);
                if (shown != null) {
                    model.headlineProperty().set(headline(shown));
                }
            }
        });
    }

    /** Sets the session's model to the last of these that belongs to the run and dataset on screen. */
    void showLast(List<Session.Model> some) {
        Session.@Nullable Opened opened = session.openedProperty().get();
        for (int n = some.size() - 1; n >= 0; n--) {
            Session.Model now = some.get(n);
            if (now.run() == on.screen.run()) {
                if (opened != null && opened.dataset().equals(now.preparedRun().dataset())) {
                    session.modelProperty().set(now);
                }
                return;
            }
        }
    }
}
