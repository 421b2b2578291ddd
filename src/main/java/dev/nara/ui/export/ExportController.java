package dev.nara.ui.export;

import dev.nara.competition.ComposeRecipe;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.common.Trainer;
import dev.nara.ui.common.WhenVisible;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Region;
import org.controlsfx.control.action.Action;

/** The Export workspace: composes lists from rules and runs, scores them, writes and checks submissions, and keeps their ledger. */
public final class ExportController {
    private final ExportModel model = new ExportModel();
    private final ExportView view;
    private final RecipeActions recipe;
    private final SubmissionActions submissions;
    /** Updates the scores when a run of the recipe has improved, or was trained on all rows. */
    private final WhenVisible models;

    private Set<Long> fits = Set.of();
    private List<StoredRun> stored = List.of();
    /** The best epochs of the recipe's runs, to which the lists belong. */
    private Map<Long, Integer> bests = Map.of();

    /** For the window's workspace and session. */
    public ExportController(ScreenContext shared, Trainer trainer) {
        Frame frame = shared.frame();
        Workplace at = new Workplace(shared.services(), shared.store(), shared.session(), frame);
        submissions = new SubmissionActions(at, model);
        recipe = new RecipeActions(at, model, submissions, trainer);
        view = new ExportView(model, frame, recipe, submissions, shared.pseudonymiser());
        // Other workspaces open data, too; models are opened only while this one is visible.
        WhenVisible judging = new WhenVisible(view.root().visibleProperty(), recipe::judge);
        models = new WhenVisible(view.root().visibleProperty(), recipe::renew);
        model.blocks().addListener((ListChangeListener<ComposeRecipe.Block>) change -> {
            judging.due();
            training();
        });
        model.filtersProperty().addListener((o, was, is) -> judging.due());
        shared.session().openedProperty().addListener((o, was, is) -> {
            judging.due();
            recipe.usual(shared.session().modelProperty().get());
        });
        shared.session().modelProperty().addListener((o, was, is) -> {
            // While the run on screen changes, there is no model.
            if (is != null) {
                recipe.usual(is);
                learned();
            }
        });
        model.blocks().addAll(ComposeRecipe.RULE);
        submissions.readLedger();
    }

    /** The root of the workspace. */
    public Region view() {
        return view.root();
    }

    /** {@code actions} are the window's actions that write further files of the run on screen. */
    public void onFiles(List<Action> actions) {
        view.files(actions);
    }

    /** The recipe's runs that have a figure, as last read. */
    private Stream<StoredRun> used() {
        return stored.stream().filter(run -> run.best().isPresent()).filter(run -> model.blocks().stream()
                .anyMatch(block -> block.runs().containsKey(Long.toString(run.id()))));
    }

    /** Lists belong to best epochs, so they change only if the best epoch of a run does. */
    private void learned() {
        Map<Long, Integer> now = used().collect(Collectors.toMap(
                StoredRun::id, run -> run.best().map(RunEvent.EpochDone::epoch).orElse(0)));
        if (!now.equals(bests)) {
            bests = now;
            models.due();
        }
    }

    /** Updates which of the recipe's runs still train. */
    private void training() {
        List<StoredRun> now = used().filter(run -> !run.state().ended()).toList();
        if (!now.equals(model.training())) {
            model.training().setAll(now);
        }
    }

    /** Sets all runs of the workspace. */
    public void runs(List<StoredRun> all) {
        stored = all;
        learned();
        training();
        // Recipes are scored with the runs themselves; models trained on all rows are only for submissions.
        recipe.offer(all.stream()
                .filter(run -> run.best().isPresent() && run.fitOf().isEmpty())
                .toList());
        Set<Long> fitted = all.stream()
                .filter(run -> run.fitOf().isPresent() && run.state() == RunState.FINISHED)
                .map(StoredRun::id)
                .collect(Collectors.toSet());
        if (!fitted.equals(fits)) {
            fits = fitted;
            models.due();
        }
    }

    /** Sets the runs that are selected in the list. */
    public void choose(List<Long> ids) {
        recipe.choose(ids);
    }

    /** Reads the ledger again, after a submission was written elsewhere. */
    public void readLedger() {
        submissions.readLedger();
    }
}
