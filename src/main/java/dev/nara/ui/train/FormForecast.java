package dev.nara.ui.train;

import dev.nara.algorithm.Engine;
import dev.nara.run.RunControl;
import dev.nara.search.Forecast;
import dev.nara.search.SpeedProbe;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** What a run of the form's settings would take, from earlier runs and from measuring, and what to know of its figures. */
final class FormForecast {
    private final Services services;
    private final RunStore store;
    private final Session session;
    private final Jobs jobs;
    private final Texts texts;
    private final Dialogs dialogs;
    private final TrainModel model;
    private final SettingsPane settings;
    /** Tells anew when a run would be done, for the clock goes on. */
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(20), e -> tellAnew()));

    private @Nullable Forecast last;
    private int forecasts;
    private @Nullable RunControl probing;
    private @Nullable Measured measured;

    FormForecast(
            Services services,
            RunStore store,
            Session session,
            Jobs jobs,
            Texts texts,
            Dialogs dialogs,
            TrainModel model,
            SettingsPane settings) {
        this.services = services;
        this.store = store;
        this.session = session;
        this.jobs = jobs;
        this.texts = texts;
        this.dialogs = dialogs;
        this.model = model;
        this.settings = settings;
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        dialogs.owner().addEventHandler(WindowEvent.WINDOW_HIDDEN, e -> clock.stop());
        model.runningProperty().addListener((o, was, is) -> tellAnew());
    }

    private void tellAnew() {
        if (last != null && settings.problemsProperty().get() == 0) {
            model.forecastProperty().set(words(last));
        }
    }

    /** The open dataset if it could be trained on now; null while a field is wrong. */
    Session.@Nullable Opened trainable() {
        boolean ready =
                !model.preparingProperty().get() && settings.problemsProperty().get() == 0;
        return ready ? session.openedProperty().get() : null;
    }

    /** Ends a measurement under way, for a run begins. */
    void yieldToRun() {
        if (probing != null) {
            probing.cancel();
        }
    }

    /** Says beside the form what a run of it would take; nothing where the settings do not fit the data. */
    void forecast() {
        Session.@Nullable Opened opened = session.openedProperty().get();
        int request = ++forecasts;
        if (opened == null || settings.problemsProperty().get() > 0) {
            sayOfForm(null, "");
            return;
        }
        RunSpec spec = settings.spec(opened.prepared());
        jobs.run(
                () -> {
                    PreparedRun preparedRun = services.prepare(spec, opened.dataset());
                    return new Foreseen(Forecast.of(preparedRun, store), preparedRun.warnings());
                },
                found -> {
                    if (request == forecasts) {
                        String warnings = found.warnings.stream()
                                .map(warning -> "⚠ " + texts.of(warning))
                                .collect(Collectors.joining("\n"));
                        sayOfForm(found.forecast, warnings);
                    }
                },
                error -> {
                    if (request == forecasts) {
                        sayOfForm(null, "");
                    }
                });
    }

    /** What a run of the form would take, and what to know of its figures. */
    private record Foreseen(Forecast forecast, List<Text> warnings) {}

    private void sayOfForm(@Nullable Forecast forecast, String warnings) {
        last = forecast;
        model.forecastProperty().set(forecast == null ? "" : words(forecast));
        model.warningsProperty().set(warnings);
    }

    private String words(Forecast found) {
        List<String> words = new ArrayList<>();
        found.cost()
                .ifPresent(cost -> words.add(texts.get(
                        "forecast.size",
                        Numbers.grouped(cost.parameters()),
                        Numbers.grouped(Math.max(1, cost.bytes() >> 20)))));
        if (found.epochSeconds().isPresent()) {
            double whole = found.seconds().orElse(0);
            String each = Numbers.seconds(found.epochSeconds().getAsDouble());
            // Behind others it begins nobody knows when.
            words.add(
                    model.runningProperty().get()
                            ? texts.get("forecast.long", each, Numbers.duration(whole))
                            : texts.get(
                                    "forecast.time",
                                    each,
                                    Numbers.duration(whole),
                                    LocalTime.now(ZoneId.systemDefault())
                                            .plusSeconds(Math.round(whole))
                                            .truncatedTo(ChronoUnit.MINUTES)));
            words.add(texts.get(found.exact() ? "forecast.same" : "forecast.scaled", found.from()));
        } else {
            words.add(measured()
                    .map(speed -> texts.get("forecast.measured", Numbers.seconds(speed.epochSeconds())))
                    .orElseGet(() -> texts.get("forecast.unknown")));
        }
        return String.join(" · ", words);
    }

    /** Measures every engine with the settings on screen, one after the other; a run that begins meanwhile goes first. */
    void measure() {
        Session.@Nullable Opened opened = trainable();
        if (opened == null || model.runningProperty().get()) {
            return;
        }
        RunControl request = new RunControl();
        probing = request;
        List<String> engines = settings.usableEngines();
        RunSpec spec = settings.spec(opened.prepared());
        settings.speeds(texts.get("train.measuring"), true);
        jobs.run(
                () -> {
                    PreparedRun preparedRun = services.prepare(spec, opened.dataset());
                    Map<String, SpeedProbe.Speed> speeds = new LinkedHashMap<>();
                    for (String engine : engines) {
                        speeds.put(engine, SpeedProbe.of(preparedRun, engine, request));
                    }
                    return speeds;
                },
                speeds -> {
                    boolean asShown = settings.spec(opened.prepared()).values().equals(spec.values());
                    String words = speeds.entrySet().stream()
                            .map(e -> texts.get(
                                    "train.speed",
                                    Text.of("engine." + e.getKey()),
                                    Numbers.rounded(e.getValue().examplesPerSecond())))
                            .collect(Collectors.joining("\n"));
                    settings.speeds(asShown ? words : "", false);
                    measured = new Measured(spec, speeds);
                    forecast();
                },
                error -> {
                    settings.speeds("", false);
                    if (!request.ending()) {
                        dialogs.error(error);
                    }
                });
    }

    /** What an epoch of the form's settings takes by the last measurement; nothing where that was of others. */
    private Optional<SpeedProbe.Speed> measured() {
        Session.@Nullable Opened opened = session.openedProperty().get();
        Measured last = measured;
        if (last == null || opened == null) {
            return Optional.empty();
        }
        RunSpec now = settings.spec(opened.prepared());
        String engine = now.engine().equals(Engine.AUTO) && !last.speeds.isEmpty()
                ? last.speeds.keySet().iterator().next()
                : now.engine();
        boolean same = now.values().equals(last.spec.values())
                && now.split().equals(last.spec.split())
                && now.data().equals(last.spec.data());
        return same ? Optional.ofNullable(last.speeds.get(engine)) : Optional.empty();
    }

    /** What was measured of some settings, by engine. */
    private record Measured(RunSpec spec, Map<String, SpeedProbe.Speed> speeds) {}
}
