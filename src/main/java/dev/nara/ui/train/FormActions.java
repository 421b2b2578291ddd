package dev.nara.ui.train;

import dev.nara.data.DataException;
import dev.nara.search.VariedSettings;
import dev.nara.search.study.Budget;
import dev.nara.search.study.StudyCommand;
import dev.nara.search.study.StudyDraft;
import dev.nara.search.study.StudySpec;
import dev.nara.spec.PastedSettings;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import dev.nara.ui.common.CopiedText;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Session;
import dev.nara.ui.train.form.SettingsPane;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The actions of the form: start its runs with one or several seeds, hand them to a search, or copy them as a command line. */
final class FormActions implements FormCard.Buttons {
    private static final int MOST_SEEDS = 100;

    private final Services services;
    private final Frame frame;
    private final SettingsPane settings;
    private final FormForecast forecast;
    private final RunStart starting;
    private final Supplier<RunViewer> viewer;
    private final Supplier<LiveRuns> live;
    private Runnable searching = () -> {};

    /** {@code viewer} and {@code live} are called only after construction, when they exist. */
    FormActions(
            Services services,
            Frame frame,
            SettingsPane settings,
            FormForecast forecast,
            RunStart starting,
            Supplier<RunViewer> viewer,
            Supplier<LiveRuns> live) {
        this.services = services;
        this.frame = frame;
        this.settings = settings;
        this.forecast = forecast;
        this.starting = starting;
        this.viewer = viewer;
        this.live = live;
    }

    /** {@code search} prepares a search over what the form varies. */
    void onSearch(Runnable search) {
        searching = search;
    }

    /** Queues a run for each combination and seed; too many combinations for single runs become a search. */
    @Override
    public void start(int seeds) {
        Session.@Nullable Opened opened = forecast.trainable();
        VariedSettings varied = settings.varied();
        if (opened == null) {
            String why = forecast.refusal();
            if (!why.isEmpty()) {
                frame.notices().tell(frame.texts().get("action.start"), why);
            }
            return;
        }
        if (!varied.few()) {
            searching.run();
            return;
        }
        forecast.yieldToRun();
        viewer.get().followNext();
        starting.queue(varied.runs(settings.spec(opened.prepared())), opened, seeds);
    }

    @Override
    public void askSeeds() {
        frame.dialogs()
                .ask(frame.texts().get("start.seeds.ask"), frame.texts().get("start.seeds.number"))
                .filter(typed -> typed.matches("\\d{1,3}"))
                .map(Integer::parseInt)
                .filter(seeds -> seeds > 0 && seeds <= MOST_SEEDS)
                .ifPresent(this::start);
    }

    @Override
    public void pause() {
        live.get().pauseOrGoOn();
    }

    @Override
    public void stop() {
        live.get().stop();
    }

    /** Fills the form from copied text, or shows why it cannot. */
    void paste(String text) {
        try {
            settings.paste(PastedSettings.of(
                    text, services.algorithms(), settings.algorithm().id()));
        } catch (DataException e) {
            frame.dialogs().error(e);
        }
    }

    /** Copies the settings as a command line; if some are varied, that of a search over all combinations. */
    void copy() {
        Session.@Nullable Opened opened = forecast.trainable();
        if (opened == null) {
            return;
        }
        RunSpec base = settings.spec(opened.prepared());
        VariedSettings varied = settings.varied();
        frame.jobs().run(() -> command(opened, base, varied), command -> {
            CopiedText.put(command);
            frame.say().accept(frame.texts().get("form.copied"));
        });
    }

    private String command(Session.Opened opened, RunSpec base, VariedSettings varied) throws DataException {
        if (varied.space().isEmpty()) {
            return services.command(base);
        }
        StudyDraft draft = new StudyDraft(services, opened.dataset(), varied.start(base)).space(varied.space());
        if (varied.few()) {
            draft.sampler("grid").race(StudySpec.NO_RACE).budget(Budget.ofTrials((int)
                    varied.count().orElseThrow()));
        }
        return StudyCommand.of(draft.spec(), services.algorithms());
    }
}
