package dev.nara.ui.export;

import dev.nara.competition.ComposeRecipe;
import dev.nara.store.StoredRun;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.common.Trainer;
import dev.nara.ui.common.WhenVisible;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Region;

/** Composes lists of rules and runs, scores them at once, writes and checks submissions, and keeps the ledger. */
public final class ExportController {
    private final ExportModel model = new ExportModel();
    private final ExportView view;
    private final RecipeActions recipe;
    private final SubmissionActions submissions;

    /** For the window's workspace and session. */
    public ExportController(ScreenContext shared, Trainer trainer) {
        Frame frame = shared.frame();
        Workplace at = new Workplace(shared.services(), shared.store(), shared.session(), frame);
        submissions = new SubmissionActions(at, model);
        recipe = new RecipeActions(at, model, submissions, trainer);
        view = new ExportView(model, frame, recipe, submissions, shared.pseudonymiser());
        // Others open the data, too: models are not made for nobody.
        WhenVisible judging = new WhenVisible(view.root().visibleProperty(), recipe::judge);
        model.blocks().addListener((ListChangeListener<ComposeRecipe.Block>) change -> judging.due());
        model.filtersProperty().addListener((o, was, is) -> judging.due());
        shared.session().openedProperty().addListener((o, was, is) -> {
            judging.due();
            recipe.usual(shared.session().modelProperty().get());
        });
        shared.session().modelProperty().addListener((o, was, is) -> {
            // Between two runs none is on screen.
            if (is != null) {
                recipe.usual(is);
            }
        });
        model.blocks().addAll(ComposeRecipe.RULE);
        submissions.readLedger();
    }

    /** The workspace. */
    public Region view() {
        return view.root();
    }

    /** All runs of the workspace. */
    public void runs(List<StoredRun> all) {
        // Lists are scored by the runs themselves; their fits are for the submission.
        recipe.offer(all.stream()
                .filter(run -> run.best().isPresent() && run.fitOf().isEmpty())
                .toList());
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
