package dev.nara.ui.tune;

import dev.nara.algorithm.Parameter;
import dev.nara.data.DataException;
import dev.nara.search.space.Dimension;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudyStep;
import dev.nara.search.study.Trial;
import dev.nara.spec.Algorithms;
import dev.nara.text.Text;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Texts;
import dev.nara.ui.tune.model.TuneModel;
import dev.nara.ui.tune.model.TuneRequests;
import dev.nara.ui.tune.model.TuneWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Handles the user's requests: asks for details if needed, and then sends an event to the study. */
final class TuneSteering implements TuneRequests {
    private static final int TEST_SEEDS = 5;

    private final TuneModel model;
    private final Algorithms algorithms;
    private final Dialogs dialogs;
    private final Texts texts;
    private final BiConsumer<String, Map<String, String>> keep;
    private final Work work;

    /** Carries out the answers. */
    interface Work {
        void open(long study);

        void start();

        void steer(StudyEvent.Steering event);

        void vary(String parameter);

        void child(long run);

        void compare(List<Long> runs);

        void report(long study);
    }

    TuneSteering(
            TuneModel model,
            Algorithms algorithms,
            Frame frame,
            BiConsumer<String, Map<String, String>> keep,
            Work work) {
        this.model = model;
        this.algorithms = algorithms;
        this.dialogs = frame.dialogs();
        this.texts = frame.texts();
        this.keep = keep;
        this.work = work;
    }

    private void with(Consumer<StudySnapshot> action) {
        StudySnapshot study = model.snapshotProperty().get();
        if (study != null) {
            action.accept(study);
        }
    }

    @Override
    public void open(long study) {
        work.open(study);
    }

    @Override
    public void start() {
        work.start();
    }

    @Override
    public void goOn() {
        work.start();
    }

    @Override
    public void finish() {
        with(study -> {
            boolean sure = study.doing().confirms()
                    ? dialogs.confirm(
                            texts.get("tune.finish.confirmed"),
                            texts.get("tune.finish.confirmed.says"),
                            texts.get("tune.finish.confirmed.yes"))
                    : dialogs.confirm(
                            texts.get("tune.finish"), texts.get("tune.finish.says"), texts.get("tune.finish.yes"));
            if (sure) {
                work.steer(new StudyEvent.FinishAsked());
            }
        });
    }

    @Override
    public void steer(StudyEvent.Steering event) {
        work.steer(event);
    }

    @Override
    public void undo(long from) {
        with(study -> {
            List<StudyStep> later = study.steps().stream()
                    .filter(step -> step.seq() >= from && !step.undone())
                    .toList();
            if (later.size() < 2
                    || dialogs.confirm(
                            texts.get("tune.undo"),
                            texts.get("tune.undo.says", later.size()),
                            texts.get("tune.undo.yes"))) {
                work.steer(new StudyEvent.Undone(from));
            }
        });
    }

    @Override
    public void tryThese(Map<String, String> settings) {
        model.part().ifPresent(part -> {
            List<Parameter> searched = parameters(part.algorithm()).stream()
                    .filter(p -> part.space().dimension(p.name()).isPresent())
                    .toList();
            Map<String, String> values = new HashMap<>(part.values());
            values.putAll(settings);
            dialogs.answer(TryForm.of(texts, searched, values))
                    .ifPresent(chosen -> work.steer(new StudyEvent.Asked(part.algorithm(), chosen)));
        });
    }

    private List<Parameter> parameters(String algorithm) {
        try {
            return algorithms.algorithm(algorithm).parameters();
        } catch (DataException e) {
            dialogs.error(e);
            return List.of();
        }
    }

    @Override
    public void prefer(Dimension dimension) {
        with(study -> value(dimension, "tune.space.prefer.ask")
                .ifPresent(value ->
                        work.steer(new StudyEvent.Preferred(model.partProperty().get(), dimension.name(), value))));
    }

    @Override
    public void fix(Dimension dimension) {
        with(study -> value(dimension, "tune.space.fix")
                .ifPresent(value ->
                        work.steer(new StudyEvent.Fixed(model.partProperty().get(), dimension.name(), value))));
    }

    /** Asks for one of the choices, or a number that the parameter accepts. */
    private Optional<String> value(Dimension dimension, String key) {
        String title = texts.setting(dimension.name()) + " – " + texts.get(key);
        if (!(dimension instanceof Dimension.Range)) {
            return dialogs.pick(title, dimension.values(), value -> TuneWords.choice(texts, dimension.name(), value));
        }
        return dialogs.ask(title, texts.get("tune.space.ask"))
                .flatMap(said -> parameters(model.partProperty().get()).stream()
                        .filter(p -> p.name().equals(dimension.name()))
                        .findFirst()
                        .flatMap(parameter -> {
                            Optional<Text> problem = parameter.problem(said);
                            model.messageProperty().set(problem.map(texts::of).orElse(""));
                            return parameter.normal(said);
                        }));
    }

    @Override
    public void vary(String parameter) {
        work.vary(parameter);
    }

    @Override
    public void why(Trial trial) {
        String words = texts.of(trial.outcome() == null ? trial.why() : trial.outcome());
        String title = texts.get("tune.why.title", trial.number());
        if (!trial.state().broken()) {
            dialogs.inform(title, words);
        } else if (dialogs.confirm(title, words, texts.get("tune.again"))) {
            work.steer(new StudyEvent.AgainAsked(trial.number()));
        }
    }

    @Override
    public void child(Trial trial) {
        trial.runs().stream().filter(run -> run > 0).findFirst().ifPresent(work::child);
    }

    @Override
    public void compare() {
        with(study -> work.compare(model.selected().stream()
                .flatMap(number -> study.trial(number).runs().stream())
                .filter(run -> run > 0)
                .toList()));
    }

    @Override
    public void test() {
        with(study -> {
            boolean again = study.test().isPresent();
            int looks = study.test().map(t -> t.looks()).orElse(0);
            if (!again
                    || dialogs.confirm(
                            texts.get("tune.test.again"),
                            texts.get("tune.test.again.says", looks),
                            texts.get("tune.test.again.yes"))) {
                work.steer(new StudyEvent.TestAsked(TEST_SEEDS));
            }
        });
    }

    @Override
    public void savePreset(Trial trial) {
        with(study -> keep.accept(
                trial.algorithm(), study.spec().part(trial.algorithm()).with(trial.settings())));
    }

    @Override
    public void report() {
        with(study -> work.report(study.id()));
    }
}
