package dev.nara.ui.train;

import dev.nara.algorithm.SpeedProbe;
import dev.nara.data.DataException;
import dev.nara.run.RunControl;
import dev.nara.search.MeasuredSpeeds;
import dev.nara.search.VariedSettings;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.queue.RunQueue;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.train.form.SettingsPane;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Estimates what a run of the form's settings would take, from earlier runs and from measurements, with warnings about its figures. */
final class FormForecast {
    private final Services services;
    private final RunStore store;
    private final RunQueue queue;
    private final Session session;
    private final Jobs jobs;
    private final Latest latest;
    private final Texts texts;
    private final Dialogs dialogs;
    private final TrainModel model;
    private final SettingsPane settings;
    /** Updates the predicted end of a run as time passes. */
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(20), e -> tick()));

    /** The settings behind the forecast on screen. */
    private List<Object> forecastForm = List.of();

    private @Nullable RunControl probing;
    private @Nullable MeasuredSpeeds measured;

    FormForecast(
            Services services,
            RunStore store,
            RunQueue queue,
            Session session,
            Frame frame,
            TrainModel model,
            SettingsPane settings) {
        this.services = services;
        this.store = store;
        this.queue = queue;
        this.session = session;
        this.jobs = frame.jobs();
        this.latest = new Latest(jobs);
        this.texts = frame.texts();
        this.dialogs = frame.dialogs();
        this.model = model;
        this.settings = settings;
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        dialogs.owner().addEventHandler(WindowEvent.WINDOW_HIDDEN, e -> clock.stop());
        model.openProperty().bind(session.openedProperty().isNotNull());
        model.readingProperty().bind(session.readingProperty());
        session.readingProperty().addListener((o, was, is) -> forecast());
    }

    private void tick() {
        model.minuteProperty().set(model.minuteProperty().get() + 1);
    }

    /**
     * The open dataset if it can be trained on now; null while a field is invalid, a start is being checked, or other data is being read.
     */
    Session.@Nullable Opened trainable() {
        boolean ready =
                !model.preparingProperty().get() && settings.problemsProperty().get() == 0 && !readsData();
        return ready ? session.openedProperty().get() : null;
    }

    /** Why training cannot start now; "" if it can, or while a start is being checked. */
    String refusal() {
        int wrong = settings.problemsProperty().get();
        return wrong > 0
                ? texts.get("train.problems", wrong)
                : readsData()
                        ? texts.get("train.coming", session.readingProperty().get())
                        : session.openedProperty().get() == null ? texts.get("off.no.data") : "";
    }

    private boolean readsData() {
        return !session.readingProperty().get().isEmpty();
    }

    /** Cancels a measurement because a run starts. */
    void yieldToRun() {
        if (probing != null) {
            probing.cancel();
        }
    }

    /** Shows beside the form what its runs would take; nothing if the settings do not fit the data. */
    void forecast() {
        Session.@Nullable Opened opened = session.openedProperty().get();
        if (opened == null || settings.problemsProperty().get() > 0 || readsData()) {
            latest.cancel();
            forecastForm = List.of();
            say(RunsAhead.NONE);
            return;
        }
        RunSpec spec = settings.spec(opened.prepared());
        VariedSettings varied = settings.varied();
        List<Object> form = List.of(opened.dataset(), spec, varied);
        model.countingProperty().set(!form.equals(forecastForm));
        latest.run(
                () -> RunsAhead.of(services, store, opened.dataset(), spec, varied, queue.waiting()),
                ahead -> {
                    forecastForm = form;
                    say(ahead);
                },
                error -> say(error instanceof DataException wrong ? RunsAhead.refused(wrong) : RunsAhead.NONE));
    }

    private void say(RunsAhead ahead) {
        model.countingProperty().set(false);
        settings.resolved(ahead.resolved());
        model.epochSeconds(
                measured().map(speed -> OptionalDouble.of(speed.epochSeconds())).orElse(OptionalDouble.empty()));
        model.aheadProperty().set(ahead);
        model.engineProperty().set(ahead.engine());
        if (measured().isEmpty() && !ahead.engineSpeeds().isEmpty()) {
            settings.engines().speeds(words(ahead.engineSpeeds()), false);
        }
    }

    /** Measures the engines one after the other with the settings on screen; a run that starts meanwhile cancels this. */
    void measure() {
        Session.@Nullable Opened opened = trainable();
        if (opened == null || model.runningProperty().get()) {
            return;
        }
        RunControl stop = new RunControl();
        probing = stop;
        List<String> engines = settings.engines().usable();
        RunSpec spec = settings.spec(opened.prepared());
        settings.engines().speeds(texts.get("train.measuring"), true);
        jobs.run(
                () -> MeasuredSpeeds.of(services, opened.dataset(), spec, engines, MeasuredSpeeds.USUAL, stop),
                found -> {
                    boolean asShown = found.sameValues(settings.spec(opened.prepared()));
                    settings.engines().speeds(asShown ? words(found) : "", false);
                    measured = found;
                    forecast();
                },
                error -> {
                    settings.engines().speeds("", false);
                    if (!stop.ending()) {
                        dialogs.error(error);
                    }
                });
    }

    private String words(MeasuredSpeeds found) {
        Map<String, Double> speeds = new LinkedHashMap<>();
        found.speeds().forEach((engine, speed) -> speeds.put(engine, speed.examplesPerSecond()));
        return words(speeds);
    }

    private String words(Map<String, Double> speeds) {
        return speeds.entrySet().stream()
                .map(e -> texts.get("train.speed", Text.of("engine." + e.getKey()), Numbers.rounded(e.getValue())))
                .collect(Collectors.joining("\n"));
    }

    /** The last measured speed of the form's settings; empty if that was for other settings. */
    private Optional<SpeedProbe.Speed> measured() {
        Session.@Nullable Opened opened = session.openedProperty().get();
        MeasuredSpeeds last = measured;
        return last == null || opened == null ? Optional.empty() : last.of(settings.spec(opened.prepared()));
    }
}
