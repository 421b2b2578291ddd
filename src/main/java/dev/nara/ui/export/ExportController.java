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

/** Composes lists of rules and runs, scores them at once, writes and checks submissions, and keeps the ledger. */
public final class ExportController {
    private final ExportModel model = new ExportModel();
    private final ExportView view;
    private final RecipeActions recipe;
    private final SubmissionActions submissions;
    /** What is counted again when a run in the recipe has learnt more, or was fitted on all rows. */
    private final WhenVisible models;

    private Set<Long> fits = Set.of();
    private List<StoredRun> stored = List.of();
    /** The best epochs of the runs of the recipe, of which the lists are. */
    private Map<Long, Integer> bests = Map.of();

    /** For the window's workspace and session. */
    public ExportController(ScreenContext shared, Trainer trainer) {
        Frame frame = shared.frame();
        Workplace at = new Workplace(shared.services(), shared.store(), shared.session(), frame);
        submissions = new SubmissionActions(at, model);
        recipe = new RecipeActions(at, model, submissions, trainer);
        view = new ExportView(model, frame, recipe, submissions, shared.pseudonymiser());
        // Others open the data, too: models are not made for nobody.
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
            // Between two runs none is on screen.
            if (is != null) {
                recipe.usual(is);
                learned();
            }
        });
        model.blocks().addAll(ComposeRecipe.RULE);
        submissions.readLedger();
    }

    /** The workspace. */
    public Region view() {
        return view.root();
    }

    /** What else can be written of the run on screen: actions of the window. */
    public void onFiles(List<Action> actions) {
        view.files(actions);
    }

    /** The runs of the recipe that have a figure, as they were read last. */
    private Stream<StoredRun> used() {
        return stored.stream().filter(run -> run.best().isPresent()).filter(run -> model.blocks().stream()
                .anyMatch(block -> block.runs().containsKey(Long.toString(run.id()))));
    }

    /** Lists are of best epochs: an epoch that is no better changes none. */
    private void learned() {
        Map<Long, Integer> now = used().collect(Collectors.toMap(
                StoredRun::id, run -> run.best().map(RunEvent.EpochDone::epoch).orElse(0)));
        if (!now.equals(bests)) {
            bests = now;
            models.due();
        }
    }

    /** Which runs of the recipe still train. */
    private void training() {
        List<StoredRun> now = used().filter(run -> !run.state().ended()).toList();
        if (!now.equals(model.training())) {
            model.training().setAll(now);
        }
    }

    /** All runs of the workspace. */
    public void runs(List<StoredRun> all) {
        stored = all;
        learned();
        training();
        // Lists are scored by the runs themselves; their fits are for the submission.
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

    /** The runs that are chosen in the list. */
    public void choose(List<Long> ids) {
        recipe.choose(ids);
    }

    /** Reads the ledger again, as after a submission was written elsewhere. */
    public void readLedger() {
        submissions.readLedger();
    }
}
