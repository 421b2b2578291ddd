package dev.nara.ui.export;

import dev.nara.algorithm.Algorithm;
import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.CompositionSetup;
import dev.nara.competition.Fits;
import dev.nara.competition.Ledger;
import dev.nara.competition.LedgerEntry;
import dev.nara.competition.LocalScores;
import dev.nara.competition.Submission;
import dev.nara.competition.SubmissionCheck;
import dev.nara.data.DataException;
import dev.nara.data.prepare.Prepared;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import dev.nara.ui.common.FitQuestion;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Trainer;
import dev.nara.ui.common.WrittenSubmission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The actions on the recipe on screen: adding blocks, files, scores, tuning and submissions. */
final class RecipeActions implements RecipePane.Requests, CheckPane.Requests {
    private static final int MOST_RUNS = 12;

    private final Workplace at;
    private final ExportModel model;
    private final SubmissionActions submissions;
    private List<StoredRun> runs = List.of();
    private final Trainer trainer;
    private final Fits fits;
    private List<Long> chosen = List.of();
    /** The default recipe, which follows the run on screen. */
    private List<ComposeRecipe.Block> usual = ComposeRecipe.RULE;

    private final Judging judging;

    RecipeActions(Workplace at, ExportModel model, SubmissionActions submissions, Trainer trainer) {
        this.at = at;
        this.model = model;
        this.submissions = submissions;
        this.trainer = trainer;
        this.fits = new Fits(at.services(), at.store());
        this.judging = new Judging(at, model, fits);
    }

    /** Shows the default recipe of the run on screen, unless the user has changed the recipe. */
    void usual(Session.@Nullable Model shown) {
        boolean isOpen = shown != null
                && at.opened()
                        .filter(o -> o.dataset().equals(shown.preparedRun().dataset()))
                        .isPresent();
        if (!isOpen || shown == null) {
            show(ComposeRecipe.RULE);
            return;
        }
        at.jobs().run(() -> fits.runOf(at.store().find(Long.toString(shown.run()))), of -> {
            long run = of.map(StoredRun::id).orElse(shown.run());
            if (shown.equals(at.session().modelProperty().get())) {
                show(ComposeRecipe.usual(run));
            }
        });
    }

    private void show(List<ComposeRecipe.Block> now) {
        if (model.blocks().equals(usual) && !now.equals(usual)) {
            model.blocks().setAll(now);
        }
        usual = now;
    }

    /** The stored runs of the recipe on screen. */
    private List<StoredRun> runsOf(ComposeRecipe recipe) throws DataException {
        List<StoredRun> all = new ArrayList<>();
        for (ComposeRecipe.Block block : recipe.blocks()) {
            for (String id : block.runs().keySet()) {
                all.add(at.store().find(id));
            }
        }
        return all;
    }

    @Override
    public void fit() {
        ComposeRecipe recipe = model.recipe();
        at.jobs().run(() -> runsOf(recipe), trainer::fit);
    }

    /** Sets the runs that can be added as blocks. */
    void offer(List<StoredRun> trained) {
        runs = trained;
    }

    /** Sets the selected runs, which can be added together as one block. */
    void choose(List<Long> ids) {
        chosen = ids;
    }

    @Override
    public List<RecipePane.Offer> offers() {
        List<RecipePane.Offer> offers = new ArrayList<>();
        if (chosen.size() > 1) {
            String ids = chosen.stream().map(String::valueOf).collect(Collectors.joining(" + "));
            offers.add(new RecipePane.Offer(at.texts().get("export.blend", ids), ComposeRecipe.Block.ofRuns(chosen)));
        }
        for (StoredRun run : runs.subList(0, Math.min(MOST_RUNS, runs.size()))) {
            offers.add(new RecipePane.Offer(
                    at.texts()
                            .get(
                                    "export.run",
                                    run.title(),
                                    Text.of("algorithm." + run.spec().algorithm())),
                    ComposeRecipe.Block.ofRuns(List.of(run.id()))));
        }
        for (Algorithm algorithm : at.services().algorithms().all()) {
            if (algorithm.engines().isEmpty()) {
                String seen = algorithm.id().equals("own-watched") ? "only" : "";
                offers.add(new RecipePane.Offer(
                        at.texts().get("algorithm." + algorithm.id()),
                        ComposeRecipe.Block.ofAlgorithm(algorithm.id(), seen)));
            }
        }
        return offers;
    }

