package dev.nara.ui.export;

import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.CompositionSetup;
import dev.nara.competition.Fits;
import dev.nara.competition.Gain;
import dev.nara.competition.Submission;
import dev.nara.data.DataException;
import dev.nara.data.prepare.Prepared;
import dev.nara.store.Services;
import dev.nara.ui.common.Latest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Scores the recipe on screen, shortly after its last change, on the part by which recipes are chosen. The models of the runs are kept as
 * long as the recipe has the same runs.
 */
final class Judging {
    private static final Duration PAUSE = Duration.millis(300);

    private final Workplace at;
    private final ExportModel model;
    private final Fits fits;
    private final Latest counting;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private @Nullable Kept kept;
    /** Whether the user has asked for the score of the recipe on screen on the test part. */
    private boolean asked;

    /** The models of some runs with some data. */
    private record Kept(Prepared open, Set<String> runs, CompositionSetup setup) {}

    /**
     * The result: null scores if they would need a look at the test part that the user has not asked for; and the runs not yet trained on
     * all rows.
     */
    private record Counted(Kept kept, ExportModel.@Nullable Judged judged, List<Long> unfitted) {}

    Judging(Workplace at, ExportModel model, Fits fits) {
        this.at = at;
        this.model = model;
        this.fits = fits;
        this.counting = new Latest(at.jobs());
        pause.setOnFinished(e -> count());
    }

    /** Scores the recipe on screen; earlier scores become outdated. */
    void judge() {
        asked = false;
        begin();
    }

    /** Scores the recipe on the test part if the runs have no validation part. */
    void look() {
        asked = true;
        begin();
    }

    private void begin() {
        counting.cancel();
        model.needsLookProperty().set(false);
        model.testedProperty().set(null);
        model.problemProperty().set(null);
        boolean possible = at.opened().isPresent() && !model.blocks().isEmpty();
        model.countingProperty().set(possible);
        if (possible) {
            pause.playFromStart();
        } else {
            pause.stop();
            model.judgedProperty().set(null);
            model.unfitted().clear();
        }
    }

    /** Scores again after a change of the runs' models, or of those trained on all rows. */
    void renew() {
        kept = null;
        judge();
    }

    private void count() {
        ComposeRecipe recipe = model.recipe();
        boolean may = asked;
        at.opened().ifPresent(opened -> {
            Prepared open = opened.prepared();
            Kept before = kept;
            counting.run(
                    () -> counted(recipe, open, before, may),
                    counted -> {
                        kept = counted.kept();
                        model.unfitted().setAll(counted.unfitted());
                        model.countingProperty().set(false);
                        model.judgedProperty().set(counted.judged());
                        model.needsLookProperty().set(counted.judged() == null);
                    },
                    error -> {
                        model.problemProperty().set(error);
                        model.countingProperty().set(false);
                        model.judgedProperty().set(null);
                    });
        });
    }

    private Counted counted(ComposeRecipe recipe, Prepared open, @Nullable Kept before, boolean may)
            throws DataException {
        Set<String> runs = recipe.blocks().stream()
                .flatMap(block -> block.runs().keySet().stream())
                .collect(Collectors.toSet());
        boolean same =
                before != null && before.open().equals(open) && before.runs().equals(runs);
        CompositionSetup setup = same && before != null
                ? before.setup().with(recipe)
                : CompositionSetup.of(at.services(), at.store(), recipe, open, () -> open, "");
        List<Long> unfitted = new ArrayList<>();
        for (Services.Reopened run : setup.runs()) {
            if (fits.finished(run.run()).isEmpty()) {
                unfitted.add(run.run().id());
            }
        }
        Kept now = new Kept(open, runs, setup);
        if (setup.preparedRun().chosenOnTest() && !may) {
            return new Counted(now, null, unfitted);
        }
        CompositionSetup.Scored scored = setup.judged(Submission.LENGTH);
        return new Counted(now, new ExportModel.Judged(recipe.blocks(), setup, scored, Gain.of(scored)), unfitted);
    }
}