    @Override
    public void save() {
        ComposeRecipe recipe = model.recipe();
        at.picker().save(at.texts().get("export.recipe.save"), "lists.json").ifPresent(file -> at.jobs()
                .run(
                        () -> {
                            recipe.write(file);
                            return file;
                        },
                        written -> at.frame().notices().written(at.texts().get("written.file"), written)));
    }

    @Override
    public void open() {
        at.picker().file(at.texts().get("export.recipe.open"), Optional.empty()).ifPresent(file -> at.jobs()
                .run(() -> ComposeRecipe.read(file), recipe -> {
                    model.filtersProperty().set(recipe.filters());
                    model.blocks().setAll(recipe.blocks());
                }));
    }

    /** Scores the recipe on screen again. */
    void judge() {
        judging.judge();
    }

    /** Scores again after a change of the runs' models, or of those trained on all rows. */
    void renew() {
        judging.renew();
    }

    @Override
    public void tune() {
        ComposeRecipe recipe = model.recipe();
        work(setup -> setup.tuned(Submission.LENGTH), tuned -> {
            // Changes that the user has made meanwhile are kept.
            if (recipe.equals(model.recipe())) {
                model.blocks().setAll(tuned.recipe().blocks());
                at.say(at.texts().of(tuned.howTuned()));
            }
        });
    }

    /** Scores the recipe on screen on the test part, which counts as a look at it. */
    void test() {
        if (model.needsLookProperty().get()) {
            judging.look();
            return;
        }
        ComposeRecipe recipe = model.recipe();
        work(
                setup -> {
                    CompositionSetup.Scored scored = setup.score(Submission.LENGTH);
                    return new ExportModel.Tested(scored, setup.looks());
                },
                tested -> {
                    if (recipe.equals(model.recipe())) {
                        model.testedProperty().set(tested);
                    }
                });
    }

    /** The result of writing a submission. */
    private record Written(CompositionSetup.Scored scored, int looks, int lists, List<Text> warnings) {}

    @Override
    public void write() {
        ComposeRecipe recipe = model.recipe();
        if (!recipe.blocks().isEmpty()) {
            new FitQuestion(at.frame(), fits, trainer).before(() -> runsOf(recipe), this::writeTo);
        }
    }

    private void writeTo() {
        if (!model.blocks().isEmpty()) {
            at.picker()
                    .save(at.texts().get("action.export.submission"), "submission.csv")
                    .ifPresent(to -> work(setup -> write(to, setup), written -> {
                        model.testedProperty().set(new ExportModel.Tested(written.scored(), written.looks()));
                        WrittenSubmission.tell(at.frame(), to, written.lists(), written.warnings());
                        submissions.entered(to);
                    }));
        }
    }

    private Written write(Path to, CompositionSetup ofRuns) throws Exception {
        CompositionSetup setup = fits.in(ofRuns);
        CompositionSetup.Scored scored = setup.score(Submission.LENGTH);
        List<Text> warnings = Submission.write(to, setup.preparedRun().dataset(), setup::lists, null);
        Ledger.in(at.store().workspace())
                .add(LedgerEntry.composed(to, scored.recipe(), setup.fits(), LocalScores.of(setup, scored))
                        .on(setup.preparedRun().dataset().name()));
        int lists = SubmissionCheck.lists(to, setup.preparedRun().dataset()).size();
        return new Written(scored, setup.looks(), lists, warnings);
    }

    private interface Work<T> {
        T with(CompositionSetup setup) throws Exception;
    }

    /** Works with the recipe on screen and the open data; does nothing without blocks or data. */
    private <T> void work(Work<T> work, Consumer<T> done) {
        Optional<Session.Opened> opened = at.opened();
        if (model.workingProperty().get()) {
            at.say(at.texts().get("export.busy"));
            return;
        } else if (opened.isEmpty() || model.blocks().isEmpty()) {
            return;
        }
        ComposeRecipe recipe = model.recipe();
        Prepared open = opened.get().prepared();
        model.workingProperty().set(true);
        at.jobs()
                .run(
                        () -> work.with(CompositionSetup.of(at.services(), at.store(), recipe, open, () -> open, "")),
                        result -> {
                            model.workingProperty().set(false);
                            done.accept(result);
                        },
                        error -> {
                            model.workingProperty().set(false);
                            at.frame().dialogs().error(error);
                        });
    }
}
